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
      /automatic authentication has been disabled|without user interaction|cannot silently authenticate|cannot be signed in silently|^authenticationrequired(?:error|exception):?$/,
    answered: true,
    example: "Automatic authentication has been disabled. You may call the authentication() method.",
    sources: ["js", "go", "msal"],
  },
  {
    id: "entra.answer-without-token",
    kind: "invalid_token_response",
    pattern: /response had no "(?:expireson|accesstoken)" property|failed to parse token expiration/,
    answered: true,
    example: 'Response had no "accessToken" property.',
    sources: ["js"],
  },
  {
    id: "entra.secret-in-words",
    kind: "invalid_client_secret",
    phrases: ["invalid client secret"],
    answered: true,
    example: "invalid_client: Invalid client secret provided.",
    sources: ["service"],
  },
  {
    id: "entra.secret-expired-in-words",
    kind: "expired_client_secret",
    pattern: /client secret(?: keys?)? .{0,80}(?:are|is|has|have) expired/,
    answered: true,
    example: "invalid_client: The provided client secret keys for the app are expired.",
    sources: ["service"],
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
