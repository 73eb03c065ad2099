import type { Pattern } from "../anyOf.js";
import type { FailureKind } from "../kinds.js";
import type { Remedy } from "../types.js";

/**
 * Where a text was seen: one of the Azure SDKs, MSAL, or the tool or endpoint that wrote it.
 *
 * @internal
 */
export type RuleSource =
  | "js"
  | "go"
  | "python"
  | "net"
  | "java"
  | "msal"
  | "azure-cli"
  | "azd"
  | "powershell"
  | "imds"
  | "app-service"
  | "pod-identity"
  | "node"
  | "rust"
  | "cpp"
  | "kubelogin"
  | "terraform"
  | "service";

/**
 * What a sentence of an error message means. Rules are data: adding one is adding one entry to the list of its family,
 * and its example is its test. The first rule that applies decides, so a narrow rule stands before a wide one.
 *
 * A rule looks for meaning, not for an exact message: it has to hold for other versions, other languages, log prefixes
 * and truncated text. Quantifiers are bounded and never nested, so that matching is linear.
 *
 * @internal
 */
export interface Rule {
  /** `<family>.<name>`, unique and stable. */
  readonly id: string;
  readonly kind: FailureKind;
  /**
   * What a text that it applies to says, in one sentence in place of the meaning of the kind: where that is wider. True for
   * every text that it applies to.
   */
  readonly says?: string;
  /**
   * What the plain text ({@link plainText}: lower case, straight quotes, single spaces) must contain: all of these, and
   * of a list any.
   */
  readonly phrases?: readonly (string | readonly string[])[];
  /** What the plain text must match; alone, or beside `phrases`. */
  readonly pattern?: Pattern;
  /** The rule does not apply where this matches the plain text. */
  readonly unless?: Pattern;
  /** True where the rule is only about texts that name a managed identity or its endpoint. */
  readonly managedIdentity?: true;
  /** True where the text shows that an endpoint had answered, so that in a chain it outranks a member that was merely absent. */
  readonly answered?: true;
  /** A message this rule is for. */
  readonly example: string;
  readonly sources: readonly RuleSource[];
  /** Instead of the remedies of the kind. */
  readonly remedies?: readonly Remedy[];
}
