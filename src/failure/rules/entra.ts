import type { Rule } from "./rule.js";

/**
 * What Entra ID and MSAL say in words, where there is no AADSTS number.
 *
 * @internal
 */
export const ENTRA_RULES: readonly Rule[] = [
  {
    id: "entra.interaction",
    kind: "interaction_required",
    pattern:
      /automatic authentication has been disabled|without user interaction|cannot silently authenticate|cannot be signed in silently|^authenticationrequired(?:error|exception):?$|(?:user|authentication)(?: has)?[ _]cancell?ed(?: the)?(?: authentication)?\b|ui_?required_?exception:? no account|msal interaction required|no account or login hint was passed|interactive authentication is needed/,
    unless: /pollingcancelled|polling_cancelled/,
    answered: true,
    example: "Automatic authentication has been disabled. You may call the authentication() method.",
    sources: ["js", "go", "msal"],
  },
  {
    id: "entra.device-flow",
    kind: "device_code_flow",
    pattern: /fail(?:ed)? to (?:create|initiate|start) (?:the )?device (?:code )?flow/,
    answered: true,
    example: "Fail to create device flow. Err: {}",
    sources: ["azure-cli", "python"],
  },
  {
    id: "entra.answer-without-token",
    kind: "invalid_token_response",
    pattern:
      /response had no "(?:expireson|accesstoken)" property|failed to parse token expiration|(?:unable to|failed to|cannot|could not) (?:parse|unmarshal|decode) (?:the )?(?:claims in |returned )?(?:access ?token|id ?token|token\b)|token json object: .{1,60}property was not found|does not contain the token_type parameter/,
    answered: true,
    example: 'Response had no "accessToken" property.',
    sources: ["js", "cpp", "terraform"],
  },
  {
    id: "entra.throttled",
    kind: "throttled",
    pattern: /too[_ ]many[_ ]requests|\bthrottled\b|rate limit exceeded/,
    answered: true,
    example: "too_many_requests: Too many requests",
    sources: ["imds", "service"],
  },
  {
    id: "entra.unavailable",
    kind: "service_unavailable",
    phrases: [["servertemporarilyunavailable", "server_unavailable", "temporarily_unavailable"]],
    answered: true,
    example: "server_unavailable: ServerTemporarilyUnavailable: try again",
    sources: ["msal"],
  },
];
