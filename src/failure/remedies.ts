import { aadstsLink } from "./aadsts.js";
import { fillIn } from "./details.js";
import type { Evidence } from "./evidence.js";
import { HOST_REMEDIES } from "./hostRemedies.js";
import { type Host, hostOfVariables, type VariableNames } from "./hosts.js";
import { KINDS } from "./kinds.js";
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

/** Per remedy of the tables, the hosts it is for; `null` for all. */
const hostsOf = new WeakMap<Remedy, readonly Host[] | null>();

function fits(remedy: Remedy, host: Host): boolean {
  let hosts = hostsOf.get(remedy);
  if (hosts === undefined) {
    hosts = ONLY_FOR.find(([start]) => start.test(remedy.action))?.[1] ?? null;
    hostsOf.set(remedy, hosts);
  }
  return hosts === null || hosts.includes(host);
}

/** Kinds for which it makes a difference where the process runs. */
const HOSTED: ReadonlySet<string> = new Set(
  Object.entries(KINDS)
    .filter(([, { remedies }]) => remedies.some(({ action }) => ONLY_FOR.some(([start]) => start.test(action))))
    .map(([kind]) => kind)
    .concat(Object.keys(HOST_REMEDIES)),
);

function* inOrder(verdict: Verdict, host: Host | undefined): Generator<Remedy> {
  const { entry, codes, rule, kind } = verdict;
  const code = codes?.[0];
  if (entry === undefined && code !== undefined) yield { action: `Look up AADSTS${code}.`, url: aadstsLink(code) };
  const special = host === undefined ? undefined : HOST_REMEDIES[kind]?.[host];
  if (rule?.remedies !== undefined) {
    yield* rule.remedies;
    if (special !== undefined) yield* special;
    return;
  }
  // What Entra's own number asks for comes first; its page is the one to read.
  const advised = entry?.mitigations ?? [];
  const usual = KINDS[kind].remedies;
  // A command beats a sentence that says the same: it goes with the first advice that has none.
  const filled = usual.find((remedy) => remedy.command?.includes("<") === true);
  for (const [index, action] of advised.entries()) {
    yield {
      action,
      ...(index === 0 && filled?.command !== undefined ? { command: filled.command } : {}),
      url: entry?.docUrl ?? filled?.url ?? "",
    };
  }
  if (special !== undefined) yield* special;
  yield* usual;
}

/**
 * What to do about a failure, most likely first: what the number or the rule knows, what is usual on this host, what is
 * usual for the kind; filled with what the evidence shows.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param variables - names of the telling variables of this process, for a failure of this process
 * @internal
 */
export function remediesOf(verdict: Verdict, evidence: Evidence, variables: VariableNames): readonly Remedy[] {
  const host = HOSTED.has(verdict.kind) ? (hostOfVariables(variables) ?? evidence.signs.host) : undefined;
  const chosen: Remedy[] = [];
  const commands = new Set<string>();
  for (const remedy of inOrder(verdict, host)) {
    if (host !== undefined && !fits(remedy, host)) continue;
    const { command, ...rest } = remedy;
    if (command === undefined) chosen.push(remedy);
    // The same command once is enough.
    else if (commands.has(command)) chosen.push(rest);
    else {
      commands.add(command);
      chosen.push(command.includes("<") ? { ...remedy, command: fillIn(command, evidence) } : remedy);
    }
    if (chosen.length >= MAX_REMEDIES) break;
  }
  return chosen;
}
