import { type AadstsEntry, aadstsLink, remediesOfAadsts } from "./aadsts.js";
import { remediesOfCase } from "./caseRemedies.js";
import { fillIn } from "./details.js";
import type { Evidence } from "./evidence.js";
import { HOST_REMEDIES } from "./hostRemedies.js";
import { type Host, hostOfVariables, type VariableNames } from "./hosts.js";
import { KINDS, type KindInfo } from "./kinds.js";
import type { Rule } from "./rules/rule.js";
import { forTool } from "./toolRemedies.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";

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

function choose(verdict: Verdict, host: Host | undefined): Advice {
  const remedies: Remedy[] = [];
  const commands = new Set<string>();
  for (const remedy of inOrder(verdict, host)) {
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

/** Chosen once per case. As many as there are rules, numbers and kinds, times the hosts that make a difference. */
const chosen = new WeakMap<object, Map<Host | undefined, Advice>>();

function adviceOf(verdict: Verdict, host: Host | undefined): Advice {
  const adviser = adviserOf(verdict);
  let perHost = chosen.get(adviser);
  if (perHost === undefined) {
    perHost = new Map();
    chosen.set(adviser, perHost);
  }
  let advice = perHost.get(host);
  if (advice === undefined) {
    advice = choose(verdict, host);
    perHost.set(host, advice);
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
  const special = remediesOfCase(verdict, evidence, credentialType);
  if (special !== undefined) {
    return special.map(({ command, ...rest }) =>
      command === undefined ? rest : { ...rest, command: fillIn(command, evidence, verdict.wire?.host) },
    );
  }
  const remedies = usualRemedies(verdict, evidence, variables);
  return KINDS[verdict.kind].stage === "developer_tool" ? forTool(remedies, credentialType) : remedies;
}

function usualRemedies(verdict: Verdict, evidence: Evidence, variables: VariableNames): readonly Remedy[] {
  const host = HOSTED.has(verdict.kind) ? (hostOfVariables(variables) ?? evidence.signs.host) : undefined;
  const advice = adviceOf(verdict, host);
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
