/**
 * What a name says of the value beside it: that of a `password` is secret whatever it looks like, a `token` also stands in
 * front of ordinary words, and the value of a `key` may well be a name.
 *
 * @internal
 */
export type Secrecy = "password" | "token" | "key";

const MAX_NAME = 120;
/** After the word that matters: `secretText`, `passwordValue`, `client_secret_raw`. */
const TRAILING = /(?<=.)(?:value|text|string|plaintext|plain|raw|data)$/;
const PASSWORD =
  /(?:secret|password|passwd|passwort|kennwort|passphrase|passcode|passwrd|pwd|identityheader|securestring|clientcredential)$/;
const TOKEN =
  /(?:token|tokenhint|assertion|cookie|jwt|authorization|clientinfo|codeverifier)$|^(?:sig|signature|pat|sas|nonce|auth)$|(?:sas|shared|access)signature$/;
const KEY = /key$/;
const SECRET_KEY =
  /(?:api|access|account|shared|storage|function|functions|master|host|subscription|primary|secondary|private|encryption|signing|client|app|application|admin|query|auth|secret|service)key$/;
/** Names of what a program reports or looks up, and of what is public. */
const HARMLESS =
  /(?:external|sealed|cluster|pull)secret$|(?:error|code|description|id|name|type|public|partition|row|foreign|registry|sort|cache|lock|map|domain|info)key$|(?:get|list|delete|fetch|read|find|load)(?:secret|password|token|key)$|^(?:publickeytoken|nextpagetoken|continuationtoken|cancellationtoken|skiptoken)$/;

/**
 * Whether a name, in any of the usual spellings, is that of a secret.
 *
 * @param name - e.g. `AZURE_CLIENT_SECRET`, `clientSecret`, `spring.cloud.azure.client-secret`
 * @internal
 */
export function secrecyOf(name: string): Secrecy | undefined {
  if (name.length > MAX_NAME) return undefined;
  const whole = name.toLowerCase().replace(/[^a-z]/g, "");
  const joined = whole.replace(TRAILING, "");
  if (HARMLESS.test(joined)) return undefined;
  if (PASSWORD.test(joined) || PASSWORD.test(whole)) return "password";
  if (TOKEN.test(joined) || SECRET_KEY.test(joined)) return "token";
  return KEY.test(joined) ? "key" : undefined;
}
