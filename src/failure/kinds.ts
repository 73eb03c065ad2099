import { AUTHORIZATION_KINDS } from "./kinds/authorization.js";
import { CALLER_KINDS } from "./kinds/caller.js";
import { CONFIGURATION_KINDS } from "./kinds/configuration.js";
import { CREDENTIAL_SOURCE_KINDS } from "./kinds/credentialSource.js";
import { DEVELOPER_TOOL_KINDS } from "./kinds/developerTool.js";
import { ENTRA_ACCOUNT_KINDS } from "./kinds/entraAccount.js";
import { ENTRA_APPLICATION_KINDS } from "./kinds/entraApplication.js";
import { ENTRA_ASSERTION_KINDS } from "./kinds/entraAssertion.js";
import { ENTRA_CONDITION_KINDS } from "./kinds/entraConditions.js";
import { ENTRA_REQUEST_KINDS } from "./kinds/entraRequest.js";
import { ENTRA_RESOURCE_KINDS } from "./kinds/entraResource.js";
import { ENTRA_SECRET_KINDS } from "./kinds/entraSecret.js";
import { ENTRA_SERVICE_KINDS } from "./kinds/entraService.js";
import { ENTRA_SIGN_IN_KINDS } from "./kinds/entraSignIn.js";
import { MANAGED_IDENTITY_ANSWER_KINDS } from "./kinds/managedIdentityAnswer.js";
import { MANAGED_IDENTITY_REACH_KINDS } from "./kinds/managedIdentityReach.js";
import { NETWORK_KINDS } from "./kinds/network.js";
import { OTHER_KINDS } from "./kinds/other.js";
import type { Remedy } from "./types.js";

/**
 * How far an acquisition came before it failed.
 *
 * @public
 * @since 0.1.0
 */
export type FailureStage =
  | "policy"
  | "caller"
  | "configuration"
  | "developer_tool"
  | "network"
  | "managed_identity"
  | "entra"
  | "authorization"
  | "other";

/**
 * Who can fix a failure.
 *
 * @public
 * @since 0.1.0
 */
export type FailureOwner = "developer" | "platform" | "identity-admin" | "user" | "nobody";

/**
 * The closed set of failure kinds: the values of `error.type` on spans and metrics. A kind is never renamed; a new
 * one needs a minor version.
 *
 * @public
 * @since 0.1.0
 */
export type FailureKind =
  | "policy_violation"
  | "aborted"
  | "deadline_exceeded"
  | "configuration_missing"
  | "configuration_invalid"
  | "no_credential_available"
  | "tenant_not_allowed"
  | "credential_file_unreadable"
  | "certificate_unusable"
  | "assertion_unavailable"
  | "token_cache_unavailable"
  | "tool_not_installed"
  | "tool_not_signed_in"
  | "tool_failed"
  | "tool_timeout"
  | "authority_unreachable"
  | "dns_failure"
  | "connection_failed"
  | "tls_failure"
  | "proxy_failure"
  | "network_timeout"
  | "managed_identity_probe_timeout"
  | "managed_identity_unreachable"
  | "managed_identity_not_configured"
  | "managed_identity_not_assigned"
  | "managed_identity_gateway_error"
  | "managed_identity_retries_exhausted"
  | "managed_identity_endpoint_error"
  | "pod_identity_not_found"
  | "invalid_client_secret"
  | "expired_client_secret"
  | "missing_client_credential"
  | "application_not_found"
  | "application_disabled"
  | "tenant_not_found"
  | "tenant_misconfigured"
  | "invalid_certificate"
  | "certificate_not_registered"
  | "invalid_assertion"
  | "federated_credential_mismatch"
  | "assertion_expired"
  | "invalid_scope_or_resource"
  | "resource_principal_not_found"
  | "consent_required"
  | "permission_denied"
  | "user_not_found"
  | "invalid_user_credentials"
  | "password_expired"
  | "account_disabled_or_locked"
  | "mfa_required"
  | "conditional_access_blocked"
  | "device_not_compliant"
  | "interaction_required"
  | "refresh_token_expired"
  | "redirect_uri_mismatch"
  | "malformed_request"
  | "unsupported_grant_or_response"
  | "guest_or_b2b_issue"
  | "federation_issue"
  | "throttled"
  | "service_unavailable"
  | "invalid_token_response"
  | "clock_skew"
  | "policy_or_license"
  | "session_or_cookie"
  | "device_code_flow"
  | "token_rejected"
  | "claims_challenge"
  | "authorization_denied"
  | "network_rule_denied"
  | "not_authentication"
  | "unknown";

/**
 * What follows from a failure being of a certain kind.
 *
 * @public
 * @since 0.1.0
 */
export interface KindInfo {
  readonly stage: FailureStage;
  readonly owner: FailureOwner;
  /** True when the same call may succeed later with nobody changing anything. */
  readonly retryable: boolean;
  /** Two to five words for a heading. */
  readonly title: string;
  /** What a failure of this kind is, in a sentence for users that is true of every one. */
  readonly means: string;
  /** One sentence without identifiers, fit to be the status description of a span. */
  readonly summary: string;
  /** What to do, most likely first. Never empty. */
  readonly remedies: readonly Remedy[];
}

/**
 * Every failure kind with what follows from it.
 *
 * @public
 * @since 0.1.0
 */
export const KINDS: Readonly<Record<FailureKind, KindInfo>> = {
  ...CALLER_KINDS,
  ...CONFIGURATION_KINDS,
  ...CREDENTIAL_SOURCE_KINDS,
  ...DEVELOPER_TOOL_KINDS,
  ...NETWORK_KINDS,
  ...MANAGED_IDENTITY_REACH_KINDS,
  ...MANAGED_IDENTITY_ANSWER_KINDS,
  ...ENTRA_SECRET_KINDS,
  ...ENTRA_APPLICATION_KINDS,
  ...ENTRA_ASSERTION_KINDS,
  ...ENTRA_RESOURCE_KINDS,
  ...ENTRA_REQUEST_KINDS,
  ...ENTRA_SERVICE_KINDS,
  ...ENTRA_ACCOUNT_KINDS,
  ...ENTRA_CONDITION_KINDS,
  ...ENTRA_SIGN_IN_KINDS,
  ...AUTHORIZATION_KINDS,
  ...OTHER_KINDS,
};

/**
 * Whether a value is one of the failure kinds.
 *
 * @param value - any value
 * @public
 * @since 0.1.0
 */
export function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === "string" && Object.hasOwn(KINDS, value);
}
