import { type AadstsEntry, remediesOfAadsts } from "./aadsts.js";
import { fits } from "./hostFit.js";
import { HOST_REMEDIES } from "./hostRemedies.js";
import type { Host } from "./hosts.js";
import { KINDS, type KindInfo } from "./kinds.js";
import type { Rule } from "./rules/rule.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";
import { forWriter } from "./writers/forWriter.js";
import { type askedBy, withSignIn } from "./writers/signIn.js";
import type { Writer } from "./writers/writer.js";

/**
 * Of more nobody reads.
 *
 * @internal
 */
export const MAX_REMEDIES = 5;

/** What decided about the advice: a rule that has its own, an AADSTS number that is known, or else the kind. */
function adviserOf({ rule, entry, kind }: Verdict): Rule | AadstsEntry | KindInfo {
  return rule?.remedies === undefined ? (entry ?? KINDS[kind]) : rule;
}

/** Where a kind's first remedy has no more than the list of all numbers to read, the number's own page is better. */
const ALL_NUMBERS = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";

function usualFor({ kind, entry }: Verdict): readonly Remedy[] {
  const { remedies } = KINDS[kind];
  if (entry === undefined) return remedies;
  return remedies.map((remedy) => (remedy.url === ALL_NUMBERS ? { ...remedy, url: entry.docUrl } : remedy));
}

/** All there is to advise, most likely first. */
function inOrder(verdict: Verdict, host: Host | undefined): readonly Remedy[] {
  const { entry, rule, kind } = verdict;
  const special = (host === undefined ? undefined : HOST_REMEDIES[kind]?.[host]) ?? [];
  if (rule?.remedies !== undefined) return [...rule.remedies, ...special];
  // What Entra's own number asks for is all that is to be done: the kind's says the same in other words, or does not fit.
  const advised = entry === undefined ? [] : remediesOfAadsts(entry);
  return advised.length > 0 ? [...advised, ...special] : [...special, ...usualFor(verdict)];
}

/**
 * What is advised in one case: the same for all failures of that case, but for what is filled in.
 *
 * @internal
 */
export interface Advice {
  readonly remedies: readonly Remedy[];
  /** Positions of those whose command has something to fill in. */
  readonly open: readonly number[];
}

/**
 * For whom advice is.
 *
 * @internal
 */
export interface Reader {
  readonly host: Host | undefined;
  readonly writer: Writer | undefined;
  readonly asked: ReturnType<typeof askedBy>;
}

/**
 * Advice as it reads for one reader.
 *
 * @internal
 */
export function read(remedies: readonly Remedy[], { writer, asked }: Reader): readonly Remedy[] {
  return withSignIn(forWriter(remedies, writer, asked), writer, asked);
}

/** Shorter words say how, not what. */
const TELLING = /[a-z][\w.]{3,}/g;
/** Of the words of the shorter one. */
const SAME_ADVICE = 0.7;

/** Whether two actions say the same in other words, as a rule's own advice and that for its host may. */
function saysTheSame(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map((action) => new Set(action.toLowerCase().match(TELLING)))
    .sort((one, other) => one.size - other.size) as [Set<string>, Set<string>];
  const common = [...short].filter((word) => long.has(word)).length;
  return short.size > 0 && common / short.size >= SAME_ADVICE;
}

function choose(verdict: Verdict, reader: Reader): Advice {
  const remedies: Remedy[] = [];
  const commands = new Set<string>();
  const { host } = reader;
  const all = inOrder(verdict, host);
  const fitting = read(all, reader).filter((remedy) => host === undefined || fits(remedy, host));
  // A text may name a host or a program that has no part in its failure: then the usual is better than nothing.
  for (const remedy of fitting.length > 0 ? fitting : all) {
    const { action, command, ...rest } = remedy;
    // What the host asks for may be usual for the kind, too.
    if (remedies.some((earlier) => saysTheSame(earlier.action, action))) continue;
    // The same command once is enough.
    remedies.push(command !== undefined && commands.has(command) ? { action, ...rest } : remedy);
    if (command !== undefined) commands.add(command);
    if (remedies.length >= MAX_REMEDIES) break;
  }
  const open = remedies.flatMap(({ command }, index) => (command?.includes("<") === true ? [index] : []));
  return { remedies, open };
}

/** Chosen once per case. As many as there are rules, numbers and kinds, times the readers that make a difference. */
const chosen = new WeakMap<object, Map<string, Advice>>();

/**
 * What is advised in one case to one reader, most likely first.
 *
 * @internal
 */
export function adviceOf(verdict: Verdict, reader: Reader): Advice {
  const adviser = adviserOf(verdict);
  let perReader = chosen.get(adviser);
  if (perReader === undefined) {
    perReader = new Map();
    chosen.set(adviser, perReader);
  }
  const key = `${reader.host} ${reader.writer} ${reader.asked}`;
  let advice = perReader.get(key);
  if (advice === undefined) {
    advice = choose(verdict, reader);
    perReader.set(key, advice);
  }
  return advice;
}
