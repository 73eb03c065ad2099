import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Where a token comes from: a sentence about a lost connection may be of any program. */
const ON_THE_WAY: readonly string[] = [
  "login.microsoftonline",
  "login.windows.net",
  "sts.windows.net",
  "/oauth2/",
  "token request",
  "token endpoint",
  "token acquisition",
  "token refresh",
  "gettoken",
  "azidentity",
  "msal",
  "adal",
  "aad",
  "entra",
  "credential authentication failed",
  "credential",
  "azure",
];

/**
 * A request for a token that was cut off, ran out of time or had no answer, where the words are those of an HTTP client.
 *
 * @internal
 */
export const NETWORK_CUT_RULES: readonly Rule[] = [
  {
    id: "network.client-timeout",
    kind: "network_timeout",
    phrases: [ON_THE_WAY],
    pattern: /\btimeout of \d{1,8} ?ms exceeded|operation was aborted due to timeout/,
    unless: /aadsts|managed ?identity|169\.254|azure cli|cli ?credential|\baz process|\bazd?:|power ?shell|database/,
    example:
      "AxiosError: timeout of 10000ms exceeded (ECONNABORTED) POST https://login.microsoftonline.com/t/oauth2/token",
    sources: ["node"],
  },
  {
    id: "network.cut-look-up",
    kind: "dns_failure",
    // What can come of a look-up that failed is all of one kind.
    phrases: [ON_THE_WAY],
    pattern: /dial tcp: lookup [a-z0-9.-]{4,120}(?: on [\d.:]{3,40})?:? ?(?:server|read udp|i|s|n|no)?$/,
    example: 'Post "https://login.microsoftonline.com/t/oauth2/v2.0/token": dial tcp: lookup login.microsoftonline.co',
    sources: ["go"],
  },
  {
    id: "network.cut-dial-identity",
    kind: "managed_identity_unreachable",
    // Nobody answered, however the reason goes on.
    phrases: ["dial tcp "],
    managedIdentity: true,
    pattern:
      /dial tcp (?:169\.254\.169\.254:80|(?:127\.0\.0\.1|localhost|\[::1\]):\d{2,5}):(?: (?:c\w{0,8}|i\/?o?|connect(?:ex)?: .{0,60}|context \w{0,8}))?$/,
    unless: /\b(?:200|40[0-9]|50[0-9])\b/,
    example: 'Get "http://169.254.169.254/metadata/identity/oauth2/token?resource=x": dial tcp 169.254.169.254:80: con',
    sources: ["go"],
  },
  {
    id: "network.cut-dial",
    kind: "connection_failed",
    phrases: ["dial tcp ", ON_THE_WAY],
    pattern: /dial tcp [\d.:[\]a-f]{7,50}: (?:connect: (?:conn?\w{0,8}|network)|conn\w{0,3})$/,
    unless: /169\.254\.|127\.0\.0\.1|\[::1|connection attempt/,
    example:
      'Post "https://login.microsoftonline.com/t/oauth2/v2.0/token": dial tcp 20.190.151.7:443: connect: connectio',
    sources: ["go"],
  },
  {
    id: "network.proxy-name",
    kind: "dns_failure",
    says: "The name of the proxy could not be resolved.",
    pattern: /tunneling socket could not be established,? .{0,20}\b(?:enotfound|eai_again)\b/,
    example: "Azure login: tunneling socket could not be established, cause=getaddrinfo ENOTFOUND proxy",
    sources: ["node"],
  },
  {
    id: "network.try-again",
    kind: "dns_failure",
    // EAI_AGAIN as .NET words it on Linux.
    pattern: /resource temporarily unavailable \([a-z0-9.-]{4,120}:\d{2,5}\)/,
    unless: /database|\bsql/,
    example: "Azure.RequestFailedException: Resource temporarily unavailable (login.microsoftonline.com:443)",
    sources: ["net"],
  },
  {
    id: "network.cut-in-handshake",
    kind: "connection_failed",
    says: "The connection was cut before the TLS handshake was complete.",
    phrases: [ON_THE_WAY.concat("addaccount", "httprequestexception")],
    pattern:
      /socket disconnected before secure tls|ssl connection could not be established.{0,600}(?:forcibly closed|connection reset by peer|transport connection: .{0,60}(?:reset|closed))|ssl peer shut down incorrectly/,
    unless: /aadsts|database|\bsql|managed ?identity/,
    example:
      "ClientSecretCredential authentication failed: Client network socket disconnected before secure TLS connection was established",
    sources: ["node", "net", "java"],
  },
  {
    id: "network.cut-off",
    kind: "connection_failed",
    says: "The connection was cut before the answer was complete.",
    phrases: [ON_THE_WAY],
    pattern: anyOf(
      /\bund_err_(?:socket|closed|destroyed)\b/,
      /\bother side closed/,
      /network connection (?:was )?(?:lost|interrupted|dropped)/,
      /(?:client|peer|server) (?:idle )?connection (?:was )?(?:lost|closed|dropped)/,
      /server closed (?:the |its )?(?:idle )?connection/,
      /unexpected end of file from server/,
      /(?:peer|server|remote (?:host|end|server)) (?:has )?(?:closed|dropped|cut) the (?:socket|connection)/,
    ),
    unless:
      /aadsts|managed ?identity|169\.254|database|\bsql|redis|mongo|kafka|amqp|servicebus|event ?hub|websocket|signalr|kube-?api/,
    example: "token refresh: TypeError: terminated, cause: SocketError: other side closed (login.microsoftonline.com)",
    sources: ["node", "go", "java", "js"],
  },
  {
    id: "network.no-reply",
    kind: "authority_unreachable",
    says: "The authority gave no answer.",
    phrases: [
      [
        "login.microsoftonline",
        "login.windows.net",
        "sts.windows.net",
        "token endpoint",
        "adal",
        "msal",
        "authority",
        "azure ad",
        "aad token",
        "entra",
      ],
    ],
    pattern: anyOf(
      /(?:no|without an?y?|gave no|returned no) (?:response|reply|answer) (?:was |is )?(?:received|came|from (?:the )?(?:server|authority|token endpoint|https:\/\/login|login|azure ad|aad|entra))/,
      /(?:authority|token endpoint|login\.[a-z.]{8,40}|entra(?: id)?|azure ad) (?:returned|gave|sent) no (?:response|reply|answer)/,
      /(?:authority|token endpoint|login\.[a-z.]{8,40}) (?:did not|didn't|does not|doesn't|is not|isn't) (?:respond|answer|reply)/,
    ),
    unless:
      /aadsts|time-?out|timed out|within \d|managed ?identity|169\.254|\bimds\b|database|status(?: code)? [45]\d\d/,
    example: "adal-node: Get Token request: No response from the server",
    sources: ["js", "msal"],
  },
  {
    id: "network.page-as-json",
    kind: "proxy_failure",
    phrases: [["login.microsoftonline", "login.windows.net", "sts.windows.net"]],
    pattern: /unexpected token ['"]?<|invalid json response body .{0,160}<(?:!doctype|html)/,
    unless: /aadsts|managed ?identity|169\.254/,
    answered: true,
    example:
      "FetchError: invalid json response body at https://login.microsoftonline.com/common/oauth2/token reason: Unexpected token < in JSON at position 0",
    sources: ["node"],
  },
];

/**
 * What a browser says of a request, which never knows why it failed: after all that knows.
 *
 * @internal
 */
export const BROWSER_REQUEST_RULES: readonly Rule[] = [
  {
    id: "network.browser-request",
    kind: "authority_unreachable",
    says: "The browser's request to the authority failed.",
    pattern:
      /\b(?:post|get)_request_failed\b|failed to fetch.{0,200}login\.(?:microsoftonline|windows)|msal.{0,200}failed to fetch\b/,
    unless:
      /aadsts|cors policy|managed ?identity|authorization_|expired_token|bad_verification_code|slow_down|\binvalid_|interaction_/,
    example:
      "BrowserAuthError: post_request_failed: Network request failed: If the browser threw a CORS error, check the redirectUri",
    sources: ["js", "msal"],
  },
];
