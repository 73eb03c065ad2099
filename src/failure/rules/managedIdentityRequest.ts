import { anyOf } from "../anyOf.js";
import { NAME_IDENTITY } from "../writers/identity.js";
import type { Rule } from "./rule.js";

/**
 * What managed identity endpoints and the SDKs say of the identity and the audience that were asked for.
 *
 * @internal
 */
export const MANAGED_IDENTITY_REQUEST_RULES: readonly Rule[] = [
  {
    id: "managed-identity.pod-identity-not-found",
    kind: "pod_identity_not_found",
    pattern: anyOf(
      /no azure identity found for request|getting assigned identities for pod|failed to get matching identities for pod/,
      /no azureassignedidentity\b|nmi response failed with status code: 404|failed to get assigned ids for pod/,
      /\bazure ?identity is not configured for (?:the )?pod\b|\bpod-?identity: no identity assigned for pod\b/,
      /\bclientid mismatch, requested:[\da-f]{4}[\w# -]{4,40} available:|\bmissing podname for podip\b/,
    ),
    answered: true,
    example: "no azure identity found for request clientID 1111##### REDACTED #####5555",
    sources: ["pod-identity", "js", "go"],
  },
  {
    id: "managed-identity.several-assigned",
    kind: "configuration_missing",
    says: "Several user-assigned identities exist here, and the request does not say which one to use.",
    phrases: ["multiple user assigned identities exist"],
    unless: /failed to authenticate a system assigned identity/,
    answered: true,
    example:
      "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request",
    sources: ["imds", "js", "go"],
    remedies: [
      NAME_IDENTITY.usual,
      {
        action: "Or switch the system-assigned identity on for this resource.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/qs-configure-portal-windows-vm",
      },
    ],
  },
  {
    id: "managed-identity.not-assigned",
    kind: "managed_identity_not_assigned",
    pattern: anyOf(
      /(?<!device )\bidentity not found\b/,
      /identity (?:hasn't|has not|isn't|is not)(?: been)? assigned to this resource/,
      /requested identity (?:hasn't|has not|isn't|is not)(?: been)? assigned/,
      /no (?:default )?identity (?:has been|is) assigned/,
      /no user assigned or delegated managed identity found/,
      /unable to load the proper managed identity/,
      /managedidentitynotfound/,
      /managed identity was not found/,
      /there's no available\b/,
      /there is no (?:\w{2,10} ){0,2}(?:system|user)[- ]assigned/,
      /(?:has|have|with) no (?:system|user)[- ]assigned/,
      /no managed identity is (?:enabled|assigned|attached)/,
      /managed identity is not (?:enabled|attached) (?:on|for|to) (?:this|the) (?:automation|vm|virtual|resource)/,
      /identity .{0,60}(?:is not|isn't|not) attached to/,
      /failed to authenticate a system assigned identity/,
      /(?:has|have) no (?:managed )?identity (?:with|named|called) /,
      /no identity (?:was )?found (?:for|on) (?:this|the) (?:vm|virtual|resource|app|pod|container|host)/,
      /\bno (?:user[- ]assigned|managed) identity (?:with \w{2,12} )?(?:match|correspond)/,
      /neither an? (?:system|user)[- ]assigned (?:\w{2,12} )?nor\b/,
      /did not confirm the requested user-assigned/,
    ),
    answered: true,
    example:
      "ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.",
    sources: ["imds", "app-service", "js", "go", "python", "net", "msal"],
  },
  {
    id: "managed-identity.audience",
    kind: "invalid_scope_or_resource",
    says: "The managed identity endpoint gives no tokens for the audience that was asked for.",
    phrases: [["is not a supported msi token audience", "audiencenotsupported"]],
    answered: true,
    example: "Audience https://foo.example is not a supported MSI token audience.",
    sources: ["azure-cli", "imds"],
  },
  {
    id: "managed-identity.resource-empty",
    kind: "malformed_request",
    says: "The request for a managed identity's token does not say for which resource it is to be.",
    phrases: ["parameter resource cannot be empty"],
    answered: true,
    example: "parameter resource cannot be empty",
    sources: ["pod-identity"],
  },
  {
    id: "managed-identity.user-assigned-unsupported",
    kind: "configuration_invalid",
    says: "On this host a managed identity cannot be selected in the way that was asked for.",
    pattern: anyOf(
      /doesn't support (?:specifying a )?user-assigned/,
      /user[- ]assigned (?:managed )?identit(?:y is|ies are) not supported/,
      /specifying a [^.]{1,80}(?:is )?not supported/,
      /(?:can only be system assigned|only (?:client|object|resource) id (?:is )?supported for user-assigned|supports no user-assigned|by client id only|only supports object id|not configurable at runtime)/,
      /more than one managedidentityidtype/,
    ),
    example: "the Azure Arc API doesn't support specifying a user-assigned managed identity at runtime",
    sources: ["js", "go", "msal"],
  },
];
