import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What Entra ID and MSAL say in words, where there is no AADSTS number and no name of what is wrong.
 *
 * @internal
 */
export const ENTRA_RULES: readonly Rule[] = [
  {
    id: "entra.clock",
    kind: "clock_skew",
    pattern: anyOf(
      /token is not yet valid/,
      /(?:computer|machine|system|device|server)'?s? (?:time|clock).{0,60}(?:correct|wrong|behind|ahead|sync|skew|off)/,
      /clock (?:is )?(?:skew|drift|out of sync|behind|ahead|wrong|not synchron)/,
      /time ?skew/,
      /(?:check|compare|adjust|synchroni[sz]e|correct) (?:the |your |this )?(?:\w{2,12} )?clock\b/,
      /(?:current|local) (?:date and )?time .{0,40}(?:not in sync|out of sync|incorrect)/,
    ),
    answered: true,
    example: "The ID token is not yet valid. Make sure your computer's time and time zone are both correct.",
    sources: ["python", "azure-cli"],
  },
  {
    id: "entra.throttled",
    kind: "throttled",
    pattern:
      /too_many_requests|(?:authority|entra(?: id)?|token endpoint|microsoftonline\.com) (?:answered|returned|replied|responded)(?: with)?:? (?:status )?429\b|\bthrottled\b|request_throttled|throttled_request/,
    answered: true,
    example: "too_many_requests: Too many requests",
    sources: ["imds", "service"],
  },
  {
    id: "entra.unavailable",
    kind: "service_unavailable",
    phrases: [
      [
        "servertemporarilyunavailable",
        "server_unavailable",
        "temporarily_unavailable",
        "service_not_available",
        "services aren't available right now",
      ],
    ],
    answered: true,
    example: "server_unavailable: ServerTemporarilyUnavailable: try again",
    sources: ["msal"],
  },
];
