import type { FailureKind } from "../kinds.js";

/**
 * Error words that only MSAL for .NET and for Java know, several in a row, and what they mean.
 *
 * @internal
 */
export const DOTNET_AND_JAVA_WORDS: readonly (readonly [FailureKind, string])[] = [
  [
    "configuration_invalid",
    `authority_host_mismatch authority_tenant_specified_twice authority_validation_failed
     b2c_authority_host_mismatch client_credential_authentication_types_are_mutually_exclusive
     combined_user_app_cache_not_supported custom_metadata_instance_or_uri invalid_authority
     invalid_authority_type setciam_authority_fails tenant_override_non_aad
     validate_authority_or_custom_instance_metadata static_cache_with_external_serialization
     invalid_user_instance_metadata default_redirect_uri_is_invalid invalid_owner_window_type
     adfs_not_supported_with_broker wam_no_b2c broker_does_not_support_pop wam_ui_thread_only
     user_assigned_identity_not_supported authority_override_regional authority_type_mismatch
     broker_required_for_pop embedded_webview_not_compatible_default_browser
     force_refresh_and_token_hash_not_compatible invalid_client_credential_configuration
     invalid_json_claims_format loopback_redirect_uri missing_tenanted_authority
     mtls_pop_not_supported_for_environment region_discovery_with_custom_instance_metadata
     regional_authority_validation set_ciam_authority_at_request_level_not_supported
     telemetry_config_or_telemetry_callback mtls_pop_token_not_supported_in_imds_v1
     cannot_switch_between_imds_versions_for_preview`,
  ],
  [
    "configuration_missing",
    `no_client_id no_redirect_uri scopes_required wam_scopes_required
     client_credentials_required_in_confidential_client_application region_required_for_mtls_pop
     mtls_bearer_without_region mtls_pop_without_region mtls_certificate_not_provided
     nonce_required_for_pop_on_pca scopes_required_client_credentials scopes_required_wam upn_required
     user_assertion_null no_username_or_accountid_provided_for_silent_android_broker_authentication`,
  ],
  [
    "certificate_unusable",
    "cert_without_private_key cryptographic_error certificate_not_rsa crypto_error device_certificate_not_found",
  ],
  [
    "token_cache_unavailable",
    "database_unavailable cannot_access_publisher_keychain writing_token_to_keychain_failed multiple_accounts_for_loginhint invalid_adal_cache",
  ],
  [
    "tool_not_installed",
    "native_extension_not_installed broker_application_required cannot_invoke_broker webview2_not_installed webview2_loader_not_found webview2_runtime_not_installed webview2loader_not_found missing_broker",
  ],
  [
    "tool_failed",
    `wam_runtime_init_failed unknown_broker_error wam_internal_error broker_response_returned_error
     broker_response_hash_mismatch broker_nonce_mismatch null_intent_returned_from_broker wam_picker_error
     wam_interactive_error android_broker_operation_failed failed_to_get_broker_response
     broker_signature_verification_failed`,
  ],
  [
    "managed_identity_endpoint_error",
    "managed_identity_file_read_error imds_service_error invalid_managed_identity_response unknown_managed_identity_error",
  ],
  ["managed_identity_not_configured", "missing_managed_identity_env_var mtls_not_supported_for_managed_identity"],
  ["authority_unreachable", "tenant_discovery_failed oidc_failure"],
  ["interaction_required", "no_broker_account_found"],
  ["password_expired", "user_password_expired"],
];
