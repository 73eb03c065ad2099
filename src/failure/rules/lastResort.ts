import { anyOf } from "../anyOf.js";
import { LAST_CHAIN_RULES } from "./lastChain.js";
import { LAST_PROOF_RULES } from "./lastProof.js";
import type { Rule } from "./rule.js";
import { NOT_LOCAL, near, TROUBLE } from "./vocabulary.js";

const PARSE = "(?:pars|decod|deseriali[sz]|unmarshal|interpret|understand|read)";
const TOOL =
  "(?:azure cli|azure ?developer ?cli|azure ?power ?shell|get-azaccesstoken|\\baz: |\\bazd: |bin\\/azd?\\b|az account get|\\bazd? (?:returned|exited|gave|printed|crashed|failed)|azd auth token)";

/**
 * What a text is about, where all it says beside is that something went wrong there. After every other rule.
 *
 * @internal
 */
export const LAST_RULES: readonly Rule[] = [
  ...LAST_CHAIN_RULES,
  {
    id: "last.cache",
    kind: "token_cache_unavailable",
    phrases: [["token", "msal", "azure", "entra", "azcopy", "microsoft", "identity", "oauth", "keyctl", "cached"]],
    pattern: new RegExp(
      near(
        "(?:token[ _-]?cache(?!credential)|msal\\.cache|\\bkeyctl\\b|credential (?:store|vault|manager)|cached (?:oauth|account|token|credential)s?|persisted token|keychain|keyring|(?:save|persist|store|cach(?:e|ing)) (?:the )?(?:\\w{3,10} )?tokens?\\b)",
        `(?:${TROUBLE}|being used by another|osstatus|more than one|disk full|locked)`,
        80,
      ),
    ),
    unless: new RegExp(`${NOT_LOCAL}|no (?:account|signed)|not found in|silent|redis|distributed|kubernetes|docker`),
    example: "WARN Unable to save the token: keyctl: key has been revoked",
    sources: ["go", "python", "net"],
  },
  {
    id: "last.tool",
    kind: "tool_failed",
    pattern: new RegExp(`${TOOL}.{0,80}(?:${TROUBLE}|shared librar|empty|error page|garbage|traceback)`),
    unless:
      /aadsts|az login|azd auth login|connect-azaccount|resource ?group|deployment|extension|log(?:ged)? in|--name|aks|subscription|docker|\btask\b|packag|az: error: |--help|an error occurred|something went wrong/,
    example: "az: error while loading shared libraries: libpython3.so",
    sources: ["azure-cli", "azd", "powershell"],
  },
  {
    id: "last.tool-session",
    kind: "tool_not_signed_in",
    says: "The Azure CLI is not signed in, or not any more.",
    pattern:
      /(?:ensure|make sure|check|verify) (?:that )?you (?:have|are|'re) (?:the )?(?:azure cli |az )?log(?:ged)? ?in (?:with|to|using|into|via) (?:the )?(?:azure cli|az\b)|(?:ensure|make sure) you have (?:the )?azure cli logged/,
    unless: /aadsts|install|managed ?identity|environment variable|credential chain|defaultazurecredential/,
    example: "Failed to obtain Azure DevOps token. Ensure you have Azure CLI logged or use interactive authentication.",
    sources: ["azure-cli", "js"],
  },
  {
    id: "last.answer",
    kind: "invalid_token_response",
    pattern: anyOf(
      `${PARSE}\\w{0,6} (?:the |of the |an? )?(?:\\w{2,12} ){0,3}(?:oauth|access|id|aad|bearer)[ _-]?token`,
      `(?:id_token|access_token|oauth token|token answer|token response)\\b.{0,40}(?:not|n't) be ${PARSE}`,
      `${PARSE}\\w{0,4} (?:\\w{2,12} ){0,4}(?:from|of) .{0,40}(?:oauth2\\/|token endpoint|authority|oauth response)`,
      `(?:authority|entra id|token endpoint|oauth2\\/\\S{0,12}token)\\b.{0,40}(?:something that (?:isn't|is not)|un\\w{0,4}pars|unreadable|no token|without a token)`,
      `(?:unparsable|unreadable|undecodable) (?:body|answer|response|reply) from`,
      `token response (?:is|was|could not be) (?:\\w{2,12} )?(?:malformed|invalid|understood|garbage|corrupt|broken)`,
      `(?:invalid type|expected u64|expected i64).{0,60}(?:expires_|token response)`,
      `could not be understood`,
      `token response (?:did not|didn't|does not|doesn't) (?:include|contain|have|hold|carry)`,
      `parsing the token response`,
      `parseexception while reading the token`,
      `(?:response|reply|answer) (?:from|of) (?:entra|azure ad|aad|the authority|microsoft entra).{0,30}not (?:valid )?json`,
      `token endpoint(?:'s)? (?:body|answer|response|reply) .{0,40}(?:parsed|decoded|not json)`,
      `answered 200 with`,
      `authority's (?:answer|reply|response) .{0,30}pars`,
      `answer without an access token`,
      `${PARSE}\\w{0,4} (?:failed|error).{0,40}(?:token response|oauth response)`,
      `(?:response|reply|answer).{0,40}(?:lacks|isn't|is not) an? (?:access )?token`,
    ),
    unless:
      /\bcache\b|cached|azure cli|azd\b|powershell|managed ?identity|\bimds\b|\bmsi\b|oidc|aadsts|authorization header|jwt|federated|<html|inner exception/,
    answered: true,
    example: "error decoding response body from https://login.microsoftonline.com/x/oauth2/v2.0/token",
    sources: ["rust", "go", "java"],
  },
  {
    id: "last.person",
    kind: "interaction_required",
    phrases: [
      [
        "azure",
        "entra",
        "msal",
        "browserautherror",
        "kubelogin",
        "disableautomaticauth",
        "acquiretoken",
        "browser",
        "sign-in",
        "interactive",
      ],
    ],
    pattern: anyOf(
      /\binteraction is (?:required|needed)/,
      /disableautomaticauthentication/,
      /acquiretokensilent (?:has )?failed/,
      /fall(?:ing)? back to acquiretoken(?:popup|redirect|interactive)/,
      /user (?:declined|dismissed|abandoned|closed|cancell?ed|aborted|did not|never|has not) .{0,40}(?:sign|log|browser|prompt|consent|dialog|window)/,
      /(?:sign-?in|log-?in) prompt is (?:needed|required)/,
      /(?:needs?|requires?) (?:a |the )?(?:user|person|human|interactive) .{0,30}(?:sign|log|prompt|browser)/,
      /waiting for (?:the |a )?user .{0,40}browser/,
      /(?:process|session|shell|terminal|console) is not interactive/,
      /prompt .{0,30}non-?interactive/,
      /login requires? an? (?:terminal|tty|console)/,
      /non-?interactive .{0,40}(?:sign|log|prompt)/,
    ),
    unless: /aadsts|az login|azd auth|connect-azaccount|azure cli|power ?shell/,
    example: "User declined the sign-in in the browser window",
    sources: ["msal", "js", "python"],
  },
  ...LAST_PROOF_RULES,
];
