import { isOfCallback } from "./assertionCallback.js";
import type { Evidence } from "./evidence.js";
import { fromError } from "./fromError.js";
import type { FailureKind } from "./kinds.js";
import type { HeldBack } from "./types.js";
import type { Verdict } from "./verdict.js";
import { byAnswer } from "./verdicts/byAnswer.js";
import { byEntraCode } from "./verdicts/byEntraCode.js";
import { byHeldBack } from "./verdicts/byHeldBack.js";
import { byMalformedEndpoint } from "./verdicts/byMalformedEndpoint.js";
import { byWire } from "./verdicts/byWire.js";
import type { WireAnswer, WireFacts, WireVerdict } from "./wire.js";

/**
 * What is known about the failure beside the error itself.
 *
 * @internal
 */
export interface ClassifyContext {
  readonly wire?: WireVerdict | undefined;
  /** The answer it ended with. */
  readonly answer?: WireAnswer | undefined;
  readonly process?: WireVerdict | undefined;
  /** The tool it ended with. */
  readonly tool?: WireFacts | undefined;
  /** True where it may have gone no further than the application's own assertion. */
  readonly assertionCallback?: boolean;
  /** Class name of the credential, where it is known from elsewhere than the error. */
  readonly credentialType?: string | undefined;
  /** An earlier answer that may be why nothing was sent. */
  readonly heldBack?: HeldBack | undefined;
  /** True where it is known that no request was sent from this process. */
  readonly unsent?: boolean;
  /** True where the failure is known to be one of acquiring a token, whatever its text says. */
  readonly acquiring?: boolean;
}

function attached(wire: WireFacts | undefined): { wire?: WireFacts } {
  return wire === undefined ? {} : { wire };
}

/**
 * What an error's own name says.
 *
 * @internal
 */
export function kindOfName(evidence: Evidence): FailureKind | undefined {
  const outer = evidence.nodes[0];
  if (outer === undefined) return undefined;
  if (outer.name === "AbortError" || outer.code === "ABORT_ERR") return "aborted";
  if (outer.name === "CredentialDeadlineError") return "deadline_exceeded";
  if (outer.name === "CredentialPolicyError") return "policy_violation";
  return undefined;
}

/**
 * From evidence to a kind. Structured evidence goes before text, and text that nothing is known about is `unknown`,
 * never guessed.
 *
 * @param evidence - what was read off the error
 * @param context - what was seen of the acquisition
 * @internal
 */
export function classify(evidence: Evidence, context: ClassifyContext = {}): Verdict {
  const named = kindOfName(evidence);
  if (named !== undefined) return { kind: named, answered: false };

  const { wire, answer, process, tool } = context;
  const refusal = answer !== undefined && answer.status >= 300 ? answer : undefined;
  const numbered = byEntraCode(evidence, {
    wire,
    answer,
    credentialType: context.credentialType,
    acquiring: context.acquiring === true,
  });
  if (numbered !== undefined) return numbered;
  const heldBack = context.heldBack === undefined ? undefined : byHeldBack(evidence, context.heldBack);
  if (heldBack !== undefined) return heldBack;
  const own = fromError(evidence, context.acquiring === true);
  if (context.assertionCallback === true && isOfCallback(own, evidence)) {
    const { code } = own;
    const known = { ...(code === undefined ? {} : { code }), ...attached(wire ?? refusal) };
    return { kind: "assertion_unavailable", answered: false, ...known };
  }
  const onWire = wire === undefined ? undefined : byWire(own, wire, evidence);
  if (onWire !== undefined) return onWire;
  const unsent = context.unsent === true ? byMalformedEndpoint(own) : undefined;
  if (unsent !== undefined) return unsent;
  const unusable = wire === undefined && answer !== undefined ? byAnswer(own, answer, evidence) : undefined;
  if (unusable !== undefined) return unusable;
  const nothing = own.kind === "unknown" || own.kind === "not_authentication";
  if (process !== undefined && (nothing || own.kind === "tool_failed")) {
    return { kind: process.kind, wire: process, answered: false };
  }
  // A tool that ran and of which nothing better is known has failed, whatever it printed.
  if (tool !== undefined && nothing) return { kind: "tool_failed", wire: tool, answered: false };
  const found = { ...own, ...attached(wire ?? refusal) };
  // What a credential throws is about acquiring a token.
  return context.acquiring === true && own.kind === "not_authentication" ? { ...found, kind: "unknown" } : found;
}
