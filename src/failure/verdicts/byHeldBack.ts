import type { Evidence } from "../evidence.js";
import type { Rule } from "../rules/rule.js";
import type { HeldBack } from "../types.js";
import type { Verdict } from "../verdict.js";

/** MSAL's own throttling: it throws what the answer before said, which may be nothing. */
const FRAME = /\bat (?:Function\.)?ThrottlingUtils\.preProcess\b/;
/** The same error as Node.js prints it. */
const PRINTED = /\bservererror\b[^{}]{0,20}\{ errorcode: '', errormessage: ''/;
/** The SDK gives whatever MSAL throws this class. */
const WORDLESS = /^authenticationrequirederror:?$/;

const HELD_BACK: Rule = {
  id: "entra.held-back",
  kind: "throttled",
  says: "MSAL sent no request: after an answer of 429 or 5xx it holds such requests back for a while.",
  example: "ServerError at ThrottlingUtils.preProcess",
  sources: ["msal"],
  remedies: [
    {
      action:
        "Wait: after a 429 or a 5xx MSAL sends no request of this kind for as long as Retry-After says, or 60 seconds, also where the service answers again.",
      url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
    },
    { action: "Look at the first failure: it has the answer of Entra ID that this one repeats." },
    { action: "If it lasts, look at the service status.", url: "https://azure.status.microsoft/status" },
  ],
};

/**
 * What it means that MSAL sent nothing because of the answer that came before.
 *
 * @param evidence - what was read off the error
 * @param heldBack - that answer, where this credential has seen it
 * @internal
 */
export function byHeldBack(evidence: Evidence, heldBack?: HeldBack): Verdict | undefined {
  const silent = heldBack !== undefined && WORDLESS.test(evidence.plain);
  const shown =
    evidence.nodes.length === 0
      ? FRAME.test(evidence.text) || PRINTED.test(evidence.plain)
      : evidence.nodes.some((node) => node.silent === true);
  if (!silent && !shown) return undefined;
  if (heldBack === undefined) return { kind: HELD_BACK.kind, rule: HELD_BACK, answered: true };
  const { method, host, port, status, seconds } = heldBack;
  const seen = `nothing was sent: ${method} ${host}:${port} had been answered with ${status} before, and MSAL holds such requests back for ${seconds} s more`;
  return {
    kind: status >= 500 ? "service_unavailable" : "throttled",
    rule: HELD_BACK,
    wire: { seen, host, port, status, retryAfterSeconds: seconds },
    answered: true,
  };
}
