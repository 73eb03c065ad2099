import type { Rule } from "./rule.js";

/**
 * External tokens that were to be presented to Entra ID.
 *
 * @internal
 */
export const ASSERTION_RULES: readonly Rule[] = [
  {
    id: "assertion.oidc-answer",
    kind: "assertion_unavailable",
    pattern:
      /null token from oidc|oidc_?token field not detected|oidc token not found|(?:response|status) from (?:the )?oidc|oidc (?:token )?(?:endpoint|request) (?:failed|returned)/,
    example:
      "401 (Unauthorized) response from the OIDC endpoint. Check service connection ID and Pipeline configuration",
    sources: ["js", "go", "python", "net"],
  },
  {
    id: "assertion.github-actions",
    kind: "assertion_unavailable",
    phrases: [["actions_id_token_request_url", "actions_id_token_request_token", "unable to get oidc token"]],
    example: "Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable",
    sources: ["js"],
  },
  {
    id: "assertion.no-service-connection",
    kind: "assertion_unavailable",
    phrases: ["no service connection found with identifier"],
    example: "No service connection found with identifier 00000000-0000-0000-0000-000000000001.",
    sources: ["js", "go", "python", "net"],
  },
];
