import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Files that a credential reads. */
const FILE =
  "(?:certificate|\\bcert\\b|\\bkey|\\btoken|\\bpfx|\\bpem|assertion|auth(?:entication)?|credentials?|secret|azure config|service principal|azureauth|federated[ _]token|publish settings|keystore)[ _-]?(?:file|path|bundle)";

/**
 * Whether a text says, in whatever words, that a file of a credential is missing, empty or not to be read.
 *
 * @internal
 */
export const FILE_TROUBLE_RULES: readonly Rule[] = [
  {
    id: "file.trouble",
    kind: "credential_file_unreadable",
    pattern: anyOf(
      `(?:fail(?:ed|s|ure)?(?: to| while)?|unable to|could not|couldn't|cannot|can't|error) (?:\\w{2,12} ){0,1}?(?:read|open|find|locat|access|stat)(?:e|ing)? (?:\\w{2,20} ){0,3}['"]?${FILE}`,
      `${FILE}.{0,120}?(?:(?:does not|doesn't|did not) exist|not (?:be )?(?:found|readable|accessible)|is (?:empty|missing|unreadable|a directory)|no such file|permission denied|access (?:is )?denied|(?:could not|cannot|can't|couldn't) be (?:read|opened|found|accessed))`,
      `no content (?:on|in) the file`,
      `(?:empty|missing|unreadable|nonexistent) (?!in |from )(?:\\w{2,12} )?${FILE}`,
      `no certificate (?:was |were )?found.{0,80}(?:store|thumbprint)`,
      `certificate .{0,80}(?:not|n't) (?:be )?found in (?:the )?.{0,30}store`,
      `(?:read|open|load|access|find)(?:ing)? (?:\\w{2,12} ){0,3}['"]?[^ ]{0,60}azure-identity-token`,
      `(?:read|open|load)(?:ing)? (?:\\w{2,12} ){0,2}token from (?:the )?file`,
      `azure\\w{0,10}\\.json.{0,60}(?:no such|not found|does not exist)`,
      `azure-identity-token.{0,80}(?:empty|no content|not found|does not exist)`,
    ),
    unless:
      /^(?:adal: |azure: )?missing certificate path$|nginx|apache|httpd|haproxy|(?:missing|lacks?|no) (?:the )?token file path|accesstokens\.json|token cache|msal_token_cache|keyring|lock|no such host|spawn|is missing from the|secret key file|reading jwt|minikube|kubeconfig/,
    example: "terminate called: Failed to open certificate file.",
    sources: ["cpp", "go", "python", "js", "net", "java", "rust"],
  },
  {
    id: "file.service-account-token",
    kind: "credential_file_unreadable",
    pattern:
      /(?:read|open|load)(?:ing)? (?:the )?(?:service account|federated|projected|kubernetes) token.{0,60}(?:no such file|permission|not found|error|fail|denied)/,
    example: "failed to read service account token: open : no such file or directory",
    sources: ["go"],
  },
];
