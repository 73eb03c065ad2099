import { insert, reduced, type Words } from "./wordLists.js";

/** In how many ways a word may be written. */
const MAX_RUNS = 4;

/**
 * What is known of the text that an alternative matches.
 *
 * @internal
 */
export class Alternative {
  readonly lists: Words[] = [];
  /** What was written in a row: once, or in several ways where a character may be left out. */
  #runs: readonly string[] = [""];

  /** Something that must come next. */
  add(literal: string): void {
    const runs = this.#runs;
    this.#runs = runs.length === 1 ? [runs[0] + literal] : runs.map((run) => run + literal);
  }

  /** One character that may come next. */
  addOptional(literal: string): void {
    if (this.#runs.length >= MAX_RUNS) this.end();
    else this.#runs = this.#runs.flatMap((run) => (run === "" ? [run] : [run, run + literal]));
  }

  /** Anything may come next. */
  end(): void {
    this.offer(reduced(this.#runs));
    this.#runs = [""];
  }

  offer(words: Words): void {
    insert(this.lists, words);
  }
}
