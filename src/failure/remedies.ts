import { type AadstsEntry, aadstsLink, remediesOfAadsts } from "./aadsts.js";
import { remediesOfCase } from "./caseRemedies.js";
import { fillIn } from "./details.js";
import type { Evidence } from "./evidence.js";
import { HOST_REMEDIES } from "./hostRemedies.js";
import type { Host, VariableNames } from "./hosts.js";
import { KINDS, type KindInfo } from "./kinds.js";
import type { Rule } from "./rules/rule.js";
import { hostAround, writerAround } from "./surroundings.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";
import { forWriter } from "./writers/forWriter.js";
import { askedBy, withSignIn } from "./writers/signIn.js";
import type { Writer } from "./writers/writer.js";

const MAX_REMEDIES = 5;

/** Advice that begins like this is for that host alone. */
const ONLY_FOR: readonly (readonly [RegExp, readonly Host[]])[] = [
  [/^(?:On|For) (?:App Service|Functions)/, ["app-service", "functions"]],
  [/^(?:On AKS|For a federated token on AKS)/, ["kubernetes"]],
  [/^(?:On|For) Azure Arc/, ["arc"]],
  [/^In Azure Pipelines/, ["azure-pipelines"]],
  [/^In (?:GitHub Actions|another CI system)/, ["github-actions"]],
  [/^On a developer machine/, ["laptop"]],
];

/** The hosts that a remedy is for; all where it does not say. */
function fits({ action }: Remedy, host: Host): boolean {
  return ONLY_FOR.find(([start]) => start.test(action))?.[1].includes(host) ?? true;
}

/** Kinds for which it makes a difference where the process runs. */
const HOSTED: ReadonlySet<string> = new Set(
  Object.entries(KINDS)
    .filter(([, { remedies }]) => remedies.some(({ action }) => ONLY_FOR.some(([start]) => start.test(action))))
    .map(([kind]) => kind)
    .concat(Object.keys(HOST_REMEDIES)),
);

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

/** What is advised in one case: the same for all failures of that case, but for what is filled in. */
interface Advice {
  readonly remedies: readonly Remedy[];
  /** Positions of those whose command has something to fill in. */
  readonly open: readonly number[];
}

/** For whom it is. */
interface Reader {
  readonly host: Host | undefined;
  readonly writer: Writer | undefined;
  readonly asked: ReturnType<typeof askedBy>;
}

/** The same advice, as it reads for one reader. */
function read(remedies: readonly Remedy[], { writer, asked }: Reader): readonly Remedy[] {
  return withSignIn(forWriter(remedies, writer, asked), writer, asked);
}

function choose(verdict: Verdict, reader: Reader): Advice {
  const remedies: Remedy[] = [];
  const commands = new Set<string>();
  const { host } = reader;
  for (const remedy of read(inOrder(verdict, host), reader)) {
    if (host !== undefined && !fits(remedy, host)) continue;
    const { command, ...rest } = remedy;
    // The same command once is enough.
    remedies.push(command !== undefined && commands.has(command) ? rest : remedy);
    if (command !== undefined) commands.add(command);
    if (remedies.length >= MAX_REMEDIES) break;
  }
  const open = remedies.flatMap(({ command }, index) => (command?.includes("<") === true ? [index] : []));
  return { remedies, open };
}

/** Chosen once per case. As many as there are rules, numbers and kinds, times the readers that make a difference. */
const chosen = new WeakMap<object, Map<string, Advice>>();

function adviceOf(verdict: Verdict, reader: Reader): Advice {
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

/**
 * What to do about a failure, most likely first: what the number or the rule knows, what is usual on this host, what is
 * usual for the kind; filled with what the evidence shows.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param variables - names of the telling variables of this process, for a failure of this process
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function remediesOf(
  verdict: Verdict,
  evidence: Evidence,
  variables: VariableNames,
  credentialType?: string,
): readonly Remedy[] {
  const writer = writerAround(variables);
  const host = HOSTED.has(verdict.kind) ? hostAround(variables, () => evidence.signs.host, writer) : undefined;
  const reader: Reader = { host, writer, asked: askedBy(credentialType) };
  const special = remediesOfCase(verdict, evidence, credentialType);
  if (special !== undefined) {
    return read(special, reader).map(({ command, ...rest }) =>
      command === undefined ? rest : { ...rest, command: fillIn(command, evidence, verdict.wire?.host) },
    );
  }
  return usualRemedies(verdict, evidence, reader);
}

function usualRemedies(verdict: Verdict, evidence: Evidence, reader: Reader): readonly Remedy[] {
  const advice = adviceOf(verdict, reader);
  const remedies = advice.remedies.slice();
  for (const index of advice.open) {
    const remedy = remedies[index] as Remedy & { readonly command: string };
    remedies[index] = { ...remedy, command: fillIn(remedy.command, evidence, verdict.wire?.host) };
  }
  const code = verdict.codes?.[0];
  if (verdict.entry !== undefined || code === undefined) return remedies;
  remedies.unshift({ action: `Look up AADSTS${code}.`, url: aadstsLink(code) });
  return remedies.slice(0, MAX_REMEDIES);
}
