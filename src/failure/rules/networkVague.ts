import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Words of which a text must have one before a sentence that any program may write is taken to be about a token. */
const ABOUT_TOKENS: readonly string[] = [
  "credential",
  "authenticat",
  "oauth",
  "token",
  "login",
  "msal",
  "azure",
  "openid",
  "authority",
  "entra",
];

/**
 * Sentences about the network that any program may write; they count where the text speaks of tokens, and where no rule
 * says more.
 *
 * @internal
 */
export const VAGUE_NETWORK_RULES: readonly Rule[] = [
  {
    id: "network.too-many-requests",
    kind: "throttled",
    phrases: [ABOUT_TOKENS],
    pattern: /too many (?:token )?requests|rate[- ]limit(?:ed| exceeded| reached)|exceeded the rate limit/,
    // What a service says of its own calls.
    unless: anyOf(
      /graph/,
      /openai/,
      /cosmos/,
      /storage/,
      /blob/,
      /search service/,
      /azconfig/,
      /assigned quota/,
      /x-ms-ratelimit/,
      /management\.azure/,
      /for this subscription/,
      /(?:requestfailedexception|resterror|httpresponseerror)\b(?!.{0,2000}(?:credential|login\.|get_?token))/,
    ),
    answered: true,
    example: "Token request failed: too many requests",
    sources: ["service"],
  },
  {
    id: "network.metadata-incomplete",
    kind: "authority_unreachable",
    says: "The metadata of the authority was read, and an endpoint or the issuer is not in it.",
    pattern:
      /(?:authorize|authorization|token) endpoint (?:was |is )?not found in the openid|issuer was not found in the openid/,
    example: "The token endpoint was not found in the openid configuration",
    sources: ["net"],
    remedies: [
      {
        action:
          "Check the authority URL: a wrong tenant, user flow or AD FS address answers with metadata of something else.",
        url: "https://learn.microsoft.com/entra/identity-platform/msal-client-application-configuration",
      },
      {
        action:
          "Open <authority>/.well-known/openid-configuration on this machine and look for token_endpoint and issuer.",
      },
    ],
  },
  {
    id: "network.metadata",
    kind: "authority_unreachable",
    says: "The metadata of the authority could not be fetched.",
    pattern:
      /(?:unable to|failed to|failure to|could not|couldn't|cannot|can't|error) (?:complete|completing|get|getting|fetch|fetching|retrieve|retrieving|obtain|obtaining|download|downloading|read|reading|load|loading|perform|performing)\b.{0,30}(?:oidc|openid|discovery|federation|authority|tenant|instance|aad|endpoint)[ -]?\w{0,14} ?(?:discovery|metadata|configuration|document|endpoints)\b|(?:oidc|tenant|instance|openid) discovery .{0,30}(?:fail|error|unsuccessful)/,
    unless: /not authentic|region discovery|issuer validation|invalid_instance|untrusted/,
    example: "Unable to complete OIDC Discovery: 502,",
    sources: ["python", "go", "net", "js"],
  },
  {
    id: "network.adfs",
    kind: "authority_unreachable",
    says: "The data of the AD FS server could not be loaded.",
    phrases: ["adfs"],
    pattern:
      /(?:could not|couldn't|cannot|can't|unable to|failed to|not) (?:be )?(?:load|fetch|retrieve|download|get|reach|contact|connect)(?:ed|d)?\b.{0,80}(?:data|metadata|keys?|configuration|server|document)|no data could be (?:loaded|fetched)/,
    unless: /aadsts|\btoken\b|certificate|ssl|tls|getaddrinfo|refused|timed out|status code|\b[45]\d\d\b/,
    example:
      "RuntimeError: Could not load any data from ADFS server. Authentication against ADFS not be possible. Verify your settings and the connection with the ADFS server.",
    sources: ["python"],
  },
  {
    id: "network.offline",
    kind: "authority_unreachable",
    phrases: [ABOUT_TOKENS.concat("cmdlet")],
    pattern: anyOf(
      /no (?:internet|network) (?:connection|connectivity|access|available)/,
      /connect to (?:the )?internet/,
      /not connected to (?:the )?internet/,
      /network (?:is|was) (?:down|not available|unavailable|offline)/,
      /network request failed/,
      /error message: offline\b/,
      /(?:you are|client is|device is|currently) offline/,
      /check (?:your |the )?(?:internet|network) connect/,
      /\bnetwork error\b/,
      /err_internet_disconnected/,
      /failed to fetch at https?:\/\/login\./,
      /err_network\b/,
    ),
    unless: /http status code [1-4]\d\d/,
    example: "AzureLoginError: Error Message: Offline",
    sources: ["js", "powershell", "net"],
  },
  {
    id: "network.timed-out-somehow",
    kind: "network_timeout",
    phrases: [
      ["login.microsoftonline", "login.windows.net", "sts.windows.net", "token endpoint", "token request", "oauth2/"],
    ],
    pattern: /\btimed[ -]?out\b|\btimeout\b|deadline (?:has )?(?:exceeded|elapsed)|took too long/,
    // A header of an answer that came tells how long the connection is kept.
    unless:
      /aadsts|169\.254\.169\.254|managed ?identity|response [45]\d\d|\biframe\b|azure cli|azd\b|powershell|popup|keep-alive["': ]{1,4}timeout=/,
    example: "Post https://login.microsoftonline.com/common/oauth2/token: request timeout after 30 s",
    sources: ["go", "rust", "cpp"],
  },
  {
    id: "network.not-connected-somehow",
    kind: "connection_failed",
    phrases: [
      ["login.microsoftonline", "login.windows.net", "sts.windows.net", "token endpoint", "token request", "oauth2/"],
    ],
    pattern: anyOf(
      /(?:failed|unable|could not|couldn't|cannot) (?:to )?(?:connect|establish (?:a )?connection|open (?:a )?connection)/,
      /connection (?:error|failed|failure|closed|lost|dropped)/,
      /\bunexpected eof\b/,
      /\beof while/,
      /: eof\b/,
      /error sending request/,
    ),
    unless: /aadsts|sql server|database|169\.254\.169\.254|managed ?identity|response [45]\d\d/,
    example: 'Post "https://login.microsoftonline.com/common/oauth2/token": EOF',
    sources: ["go", "rust", "cpp"],
  },
  {
    id: "network.pool-gave-up",
    kind: "authority_unreachable",
    says: "The connection to the authority failed however often it was tried.",
    pattern:
      /httpsconnectionpool\(host='login\.[\w.]{4,60}', port=\d{2,5}\): max retries exceed|(?:max(?:imum)? (?:number of )?retries (?:\d{1,3} times )?(?:was |were )?exceeded|retry limit (?:was )?(?:reached|exceeded)|retries exhausted\b|all (?:retries|attempts)\b|giving up after \d{1,3}|retried \d{1,3} times|after \d{1,3} (?:retries|attempts|tries)).{0,80}(?:login\.(?:microsoftonline|windows|chinacloudapi|partner\.microsoftonline)\.|openid-configuration|discovery\/instance)/,
    unless: /aadsts|response [1-5]\d\d|status/,
    example: "HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded with url: /common",
    sources: ["python", "azure-cli", "java"],
  },
];
