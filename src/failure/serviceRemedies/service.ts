import type { Pattern } from "../anyOf.js";
import type { FailureKind } from "../kinds.js";
import type { Remedy } from "../types.js";

/**
 * The kinds whose advice depends on the service that answered.
 *
 * @internal
 */
export type ServiceKind = Extract<FailureKind, "token_rejected" | "authorization_denied" | "network_rule_denied">;

/**
 * One thing to do; of a list, the first whose sentence can be filled in.
 *
 * @internal
 */
export type Choice = Remedy | readonly Remedy[];

/**
 * What to do where a text of a service matches.
 *
 * @internal
 */
export interface ServiceCase {
  /** Matched against the plain text, the host and the error codes, all lower case; absent for what is usual. */
  readonly when?: Pattern;
  readonly remedies: readonly Choice[];
}

/**
 * The values that fill a placeholder: what a group of a pattern caught in the text, which is as strict as a command
 * needs, or the first of a list whose pattern matches the lower-case text.
 *
 * @internal
 */
export type Value = RegExp | readonly (readonly [RegExp, string])[];

/**
 * What is known about a service of Azure, or of one's own, that refused a request. Quantifiers are bounded, so that
 * matching is linear.
 *
 * @internal
 */
export interface Service extends Partial<Readonly<Record<ServiceKind, readonly ServiceCase[]>>> {
  readonly name: string;
  /** What shows that it is this one: matched like `when`. */
  readonly shows: Pattern;
  /** The scope that its tokens are asked for with. */
  readonly scope?: string;
  /** What fills its placeholders, by name. */
  readonly values?: Readonly<Record<string, Value>>;
}
