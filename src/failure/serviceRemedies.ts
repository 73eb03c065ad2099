import { fillIn } from "./details.js";
import type { Evidence } from "./evidence.js";
import { SERVICES } from "./serviceRemedies/list.js";
import { NETWORK_CASES } from "./serviceRemedies/network.js";
import type { Choice, Service, ServiceCase, ServiceKind, Value } from "./serviceRemedies/service.js";
import { TOKEN_CASES } from "./serviceRemedies/token.js";
import { COMMON_VALUES } from "./serviceRemedies/values.js";
import type { Remedy } from "./types.js";

const PLACEHOLDER = /<([a-z-]{2,30})>/g;
/** A statement of SQL keeps what its reader has to fill in. */
const OPEN = /(?<!['[])<[a-z-]{2,30}>/;
/** Longest part of a text in which a service is looked for: it says what it is where it says no. */
const MAX_SEEN = 4_096;

function read(value: Value | undefined, text: string, seen: string): string | undefined {
  if (value === undefined) return undefined;
  if (!(value instanceof RegExp)) return value.find(([shows]) => shows.test(seen))?.[1];
  return value
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
}

/** The advice for one text. */
class Filler {
  readonly #service: Service | undefined;
  readonly #evidence: Evidence;
  readonly #seen: string;
  readonly #known = new Map<string, string | undefined>();

  constructor(service: Service | undefined, evidence: Evidence, seen: string) {
    this.#service = service;
    this.#evidence = evidence;
    this.#seen = seen;
  }

  #value(name: string): string | undefined {
    if (!this.#known.has(name)) {
      const value = this.#service?.values?.[name] ?? COMMON_VALUES[name];
      const fixed = name === "scope" ? this.#service?.scope : undefined;
      this.#known.set(name, fixed ?? read(value, this.#evidence.text, this.#seen));
    }
    return this.#known.get(name);
  }

  #fill(text: string): string {
    return text.includes("<") ? text.replace(PLACEHOLDER, (open, name: string) => this.#value(name) ?? open) : text;
  }

  /** Absent where nothing fills the sentence; a command may stay open. */
  #filled({ action, command, ...rest }: Remedy): Remedy | undefined {
    const said = this.#fill(action);
    if (said.includes("<") && OPEN.test(said)) return undefined;
    if (command === undefined) return { action: said, ...rest };
    return { action: said, command: fillIn(this.#fill(command), this.#evidence), ...rest };
  }

  choose(choices: readonly Choice[]): readonly Remedy[] {
    const chosen: Remedy[] = [];
    for (const choice of choices) {
      const among = Array.isArray(choice) ? (choice as readonly Remedy[]) : [choice as Remedy];
      for (const remedy of among) {
        const filled = this.#filled(remedy);
        if (filled === undefined) continue;
        chosen.push(filled);
        break;
      }
    }
    return chosen;
  }
}

/** What to do where the service has nothing of its own. */
const WHATEVER_SERVICE: Partial<Readonly<Record<ServiceKind, readonly ServiceCase[]>>> = {
  token_rejected: TOKEN_CASES,
  network_rule_denied: NETWORK_CASES,
};

/** What tells the service: the words, the host, the codes of the error. */
function seenOf({ plain, host = "", nodes }: Evidence): string {
  const codes = nodes.map(({ code = "", name = "" }) => `${code} ${name}`).join(" ");
  return `${plain.slice(0, MAX_SEEN)} ${host} ${codes}`.toLowerCase();
}

function applies(cases: readonly ServiceCase[] | undefined, seen: string): ServiceCase | undefined {
  return cases?.find(({ when }) => when === undefined || when.test(seen));
}

/**
 * What to do about a service that refused a request, where the text shows which one it is or what it says of the token.
 *
 * @param kind - how it refused
 * @param evidence - what was read off the error
 * @returns `undefined` where nothing more than the kind is known
 * @internal
 */
export function remediesOfService(kind: ServiceKind, evidence: Evidence): readonly Remedy[] | undefined {
  const seen = seenOf(evidence);
  const service = SERVICES.find(({ shows }) => shows.test(seen));
  const found = applies(service?.[kind], seen) ?? applies(WHATEVER_SERVICE[kind], seen);
  return found === undefined ? undefined : new Filler(service, evidence, seen).choose(found.remedies);
}
