import { isOrdinary } from "./ordinary.js";
import { isProse } from "./proseWords.js";

const SCHEMES = "Bearer|Basic|SharedKey|SharedAccessSignature|Negotiate|NTLM|PoP";
const SENT = new RegExp(
  `(\\bauthorization["']?\\s{0,3}[:=]\\s{0,3}["']?(?:${SCHEMES})\\s{1,3})([^\\s"']{1,4000})`,
  "gi",
);
const SCHEME = new RegExp(`\\b(${SCHEMES})(\\s{1,3}|%20|\\+)([^\\s"',]{3,4000})`, "gi");
/** What a service asks for in the same header. */
const PARAMETER =
  /^(?:realm|authorization|authorization_uri|error|error_description|claims|client_id|scope|trusted_issuers|resource|resource_id|tenant|nonce)=/i;
const WORD = /^[A-Z]?[a-z]{1,14}[.,:;)]{0,2}$/;
const PLACEHOLDER = /^[<*{$[]/;
const COOKIE = /(\b(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"'=;,]{1,200}=[^\n"']{1,4000})/gi;
const HEADER =
  /(?<![\w#])((?:x-identity-header|x-ms-authorization[\w-]{0,20}|ocp-apim-subscription-key|x-functions-key|x-api-key|api-key|metadata-secret)["']?\s{0,3}:\s{0,3}["']?)([^\s"',;]{1,4000})/gi;

/**
 * Hides what headers of requests and answers carry.
 *
 * @internal
 */
export function hideHeaders(text: string, hidden: string): string {
  return text
    .replace(SENT, (found, head: string, value: string) =>
      PARAMETER.test(value) || PLACEHOLDER.test(value) || isProse(value) ? found : head + hidden,
    )
    .replace(SCHEME, (found, scheme: string, blank: string, value: string) =>
      PARAMETER.test(value) || PLACEHOLDER.test(value) || WORD.test(value) || isProse(value)
        ? found
        : scheme + blank + hidden,
    )
    .replace(COOKIE, `$1${hidden}`)
    .replace(HEADER, (found, name: string, value: string) =>
      isOrdinary(value, value.endsWith(":") ? "token" : "password", true) ? found : name + hidden,
    );
}
