import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of Entra ID, about what it demands beyond a password: a second factor, a place, a device.
 *
 * @internal
 */
export const ENTRA_CONDITION_KINDS = {
  mfa_required: {
    stage: "entra",
    owner: "user",
    retryable: false,
    title: "Second factor required",
    means: "A second factor is needed, and this flow cannot ask for it.",
    summary: "A second factor is needed, and this flow cannot ask for it.",
    remedies: [
      {
        action: "Sign in interactively once, for the same scope and tenant.",
        command: "az login --scope <scope> --tenant <tenant-id>",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
      {
        action: "Unattended code must not use a person’s account: use a managed identity or service principal.",
        url: "https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication",
      },
    ],
  },
  conditional_access_blocked: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Blocked by Conditional Access",
    means: "A Conditional Access policy forbids this sign-in.",
    summary: "A Conditional Access policy forbids this sign-in.",
    remedies: [
      {
        action: "Find the policy in the sign-in log of Entra ID, by correlation id.",
        url: "https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins",
      },
      {
        action: "Sign in from an allowed place or device, or have the policy changed for this workload.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/workload-identity",
      },
    ],
  },
  device_not_compliant: {
    stage: "entra",
    owner: "identity-admin",
    retryable: false,
    title: "Device not compliant",
    means: "The device does not satisfy the policy in force.",
    summary: "The device does not satisfy the policy in force.",
    remedies: [
      {
        action: "Register or enrol the device and bring it into compliance.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-device-to-be-marked-as-compliant",
      },
      {
        action: "Use a device that the policy accepts.",
        url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-device-to-be-marked-as-compliant",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
