import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What an endpoint answered that is no token, where not even the status of the answer tells more.
 *
 * @internal
 */
export const ODD_ANSWER_RULES: readonly Rule[] = [
  {
    id: "identity.odd-answer",
    kind: "managed_identity_endpoint_error",
    pattern: anyOf(
      /unexpected (?:response|content|status|answer|result|format|value|token)/,
      /(?:did not|didn't|does not|doesn't|not) (?:receive|return|contain|match|include|have|get|in) (?:\w{1,12} ){0,3}?(?:expected|correct|valid|www-authenticate|token|access_token|expires|realm|location)/,
      /expected (?:a |an )?(?:401|www-authenticate|response|status)/,
      /(?:invalid|malformed|empty|unparsable|bad) (?:\w{1,12} )?(?:response|token|json|answer|content|header)/,
      /(?:could not|couldn't|cannot|unable to|failed to|failed|error) (?:be )?(?:pars|deseriali[sz]|decod|unmarshal|process)/,
      /response ?code: ?(?:badrequest|internalservererror|notfound)/,
      /non-retryable error/,
      /internal server error/,
      /(?:lacks?|missing|absent) .{0,20}(?:access_token|expires|token_type|header)/,
      /(?:has|have|had|with) no (?:access_token|token|expires)/,
      /without (?:an? )?(?:access_token|token|expires)/,
      /must end with/,
      /missing (?:\w{1,12} )?(?:field|property|header|access_token|token|expires)/,
      /(?:could not|couldn't|failed to|unable to|error) (?:fetch|acquir|retriev|obtain|get)\w{0,4} (?:\w{1,20} ){0,5}tokens?\b/,
      /invalid expires/,
      /expires_on'? .{0,20}(?:neither|not a|unparsable|malformed)/,
      /(?:not|n't) (?:a )?(?:valid )?json/,
      /non-json/,
      /token is invalid/,
      /(?:response|body) (?:is|was) (?:empty|null)/,
      /has no expir/,
      /invalid_resp\b/,
      /internal ?error/,
      /expected .{0,60}(?:but )?(?:got|received|found) /,
      /no token was returned/,
    ),
    managedIdentity: true,
    unless:
      /_endpoint\b|environment variable|az login|private key|file path|timed out|connection (?:refused|reset|attempt)/,
    answered: true,
    example: "ManagedIdentityCredential: expected a 401 response, received 404.",
    sources: ["go", "python", "net", "java", "cpp", "rust", "azure-cli"],
  },
];
