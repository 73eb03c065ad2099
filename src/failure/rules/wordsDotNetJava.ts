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
     user_assigned_identity_not_supported`,
  ],
  [
    "configuration_missing",
    `no_client_id no_redirect_uri scopes_required wam_scopes_required
     client_credentials_required_in_confidential_client_application region_required_for_mtls_pop`,
  ],
  ["certificate_unusable", "cert_without_private_key cryptographic_error certificate_not_rsa crypto_error"],
  [
    "token_cache_unavailable",
    "database_unavailable cannot_access_publisher_keychain writing_token_to_keychain_failed multiple_accounts_for_loginhint",
  ],
  [
    "tool_not_installed",
    "native_extension_not_installed broker_application_required cannot_invoke_broker webview2_not_installed webview2_loader_not_found missing_broker",
  ],
  [
    "tool_failed",
    `wam_runtime_init_failed unknown_broker_error wam_internal_error broker_response_returned_error
     broker_response_hash_mismatch broker_nonce_mismatch null_intent_returned_from_broker wam_picker_error
     wam_interactive_error`,
  ],
  ["managed_identity_endpoint_error", "managed_identity_file_read_error"],
];
