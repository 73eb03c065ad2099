import type { FailureKind } from "../kinds.js";
import type { Rule } from "./rule.js";

/** How WinHTTP's number stands in an error: after the step that failed, or after the name of the function. */
function numbered(numbers: string, names: string): RegExp {
  return new RegExp(
    `error while (?:sending|receiving|reading|writing|getting|opening|setting|connecting)[^.]{0,60}\\. ?error code: ?${numbers}\\b|winhttp\\w{0,24}.{0,30}\\b${numbers}\\b|(?:error_(?:winhttp|internet)|wininet_e)_(?:${names})\\b`,
  );
}

function rule(name: string, kind: FailureKind, numbers: string, names: string, example: string): Rule {
  return {
    id: `network-windows.${name}`,
    kind,
    phrases: [
      ["error code: 12", "error code:12", "winhttp", "error_internet", "wininet_e"],
      ["gettoken", "token", "login.", "azure", "credential", "authenticat", "identity"],
    ],
    pattern: numbered(numbers, names),
    example,
    sources: ["cpp"],
  };
}

/**
 * Numbers of WinHTTP, which say what failed whatever language Windows describes them in.
 *
 * @see https://learn.microsoft.com/windows/win32/winhttp/error-messages
 * @internal
 */
export const WINDOWS_NETWORK_RULES: readonly Rule[] = [
  {
    id: "network.page-for-token",
    kind: "proxy_failure",
    phrases: ["last read: '<", ["gettoken", "token", "credential", "login.microsoftonline"]],
    unless: /managed ?identity|imds|169\.254/,
    example:
      "GetToken(): [json.exception.parse_error.101] parse error at line 1, column 1: invalid literal; last read: '<'",
    sources: ["cpp"],
  },
  rule(
    "tls",
    "tls_failure",
    "12(?:037|038|044|045|157|169|170|175|185|186)",
    "secure_\\w{3,30}|client_auth_cert_\\w{4,16}",
    "GetToken(): Error while sending a request. Error Code: 12175: A security error occurred.",
  ),
  rule(
    "dns",
    "dns_failure",
    "12007",
    "name_not_resolved",
    "GetToken(): Error while sending a request. Error Code: 12007",
  ),
  rule(
    "timeout",
    "network_timeout",
    "12002",
    "timeout",
    "GetToken(): Error while receiving a response. Error Code: 12002",
  ),
  rule(
    "connection",
    "connection_failed",
    "120(?:29|30|31)",
    "cannot_connect|connection_(?:error|reset|aborted)",
    "GetToken(): Error while sending a request. Error Code: 12029: A connection with the server could not be established.",
  ),
];
