import type { FailureKind } from "../kinds.js";

/**
 * What an OAuth `error` of Entra ID means by itself, where the AADSTS number beside it is unknown or absent. Words that
 * stand for several quite different failures (`invalid_client`, `invalid_grant`, `unauthorized_client`) are left out:
 * never guessed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 * @internal
 */
export const OAUTH_ERRORS: ReadonlyMap<string, FailureKind> = new Map([
  ["invalid_request", "malformed_request"],
  ["invalid_scope", "invalid_scope_or_resource"],
  ["invalid_resource", "invalid_scope_or_resource"],
  ["invalid_target", "invalid_scope_or_resource"],
  ["invalid_instance", "configuration_invalid"],
  ["unsupported_grant_type", "unsupported_grant_or_response"],
  ["unsupported_response_type", "unsupported_grant_or_response"],
  ["interaction_required", "interaction_required"],
  ["login_required", "interaction_required"],
  ["consent_required", "consent_required"],
  ["bad_token", "refresh_token_expired"],
  ["temporarily_unavailable", "service_unavailable"],
  ["server_error", "service_unavailable"],
  ["access_denied", "permission_denied"],
  ["authorization_pending", "device_code_flow"],
  ["authorization_declined", "device_code_flow"],
  ["expired_token", "device_code_flow"],
  ["code_expired", "device_code_flow"],
  ["bad_verification_code", "device_code_flow"],
  ["slow_down", "device_code_flow"],
  ["too_many_requests", "throttled"],
]);
