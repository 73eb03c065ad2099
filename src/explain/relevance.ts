import type { Diagnosis } from "../failure/types.js";
import { CODE_LINE } from "./continuation.js";
import type { Severity } from "./types.js";

const OAUTH =
  "invalid_client|invalid_grant|invalid_scope|invalid_resource|invalid_target|unauthorized_client|interaction_required|consent_required|login_required|unsupported_grant_type|temporarily_unavailable";
/** What no failure of authentication is without: a line that has none of these is not looked at. */
const TOPIC = new RegExp(
  `credential|aadsts|authenticat|authori[sz]|unauthori[sz]ed|oauth|msal|\\bentra\\b|microsoftonline|managed ?identity|imds|169\\.254\\.169\\.254|\\baz:? (?:account|login)|\\bazd? auth|azaccount|azaccesstoken|az\\.accounts|azure cli|azure developer|powershell|access ?token|refresh ?token|federated|assertion|service principal|tenant|client ?secret|certificate|identity_|msi_|_client_id|azure_|claims|${OAUTH}|\\b40[13]\\b|login\\.|sts\\.|conditional access|multi-?factor|redirect ?uri|device code|_error\\b|broker|keyring|keychain|persistence|persistent storage|\\bazd?: |'azd?'|\\bpwsh\\b|client ?id\\b|service connection|oidc|authority|\\bmsi\\b|\\badal\\b|az\\.account|systemroot|expireson|pod ?identity|azure identity|\\bazd? (?:login|provision)|not logged in|token-identified|\\bidx1\\d{4}|private link|firewall|network rule|trusted service|public network|aadb2c|too[_ ]many[_ ]requests|throttl|sign(?:ed)?[ -]?in\\b|\\bid[_-]?token|kubelogin|azure-account|scope value|pkcs ?12|www-authenticate|libsecret|azuread|spelling and casing|assigned identit|token expiration`,
  "i",
);
/** What shows that Azure's identities are meant, where the diagnosis itself does not. */
const IDENTITY = new RegExp(
  `[A-Z][A-Za-z]{2,40}Credential\\b|aadsts|\\bmsal|\\bentra\\b|azure[ ._-]?(?:identity|ad\\b|active|cli\\b|developer cli|powershell)|microsoftonline|sts\\.windows|managed ?identity|169\\.254\\.169\\.254|metadata/identity|ClientAuthenticationException|ClientAuthenticationError|(?<!mail\\.)Authentication(?:Failed|Required)(?:Exception|Error)|(?:Node|Client|InteractionRequired)AuthError|\\badal\\b|CredentialUnavailable|workload ?identity|client ?assertion|federated|identity_endpoint|msi_endpoint|azure_[a-z]{4,}_|getToken|access token|oauth2/v?\\d|\\baz login|azd auth|azaccount|microsoft\\.identity|token-identified principal|\\bidx1\\d{4}|aadb2c\\d|\\bazd (?:login|provision)|not logged in, run|kubelogin|id-token|actions_id_token|azuread|caller: appid=|odataerror|trusted service|management\\.(?:core\\.windows|azure)|\\bimds\\b|${OAUTH}`,
  "i",
);
const COMPLAINT =
  /fail|error|enotfound|econn|etimedout|eai_|unreach|self_signed|no such host|exception|denied|unauthori|forbidden|invalid|expired|unable|cannot|can't|could ?n[o']t|refused|timed? ?out|timeout|unavailable|not (?:found|available|supported|installed|allowed|configured|set|exist)|missing|required|rejected|reject|no (?:such|response|token|account|credential|identity|user|client)|please run|block|disabled|locked|must |aadsts|throttl|\b429\b|too[ _]many|not (?:authori[sz]ed|logged|yet|approved|recogni[sz]ed)|unexpected|offline|cancel|abort|exceeded|insufficient|wrong|mismatch|did ?n[o']t|does ?n[o']t|re-?authenticat/i;
/** Success, and intentions. */
const CALM = /acquired a token|token acquired|successfully|succeeded|=> SUCCESS|will use|using |Found the following/i;

/**
 * Whether a line may be about authentication at all.
 *
 * @internal
 */
export function isOnTopic(text: string): boolean {
  return TOPIC.test(text);
}

/**
 * The first line that speaks of authentication; a logger's own head says little.
 *
 * @internal
 */
export function firstOnTopic(text: string): string {
  const lines = text.slice(0, 16_384).split("\n");
  return lines.find((line) => isOnTopic(line) && !CODE_LINE.test(line)) ?? lines[0] ?? "";
}

/**
 * Whether a diagnosed report of a log is worth showing. A log holds much that is no failure, and much that fails for
 * other reasons, so that more is asked for than of a text that a person chose.
 *
 * @param text - the report
 * @param severity - as the log states it
 * @param diagnosis - of the report
 * @internal
 */
export function isFailure(text: string, severity: Severity | undefined, diagnosis: Diagnosis): boolean {
  const { kind, stage, entra } = diagnosis;
  if (kind === "not_authentication" || kind === "aborted") return false;
  if ((entra?.codes.length ?? 0) > 0) return true;
  if (severity !== "error" && !COMPLAINT.test(text)) return false;
  if (severity === "info" && CALM.test(text)) return false;
  if (kind === "unknown") return severity !== "info" && IDENTITY.test(text);
  // Any request can fail on the network.
  return (stage !== "network" && severity !== "info" && isOnTopic(text)) || IDENTITY.test(text);
}
