import type { FailureKind } from "../kinds.js";
import { DOTNET_AND_JAVA_WORDS } from "./wordsDotNetJava.js";

/**
 * Error words that MSAL puts before its messages or gives alone (`<word>: See https://aka.ms/msal.js.errors#<word>`),
 * and what each means. Unlike the sentences of the rules they are identifiers, so they are looked up, not searched for.
 *
 * @see https://learn.microsoft.com/entra/msal/javascript/node/errors
 * @internal
 */
export const WORDS: ReadonlyMap<string, FailureKind> = new Map(
  (
    [
      [
        "configuration_missing",
        `missing_tenant_id_error token_request_empty empty_url_error empty_input_scopes_error missing_ssh_jwk
         missing_nonce_authentication_header dpop_missing_resource_context missing_user_identifier
         missing_client_id redirect_uri_empty pkce_params_missing missing_ssh_kid auth_code_required
         auth_code_or_nativeAccountId_required resource_parameter_required password_required_for_managed_user`,
      ],
      [
        "configuration_invalid",
        `claims_request_parsing_error nonarray_input_scopes_error authority_uri_insecure url_parse_error
         invalid_claims invalid_code_challenge_method invalid_authority_metadata
         invalid_cloud_discovery_metadata untrusted_authority invalid_authentication_header
         cannot_set_OIDCOptions cannot_allow_platform_broker authority_mismatch invalid_request_method_for_EAR
         invalid_platform_broker_configuration issuer_validation_failed invalid_response_mode invalid_dpop_htu
         invalid_dpop_htm invalid_dpop_nonce unsupported_authentication_scheme cannot_allow_native_broker
         unable_to_create_azure_arc invalid_prompt_value uninitialized_public_client_application
         authority_metadata_error invalid_known_authorities
         invalid_client_credential conflicting_user_identifiers misplaced_resource_parameter
         unsupported_cca_instance_aware invalid_managed_identity_id_type unable_to_create_cloud_shell
         user_assigned_not_available_at_runtime user_assigned_managed_identity_not_supported
         user_assigned_managed_identity_not_configurable_at_runtime invalid_managed_identity_endpoint
         exactly_one_scope_expected silent_prompt_value_error spa_code_and_nativeAccountId_present
         storage_not_supported azure_pod_identity_authority_host_url_malformed identity_endpoint_url_malformed
         imds_endpoint_url_malformed msi_endpoint_url_malformed`,
      ],
      ["invalid_scope_or_resource", "empty_input_scopeset"],
      ["certificate_unusable", "thumbprint_missing_from_client_certificate"],
      ["credential_file_unreadable", "unable_to_read_secret_file"],
      [
        "token_cache_unavailable",
        `multiple_matching_tokens multiple_matching_accounts multiple_matching_tokens_detected
         multiple_accounts_for_login_hint invalid_cache_environment cache_quota_exceeded cache_error_unknown
         invalid_cache_record multiple_matching_appMetadata`,
      ],
      ["authority_unreachable", "endpoints_resolution_error openid_config_error network_error no_network_connectivity"],
      ["managed_identity_unreachable", "network_unavailable"],
      ["managed_identity_not_configured", "unable_to_create_source platform_not_supported"],
      ["managed_identity_not_assigned", "user_assigned_managed_identity_not_confirmed"],
      ["managed_identity_unreachable", "managed_identity_unreachable_network managed_identity_all_sources_unavailable"],
      ["network_timeout", "request_timeout"],
      [
        "managed_identity_endpoint_error",
        `invalid_file_path invalid_file_extension invalid_secret www_authenticate_header_missing
         www_authenticate_header_unsupported_format bad_request_102 managed_identity_request_failed
         managed_identity_response_parse_failure`,
      ],
      ["invalid_assertion", "invalid_assertion empty_fic_assertion"],
      [
        "interaction_required",
        `no_tokens_found native_account_unavailable no_account_in_silent_request no_account_found
         ui_not_allowed user_canceled account_unusable authentication_canceled no_prompt_failed user_null
         no_account_for_login_hint interrupted_user login_required interaction_required`,
      ],
      ["consent_required", "consent_required"],
      ["refresh_token_expired", "refresh_token_expired bad_token"],
      [
        "device_code_flow",
        `device_code_expired device_code_unknown_error user_timeout_reached authorization_pending
         authorization_declined expired_token code_expired bad_verification_code slow_down`,
      ],
      [
        "unsupported_grant_or_response",
        "loopback_server_query_response_not_supported unsupported_grant_type unsupported_response_type",
      ],
      ["service_unavailable", "server_unavailable temporarily_unavailable service_not_available"],
      ["throttled", "too_many_requests request_throttled"],
      ["aborted", "device_code_polling_cancelled"],
      [
        "interaction_required",
        `cache_miss current_broker_account failed_to_acquire_token_silently
         failed_to_acquire_token_silently_from_broker user_interaction_required no_account_error`,
      ],
      [
        "federation_issue",
        `accessing_ws_metadata_exchange_failed parsing_ws_metadata_exchange_failed wstrust_endpoint_not_found
         parsing_wstrust_response_failed wstrust_invalid_response wstrust_service_error
         federated_service_returned_error user_realm_discovery_failed missing_federation_metadata_url
         identity_provider_request_failed identity_protocol_mismatch sts_token_request_failed`,
      ],
      [
        "unsupported_grant_or_response",
        "integrated_windows_auth_not_supported_managed_user ropc_not_supported_for_msa device_code_flow_not_supported",
      ],
      ["authority_unreachable", "network_not_available sts_metadata_request_failed missing_passive_auth_endpoint"],
      ["network_timeout", "http_timeout"],
      ["throttled", "throttled_request"],
      ["invalid_token_response", "token_type_missing access_token_type_missing token_type_mismatch"],
      ["redirect_uri_mismatch", "redirect_uri_validation_failed"],
      ["tool_failed", "platform_broker_error"],
      ["tool_timeout", "native_handshake_timeout"],
      ...DOTNET_AND_JAVA_WORDS,
    ] satisfies readonly (readonly [FailureKind, string])[]
  ).flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
);
