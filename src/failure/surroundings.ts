import type { Evidence } from "./evidence.js";
import { type Host, hostOfVariables, type VariableNames } from "./hosts.js";
import type { Signs } from "./signs.js";
import { isInCluster, type Writer } from "./writers/writer.js";
import { writerOf } from "./writers/writerOf.js";

/**
 * In place of variables, for a text: nothing is known of the process, but what the whole text says.
 *
 * @internal
 */
export class ToldBy implements VariableNames {
  readonly whole: Evidence;
  /** The members of the chain that it is of, once they are read. */
  members: readonly Evidence[] = [];
  #signs: Signs | undefined;
  /** Of these, `null` is what the text does not say. */
  #writer: Writer | null | undefined;
  #host: Host | null | undefined;

  /** @param whole - of which a line may be all that is judged */
  constructor(whole: Evidence) {
    this.whole = whole;
  }

  has(): boolean {
    return false;
  }

  get #surroundings(): Signs {
    this.#signs ??= this.whole.surroundings(this.members);
    return this.#signs;
  }

  /** Who wrote it. */
  get writer(): Writer | undefined {
    if (this.#writer === undefined) this.#writer = writerOf(this.whole.text, this.#surroundings) ?? null;
    return this.#writer ?? undefined;
  }

  /** Where it happened. */
  get host(): Host | undefined {
    if (this.#host === undefined) this.#host = this.#readHost() ?? null;
    return this.#host ?? undefined;
  }

  #readHost(): Host | undefined {
    const { host } = this.#surroundings;
    const { writer } = this;
    const cluster = writer !== undefined && isInCluster(writer);
    return cluster && (host === undefined || host === "vm" || host === "laptop") ? "kubernetes" : host;
  }
}

/**
 * Who failed: an SDK of some language, or a program. What is no text is of this process.
 *
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @internal
 */
export function writerAround(variables: VariableNames): Writer | undefined {
  return variables instanceof ToldBy ? variables.writer : "js";
}

/**
 * Where it happened.
 *
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @param told - the host that the error says, where the process shows none
 * @internal
 */
export function hostAround(variables: VariableNames, told: () => Host | undefined): Host | undefined {
  return variables instanceof ToldBy ? variables.host : (hostOfVariables(variables) ?? told());
}
