import { isCallers } from "./callers.js";
import { decide } from "./chain.js";
import { readEvidence } from "./evidence.js";
import { OwnVariables } from "./hosts.js";
import type { AcquisitionEvidence, AttemptEvidence, Diagnosis } from "./types.js";
import { get, list } from "./untrusted.js";

/**
 * What is remembered of a thrown value: what was seen of its acquisition, or what had been made of that already.
 *
 * @internal
 */
export type Recall = (value: unknown) => AcquisitionEvidence | Diagnosis | undefined;

/**
 * An error inside another one, with what is remembered of it.
 *
 * @internal
 */
export interface Wrapped {
  readonly error: unknown;
  readonly known: AcquisitionEvidence | Diagnosis;
}

/** Where those who wrap an error keep it: the language, the Azure SDKs, promise libraries, database drivers. */
const WHERE = ["cause", "error", "innerError", "originalError", "reason", "suppressed"] as const;
/** What a chain of credentials throws. */
const CHAIN = "AggregateAuthenticationError";
const MAX_VISITED = 64;
const MAX_ERRORS = 32;

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** A chain that nobody watched, whose members were: what is known of them is known of it. */
function ofChain(error: object, errors: readonly unknown[], recall: Recall): AcquisitionEvidence | undefined {
  const known = errors.map((member) => recall(member));
  if (get(error, "name") !== CHAIN || !known.some((found) => found !== undefined)) return undefined;
  const attempts = errors.map((member, index): AttemptEvidence => {
    const found = known[index];
    const seen = found !== undefined && !("kind" in found) ? found : undefined;
    const credentialType = found?.credentialType ?? readEvidence(member).credentialType ?? "unknown";
    const { attempts: inner = [], exchanges = [], processes = [], heldBack } = seen ?? {};
    const base = {
      credentialType,
      index,
      outcome: "failed",
      error: member,
      attempts: inner,
      exchanges,
      processes,
    } as const;
    return heldBack === undefined ? base : { ...base, heldBack };
  });
  return {
    credentialType: "ChainedTokenCredential",
    attempts,
    exchanges: attempts.flatMap(({ exchanges }) => exchanges),
    processes: attempts.flatMap(({ processes }) => processes),
  };
}

/**
 * The errors inside an error of which something is remembered, outermost first. Cycles end, and no more than 64 are
 * looked at.
 *
 * @param input - any value
 * @param recall - tells what is remembered
 * @internal
 */
export function wrappedIn(input: unknown, recall: Recall): readonly Wrapped[] {
  const found: Wrapped[] = [];
  if (!isObject(input)) return found;
  const queue: object[] = [input];
  const seen = new Set<object>(queue);
  for (let at = 0; at < queue.length; at++) {
    const error = queue[at] as object;
    const errors = list(get(error, "errors"), MAX_ERRORS);
    const known = recall(error) ?? (errors.length > 0 ? ofChain(error, errors, recall) : undefined);
    if (known !== undefined) {
      found.push({ error, known });
      continue;
    }
    const inside = errors.length > 0 ? [...errors] : [];
    for (const key of WHERE) inside.push(get(error, key));
    for (const next of inside) {
      if (!isObject(next) || seen.has(next) || seen.size >= MAX_VISITED) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return found;
}

const NOTHING: ReadonlySet<string> = new Set(["unknown", "not_authentication"]);

function isAnswered({ kind, http, entra }: Diagnosis): boolean {
  if (kind === "managed_identity_unreachable") return false;
  return http?.status !== undefined || (entra !== undefined && entra.codes.length > 0);
}

/**
 * Of several failures that one error holds, the one that explains it.
 *
 * @param diagnoses - in order of appearance
 * @returns `undefined` where none of them says anything
 * @internal
 */
export function mostTelling(diagnoses: readonly Diagnosis[]): Diagnosis | undefined {
  const telling = diagnoses.filter(({ kind }) => !NOTHING.has(kind));
  const own = telling.filter(({ kind }) => !isCallers(kind));
  const left = own.length > 0 ? own : telling;
  if (left.length <= 1) return left[0];
  const ranked = left.map((diagnosis) => ({
    credentialType: diagnosis.credentialType ?? "unknown",
    verdict: { kind: diagnosis.kind, answered: isAnswered(diagnosis) },
  }));
  return left[decide(ranked, new OwnVariables())?.index ?? 0];
}
