import type { GetTokenOptions } from "@azure/core-auth";
import type { TokenClaims } from "../claims.js";
import type { CredentialFacts } from "../facts.js";
import type { OptionSchema } from "../optionSchema.js";
import type { RuleId, RuleOptions, Severity } from "../types.js";

/** What a rule found: the sentence, and the value that is to blame if there is one. */
export interface Finding {
  readonly message: string;
  readonly subject?: string | undefined;
}

export interface TokenSeen {
  /** Milliseconds until it expires, or NaN. */
  readonly lifetime: number;
  /** As the credential gave it: milliseconds since the epoch, if it is right. */
  readonly expiresOnTimestamp: number;
  /** Of a token that can be read; an opaque one has none. */
  readonly claims: () => TokenClaims | undefined;
}

/** A chain took its token from another member than before. */
export interface WinnerSeen {
  readonly previous: string;
  readonly selected: string;
}

/**
 * One rule: what it says of itself, and what it looks at. A rule looks at the earliest point where it can know.
 *
 * @internal
 */
export interface Rule<Id extends RuleId = RuleId> {
  readonly id: Id;
  /** What it finds, as the end of "Finds ...". */
  readonly finds: string;
  readonly why: string;
  readonly fix: string;
  /** Where it is written. */
  readonly url: string;
  /** What cannot be seen, for the documentation. */
  readonly limits?: string;
  readonly production: Severity;
  readonly options: OptionSchema;
  /** Whether options that are set on top of others ask for at least as much. */
  readonly tightens?: (base: RuleOptions[Id], options: RuleOptions[Id]) => boolean;
  readonly construction?: (facts: CredentialFacts, options: RuleOptions[Id]) => Finding | undefined;
  readonly call?: (
    scopes: string | readonly string[],
    callOptions: GetTokenOptions | undefined,
    options: RuleOptions[Id],
  ) => Finding | undefined;
  readonly winner?: (change: WinnerSeen, options: RuleOptions[Id]) => Finding | undefined;
  readonly token?: (token: TokenSeen, facts: CredentialFacts, options: RuleOptions[Id]) => Finding | undefined;
}
