import type { Evidence } from "../evidence.js";
import { type FailureKind, KINDS } from "../kinds.js";
import type { Verdict } from "../verdict.js";

/** What `ready()` says of its failure: the kind is in the message, of the error and of the line in the log. */
const NOT_READY =
  /\bno token after \d{1,6} (?:try|tries) in [\d.]{1,12} s: [^()]{1,300}\(([a-z_]{4,60})\)|\btry \d{1,6} failed: [^()]{1,300}\(([a-z_]{4,60})\); (?:next try in|not tried again)/;

function isKind(name: string): name is FailureKind {
  return Object.hasOwn(KINDS, name);
}

/**
 * What this package itself has found before.
 *
 * @internal
 */
export function byReady({ plain }: Evidence): Verdict | undefined {
  if (!plain.includes("no token after ") && !plain.includes(" failed: ")) return undefined;
  const found = NOT_READY.exec(plain);
  const kind = found?.[1] ?? found?.[2];
  return kind !== undefined && isKind(kind) ? { kind, answered: false } : undefined;
}
