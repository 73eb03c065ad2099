import type { KindInfo } from "../kinds.js";
import { WHO_CANCELLED } from "../writers/callers.js";

/**
 * The kinds of failures of the policy and the caller.
 *
 * @internal
 */
export const CALLER_KINDS = {
  policy_violation: {
    stage: "policy",
    owner: "developer",
    retryable: false,
    title: "Policy violation",
    means:
      "The credential, or this call of it, breaks a rule of the credential policy in force; no token was asked for.",
    summary: "The credential breaks a rule of the credential policy in force, so no token was asked for.",
    remedies: [
      { action: "Change the credential as the violated rule says; its message names the rule and the fix." },
      { action: "If the use is intended, exempt that one rule with a reason and an end date." },
    ],
  },
  aborted: {
    stage: "caller",
    owner: "nobody",
    retryable: false,
    title: "Cancelled by the caller",
    means: "The caller cancelled the call before a token arrived; the credential itself has not failed.",
    summary: "The caller cancelled before a token arrived.",
    remedies: [WHO_CANCELLED.usual],
  },
  deadline_exceeded: {
    stage: "caller",
    owner: "platform",
    retryable: true,
    title: "Deadline exceeded",
    means: "The deadline of this acquisition ran out while the credential was still working.",
    summary: "The deadline for one acquisition ran out while the credential was still working.",
    remedies: [
      {
        action:
          "Look at what it was waiting for: a host that does not answer points to a firewall, a proxy or a wrong endpoint.",
      },
      {
        action: "Raise deadlineMs only if the wait is legitimate, e.g. a managed identity that is still being set up.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
