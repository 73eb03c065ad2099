/**
 * What a policy starts from. `production`: the rules as listed; `development`: all of them as warnings; `off`: none;
 * `auto`: the production rules as warnings where the process says that it is in production, none elsewhere.
 *
 * @public
 * @since 0.1.0
 */
export type PolicyPreset = "production" | "development" | "off" | "auto";

/**
 * What a rule does when it finds something: nothing, log and count it, or stop the credential.
 *
 * @public
 * @since 0.1.0
 */
export type Severity = "off" | "warn" | "error";

/**
 * The options that each rule takes. Its keys are the closed set of rules; a rule is never renamed.
 *
 * @public
 * @since 0.1.0
 */
export interface RuleOptions {
  "no-default-azure-credential": {
    /** Accept one that AZURE_TOKEN_CREDENTIALS has narrowed to a single credential. Default `false`. */
    allowSingleCredential?: boolean | undefined;
  };
  "no-managed-identity-probe": Record<never, never>;
  "no-developer-credential": Record<never, never>;
  "no-interactive-credential": Record<never, never>;
  "no-password": Record<never, never>;
  "no-client-secret": Record<never, never>;
  "no-masked-managed-identity": Record<never, never>;
  "no-user-token": {
    /** Accept the token of a person from an OnBehalfOfCredential, whose purpose that is. Default `true`. */
    allowOnBehalfOf?: boolean | undefined;
  };
  "no-identity-change": Record<never, never>;
  "no-unsafe-logging": Record<never, never>;
  "no-disabled-instance-discovery": Record<never, never>;
  "explicit-managed-identity": Record<never, never>;
  "allowed-credentials": {
    /** Class names, of `@azure/identity` or your own; `"unknown"` is one without a name. */
    credentials: readonly string[];
  };
  "allowed-tenants": {
    /** Tenant ids or domain names. */
    tenants: readonly string[];
  };
  "allowed-authorities": {
    /** Hosts or https addresses, e.g. `"https://login.microsoftonline.us"`. */
    authorities: readonly string[];
  };
  "allowed-scopes": {
    /** Scopes; one that ends in `*` stands for all that begin so. */
    scopes: readonly string[];
  };
  "min-token-lifetime": {
    /** Seconds that a token must have to live when it is handed out. Default 60. */
    seconds?: number | undefined;
  };
}

/**
 * The closed set of rules.
 *
 * @public
 * @since 0.1.0
 */
export type RuleId = keyof RuleOptions;

/**
 * Why a rule does not hold here, and until when.
 *
 * @public
 * @since 0.1.0
 */
export interface Exemption {
  /** For whoever asks in a year. */
  reason: string;
  /** The last day, in UTC, `"2027-03-01"`. From the next day on the exemption is a violation itself. Default: no end. */
  until?: string | undefined;
}

/**
 * What a rule is set to: a severity, a severity with options, or an exemption.
 *
 * @public
 * @since 0.1.0
 */
export type RuleSetting<Id extends RuleId = RuleId> =
  | Severity
  | readonly ["warn" | "error", RuleOptions[Id]]
  | readonly ["off", Exemption];

/**
 * A policy: where it starts from, and what differs.
 *
 * @public
 * @since 0.1.0
 */
export interface PolicyConfig {
  /** Default `"auto"`. */
  preset?: PolicyPreset | undefined;
  rules?: { readonly [Id in RuleId]?: RuleSetting<Id> | undefined } | undefined;
}

/**
 * What a rule found.
 *
 * @public
 * @since 0.1.0
 */
export interface PolicyViolation {
  readonly ruleId: RuleId;
  readonly severity: "warn" | "error";
  /** What was found: class names, options and dates, never an id or a secret. */
  readonly message: string;
  /** The tenant, authority or scope in question. It may name your organisation, so it belongs in no telemetry. */
  readonly subject?: string;
  readonly remedy: string;
  /** Where to read on. */
  readonly url: string;
}
