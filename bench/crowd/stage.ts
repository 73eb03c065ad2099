import { type Child, startChild } from "./child.ts";
import type { Answers, Counts, CrowdOrder, EmulatorOrder, EmulatorStarted } from "./orders.ts";

export type Crowd = Omit<CrowdOrder, "addresses">;

/** What came of crowds that called at once. */
export interface Played<T> {
  readonly results: readonly T[];
  readonly requests: Counts;
  /** When they were let go, in milliseconds since the epoch. */
  readonly at: number;
}

/** What a process may need beyond its limit before it is ended. */
const GRACE_MS = 30_000;

/** Time for the word to reach every process before it is to start. */
const LEAD_MS = 300;

/** An emulator in a process of its own. */
export class Stage implements AsyncDisposable {
  readonly #emulator: Child;
  readonly #started: EmulatorStarted;

  private constructor(emulator: Child, started: EmulatorStarted) {
    this.#emulator = emulator;
    this.#started = started;
  }

  static async open(): Promise<Stage> {
    const emulator = startChild("emulator.ts");
    return new Stage(emulator, await emulator.next<EmulatorStarted>());
  }

  /**
   * Lets crowds call at the same moment, each in a new process, its caches cold.
   *
   * @throws Error if a process ends early, or is ended because it says nothing long after its limit
   */
  async play<T>(crowds: readonly Crowd[], answers: Answers): Promise<Played<T>> {
    const { addresses, environment } = this.#started;
    await this.#ask({ answers });
    const children = crowds.map((crowd) => {
      const order: CrowdOrder = { ...crowd, addresses };
      return startChild("crowd.ts", [JSON.stringify(order)], environment);
    });
    const end = () => Promise.all(children.map((child) => child[Symbol.asyncDispose]()));
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    try {
      for (const child of children) await child.next();
      timer = setTimeout(
        () => {
          late = true;
          void end();
        },
        Math.max(...crowds.map(({ limitMs }) => limitMs)) + GRACE_MS,
      );
      const at = Date.now() + LEAD_MS;
      for (const child of children) child.send(at);
      const results = await Promise.all(children.map((child) => child.next<T>()));
      return { results, requests: (await this.#ask("count")) as Counts, at };
    } catch (error) {
      if (!late) throw error;
      const { discovery, token } = (await this.#ask("count")) as Counts;
      throw new Error(`ended without a result, after ${discovery} discovery and ${token} token requests`, {
        cause: error,
      });
    } finally {
      clearTimeout(timer);
      await end();
    }
  }

  #ask(order: EmulatorOrder): Promise<unknown> {
    this.#emulator.send(order);
    return this.#emulator.next();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#emulator[Symbol.asyncDispose]();
  }
}
