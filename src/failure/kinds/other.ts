import type { KindInfo } from "../kinds.js";
import { LOG_CREDENTIAL } from "../writers/logging.js";

/**
 * The kinds of failures of what fits nowhere else.
 *
 * @internal
 */
export const OTHER_KINDS = {
  not_authentication: {
    stage: "other",
    owner: "developer",
    retryable: false,
    title: "Not an authentication failure",
    means: "This is not about acquiring or presenting a token.",
    summary: "The failure is not about acquiring or presenting a token.",
    remedies: [{ action: "Look for the cause elsewhere: nothing here is about acquiring or presenting a token." }],
  },
  unknown: {
    stage: "other",
    owner: "developer",
    retryable: false,
    title: "Unknown authentication failure",
    means: "This looks like a failure of authentication, but nothing that is known matches it.",
    summary: "Authentication failed for a reason that is not known.",
    remedies: [
      LOG_CREDENTIAL.usual,
      {
        action: "If there is an AADSTS code, look it up.",
        url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
