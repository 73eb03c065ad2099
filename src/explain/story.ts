import { diagnose } from "../failure/diagnose.js";
import type { FailureKind } from "../failure/kinds.js";
import { EXCEPTION_HEAD } from "./continuation.js";
import { safeDiagnosis } from "./redaction.js";
import { sameness } from "./sameness.js";
import type { Seen } from "./seen.js";

/**
 * A report that tells of a failure.
 *
 * @internal
 */
export interface Told {
  readonly text: string;
  readonly seen: Seen;
  /** Of its first line. */
  readonly number: number;
  readonly headed: boolean;
}

const MAX_TOLD = 16;
const MAX_SIZE = 65_536;
/** What only says that something else failed, or what tools print after it whatever it was. */
const SYMPTOM =
  /executable kubelogin failed with exit code|To re-authenticate, please run|Az CLI Login failed|Interactive authentication is needed|make sure to give write permissions to id-token/;
const SYMPTOMATIC: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "assertion_unavailable",
  "interaction_required",
  "tool_failed",
  "tool_not_signed_in",
]);
/** Kinds that a member of a chain has when it is merely absent. */
const ABSENT: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "configuration_missing",
  "managed_identity_not_configured",
  "managed_identity_unreachable",
  "managed_identity_probe_timeout",
  "no_credential_available",
  "tool_not_installed",
  "tool_not_signed_in",
  "unknown",
]);
const MEMBER = /[A-Z][A-Za-z]{2,40}Credential\b|Azure CLI|PowerShell|Managed Identity|azd\b|Visual Studio/;
const OF_MEMBER =
  /\b[A-Z]\w{2,40}Credential\.get_token failed|Failed to get token from [A-Z]|Attempted credential [A-Z]/;
/** A sentence that is long enough to be told twice by no chance. */
const SENTENCE = /(?:^|: )([^:\n]{25,400})$/;

function isWeak({ seen, text }: Told): boolean {
  const { kind } = seen.diagnosis;
  return kind === "unknown" || (SYMPTOMATIC.has(kind) && SYMPTOM.test(text));
}

/** Each member of a chain in a report of its own, as loggers have it. */
function isMember({ seen, text }: Told): boolean {
  return OF_MEMBER.test(text) || (ABSENT.has(seen.diagnosis.kind) && MEMBER.test(text));
}

function repeats(earlier: string, later: string): boolean {
  const said = SENTENCE.exec(earlier.split("\n", 1)[0] ?? "")?.[1];
  return said !== undefined && later.includes(said);
}

function differ(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}

/** A stack ends what was thrown; the next error is another one. */
function isOver({ text }: Told, next: Told): boolean {
  return text.includes("\n    at ") && EXCEPTION_HEAD.test(next.text.split("\n", 1)[0] ?? "");
}

/** Evidence that two reports are not of one failure. */
function contradict({ seen: a }: Told, { seen: b }: Told): boolean {
  const hosts = [a, b].map(({ diagnosis }) => diagnosis.network?.host);
  return (
    a.key === b.key ||
    differ(a.diagnosis.entra?.codes, b.diagnosis.entra?.codes) ||
    (hosts[0] !== undefined && hosts[1] !== undefined && hosts[0] !== hosts[1])
  );
}

/**
 * Whether a report tells on of the same failure as those right before it.
 *
 * @param story - these, in order
 * @internal
 */
export function tellsOn(story: readonly Told[], next: Told): boolean {
  const last = story.at(-1);
  if (last === undefined || story.length >= MAX_TOLD) return false;
  if (story.reduce((size, { text }) => size + text.length, next.text.length) > MAX_SIZE) return false;
  if (last.seen.key !== next.seen.key && repeats(last.text, next.text)) return true;
  if (story.some((told) => contradict(told, next))) return false;
  if (isWeak(next) || isWeak(last)) return true;
  if (!next.headed) return !isOver(last, next);
  return isMember(next) && story.every(isMember);
}

/**
 * What reports that belong together say as one.
 *
 * @returns nothing where they are better told one by one
 * @internal
 */
export function together(story: readonly Told[]): Told | undefined {
  const [first] = story;
  if (first === undefined || story.length === 1) return first;
  const text = story.map((told) => told.text).join("\n");
  const diagnosis = safeDiagnosis(diagnose(text));
  const nothing = diagnosis.kind === "not_authentication" || diagnosis.kind === "unknown";
  if (nothing) return story.every(({ seen }) => seen.diagnosis.kind === "unknown") ? { ...first, text } : undefined;
  return { ...first, text, seen: { key: sameness(diagnosis, ""), diagnosis } };
}
