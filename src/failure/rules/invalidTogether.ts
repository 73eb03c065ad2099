import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { near } from "./vocabulary.js";

/** Options that are given together by mistake. */
const PAIRED =
  '(?:(?:client|object|resource|principal|tenant|identity)[ _-]?(?:id|resource)s?\\b|certificate|client[ _-]?(?:secret|assertion)|\\bpem\\b|(?:managed|pod|workload|user[- ]assigned)[ _-]identity|\\bazure_\\w{2,40}|\\barm_\\w{2,40}|\\buse_?(?:msi|oidc|cli|managed|workload)\\w{0,24}|federated|userassignedid|credentials?\\b|authority|instance|"?authentication"?[ ="]|activedirectory\\w{0,30})';
const TOGETHER = oneOf(
  "only one",
  "only specify one",
  "not both",
  "mutually exclusive",
  "at the same time",
  "more than one of",
  "exactly one of",
  "one of the (?:two|three|following)",
  "(?:cannot|can't|can not|must not|may not) (?:specify|set|use|enable|provide|pass|combine|have) (?:both|multiple|\\w{2,40} and)",
  "(?:can't|cannot|may not|must not) be (?:provided|used|set|specified|combined|configured) (?:together|with|at|both)",
  "multiple (?:credentials|identities)",
  "(?:cannot|can't|can not) (?:set|use|specify|combine) .{0,60} with ",
  "is forbidden",
  "(?:choose|pick|select) one",
  "cannot be combined",
  "not (?:supported|allowed) (?:together )?with",
  "conflicts? with",
  "in conflict",
  "are both (?:set|specified|provided)",
  "both (?:set|specified|provided)",
  "(?:cannot|can't|can not|must not|may not) both be\\b",
);

/** What is given for some ways to sign in, and the ways that do not take it. */
const SIGN_IN =
  "(?:\\btenant(?:[ _-]?id)?|user ?name|password|(?:client[ _-]?)?secret|certificate|subscription|client[ _-]?id)";
const WAY =
  "(?:together )?(?:for|with|in|when|if|while) (?:an? |the )?(?:\\w{2,12} ){0,3}?(?:managed[ -]?identity|cloud ?shell|\\bmsi\\b|(?:system|user)[ -]assigned|'?-identity|device code|federated token)";

/**
 * Options that exclude each other, or that the way to sign in does not take.
 *
 * @internal
 */
export const TOGETHER_RULES: readonly Rule[] = [
  {
    id: "invalid.together",
    kind: "configuration_invalid",
    says: "Options were given that exclude each other, or not exactly one of those that do.",
    pattern: anyOf(
      `${near(PAIRED, TOGETHER, 100)}`,
      `both .{0,20}(?:client|tenant|secret|certificate|identity|resource|azure_|arm_).{0,60}(?:were|are|was|is|be) (?:given|set|specified|provided|supplied|defined|present|true)`,
      `multiple (?:client|tenant) ?ids? `,
      `(?:cannot|can't|can not) (?:set|use|specify|combine) .{0,20}(?:authentication|credential|certificate|client|identity|tenant).{0,60} with `,
    ),
    unless: /multiple (?:user[- ]assigned|matching|accounts)|\bisinstance\b|autoincrement/,
    example: "ManagedIdentityCredential: clientId and resourceId can't be provided at the same time.",
    sources: ["js", "python", "go", "net", "java", "azure-cli"],
  },
  {
    id: "invalid.not-with",
    kind: "configuration_invalid",
    says: "An option was given that does not go with this way to sign in.",
    pattern: new RegExp(
      `${SIGN_IN}\\w{0,3}['"]? .{0,20}?(?:should(?:n't| not)|must(?:n't| not)|may not|cannot|can't|can not|is not|isn't) (?:be )?(?:specified|provided|given|set|passed|used|allowed|supported|combined)\\b.{0,20}? ${WAY}|(?:do not|don't|never) (?:specify|provide|give|set|pass|use) (?:an? |the )?['"]?${SIGN_IN}.{0,60} ${WAY}`,
    ),
    unless: /aadsts/,
    example: "ERROR: Tenant shouldn't be specified for managed identity account",
    sources: ["azure-cli", "powershell"],
  },
];
