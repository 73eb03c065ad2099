import { diagnose } from "../failure/diagnose.js";
import type { FailureKind } from "../failure/kinds.js";
import { EXCEPTION_HEAD, STACK_FRAME } from "./continuation.js";
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
  /** In milliseconds, only to be held against that of another. */
  readonly time?: number;
}

const MAX_TOLD = 16;
/** Lines of a report that are looked for in the next. */
const MAX_COMPARED = 24;
/** Reports that are further apart, in milliseconds, are of two failures. */
const APART = 60_000;
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
/** Kinds of which the cause may be told on a line of its own. */
const REPORTING: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "assertion_unavailable",
  "authority_unreachable",
  "managed_identity_endpoint_error",
  "no_credential_available",
  "token_cache_unavailable",
  "tool_failed",
  "tool_not_signed_in",
]);
/** What announces the members of a chain. */
const CHAIN =
  /(?:DefaultAzure|ChainedToken)Credential\b|Attempted credentials|included credentials|Tried the following \d|Multiple (?:exceptions|attempts)/;
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

/** Whether a report says again what an earlier one said, which of one of several lines is not its headline. */
function repeats(earlier: string, later: string): boolean {
  const [headline = "", ...lines] = earlier.split("\n", MAX_COMPARED);
  return (lines.length === 0 ? [headline] : lines).some((line) => {
    const said = STACK_FRAME.test(line) ? undefined : SENTENCE.exec(line)?.[1];
    return said !== undefined && later.includes(said);
  });
}

function differ(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}

function list<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}

/** A stack ends what was thrown; the next error is another one. */
function isOver({ text }: Told, next: Told): boolean {
  return text.includes("\n    at ") && EXCEPTION_HEAD.test(next.text.split("\n", 1)[0] ?? "");
}

/** Hours may lie between two lines of a log. */
function areApart({ time: earlier }: Told, { time: later }: Told): boolean {
  return earlier !== undefined && later !== undefined && Math.abs(later - earlier) > APART;
}

/** Evidence that two reports are not of one failure. */
function contradict({ seen: a }: Told, { seen: b }: Told): boolean {
  return (
    a.key === b.key ||
    differ(a.diagnosis.entra?.codes, b.diagnosis.entra?.codes) ||
    differ(list(a.diagnosis.network?.host), list(b.diagnosis.network?.host)) ||
    differ(list(a.diagnosis.http?.status), list(b.diagnosis.http?.status))
  );
}

/** Without a head of its own: a member of the chain that was announced, or an answer that says more closely what failed. */
function isRelated([first]: readonly Told[], last: Told, next: Told): boolean {
  if (first !== undefined && CHAIN.test(first.text) && MEMBER.test(next.text)) return true;
  const lines = last.text.split("\n").length;
  if (next.number > last.number + lines + 1) return false;
  const [a, b] = [last.seen.diagnosis, next.seen.diagnosis];
  return a.stage === b.stage || REPORTING.has(a.kind) || REPORTING.has(b.kind);
}

const TRACE = /\btrace[ _-]?id\W{0,6}([0-9a-f]{8}-[0-9a-f-]{27})/i;

/** Whether two reports are of one answer of Entra ID, as where a tool and its logger both write it. */
function areOfOneAnswer({ text: a }: Told, { text: b }: Told): boolean {
  const id = TRACE.exec(a)?.[1];
  return id !== undefined && id === TRACE.exec(b)?.[1];
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
  if (areApart(last, next)) return false;
  if (last.seen.key === next.seen.key && areOfOneAnswer(last, next)) return true;
  const codes = [last, next].map(({ seen }) => seen.diagnosis.entra?.codes);
  if (last.seen.key !== next.seen.key && !differ(codes[0], codes[1]) && repeats(last.text, next.text)) return true;
  if (story.some((told) => contradict(told, next))) return false;
  // What says little joins what says more, and does not join two of these.
  const strong = story.findLast((told) => !isWeak(told));
  if (strong === undefined || isWeak(next)) return true;
  if (!next.headed && !isOver(last, next) && isRelated(story, strong, next)) return true;
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
