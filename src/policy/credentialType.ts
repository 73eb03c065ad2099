import type { CredentialType } from "./facts.js";
import { type ClassLevel, classesOf, field, has, sourceOf, text } from "./fields.js";

/** Whose class has been renamed is told by its private fields and methods, which bundlers leave alone. */
interface Layout {
  readonly type: CredentialType;
  readonly fields?: readonly string[];
  readonly methods?: readonly string[];
  /** What the text of the class or of its `getToken` holds. */
  readonly source?: string;
}

/**
 * In the order in which they are looked for: fields that several have in common come after those that one has alone.
 * From @azure/identity 4.14:
 * https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/identity/identity/src/credentials
 */
const LAYOUTS: readonly Layout[] = [
  { type: "ManagedIdentityCredential", fields: ["managedIdentityApp", "msiRetryConfig"] },
  { type: "WorkloadIdentityCredential", fields: ["federatedTokenFilePath", "azureFederatedTokenFileContent"] },
  { type: "AzurePipelinesCredential", fields: ["clientAssertionCredential", "identityClient"] },
  { type: "EnvironmentCredential", fields: ["_credential"], source: "AZURE_CLIENT_SECRET" },
  { type: "BrokerCredential", fields: ["brokerMsalClient", "brokerTenantId"] },
  { type: "AuthorizationCodeCredential", fields: ["msalClient", "authorizationCode", "redirectUri"] },
  { type: "OnBehalfOfCredential", fields: ["msalClient", "userAssertionToken"] },
  { type: "UsernamePasswordCredential", fields: ["msalClient", "username", "password"] },
  { type: "ClientCertificateCredential", fields: ["msalClient", "certificateConfiguration"] },
  { type: "ClientAssertionCredential", fields: ["msalClient", "getAssertion"] },
  { type: "DeviceCodeCredential", fields: ["msalClient", "userPromptCallback"] },
  { type: "InteractiveBrowserCredential", fields: ["msalClient", "browserCustomizationOptions", "loginHint"] },
  { type: "ClientSecretCredential", fields: ["msalClient", "clientSecret", "additionallyAllowedTenantIds"] },
  { type: "VisualStudioCodeCredential", methods: ["prepareOnce", "loadAuthRecord"] },
  { type: "AzurePowerShellCredential", methods: ["getAzurePowerShellAccessToken"] },
  { type: "AzureCliCredential", fields: ["additionallyAllowedTenantIds", "timeout", "subscription"] },
  {
    type: "AzureDeveloperCliCredential",
    fields: ["additionallyAllowedTenantIds", "timeout"],
    source: "azd auth login",
  },
  { type: "UnavailableDefaultCredential", fields: ["credentialName", "credentialUnavailableErrorMessage"] },
];

const CHAINS: readonly CredentialType[] = ["DefaultAzureCredential", "ChainedTokenCredential"];
const NAMES: ReadonlySet<string> = new Set([...CHAINS, ...LAYOUTS.map(({ type }) => type)]);

function getTokenSource({ prototype }: ClassLevel): string {
  const method = field(prototype, "getToken");
  return typeof method === "function" ? sourceOf(method) : "";
}

function matches(layout: Layout, credential: object, classes: readonly ClassLevel[]): boolean {
  const { fields = [], methods = [], source } = layout;
  if (!has(credential, ...fields)) return false;
  if (!methods.every((name) => classes.some(({ prototype }) => has(prototype, name)))) return false;
  if (source === undefined) return true;
  return classes.some((level) => sourceOf(level.made).includes(source) || getTokenSource(level).includes(source));
}

/** A chain whose class was renamed: what reads the variable is a DefaultAzureCredential, what goes on is a chain. */
function chainType(credential: object, classes: readonly ClassLevel[]): CredentialType | undefined {
  if (!Array.isArray(field(credential, "_sources"))) return undefined;
  if (classes.some(({ made }) => sourceOf(made).includes("AZURE_TOKEN_CREDENTIALS"))) {
    return "DefaultAzureCredential";
  }
  return classes.some(
    ({ prototype, made }) =>
      has(prototype, "getTokenInternal") && sourceOf(made).includes("CredentialUnavailableError"),
  )
    ? "ChainedTokenCredential"
    : undefined;
}

export interface Identity {
  readonly type: CredentialType;
  readonly className: string | undefined;
}

const CLASS_NAME = /^[A-Za-z_$][\w$]{0,63}$/;

/**
 * What a credential is: by the name of its class or of one that it inherits from, else by what the SDK keeps in it. A
 * class that is neither is unknown, whatever it may do.
 */
export function identify(credential: object): Identity {
  const classes = classesOf(credential);
  const name = classes[0]?.name;
  const className = name !== undefined && CLASS_NAME.test(name) && name !== "Object" ? name : undefined;
  const known = classes.find((level) => level.name !== undefined && NAMES.has(level.name))?.name;
  const type =
    (text(known) as CredentialType | undefined) ??
    (classes.length === 0 ? undefined : chainType(credential, classes)) ??
    (classes.length === 0 ? undefined : LAYOUTS.find((layout) => matches(layout, credential, classes))?.type);
  return { type: type ?? "unknown", className };
}
