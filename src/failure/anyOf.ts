/**
 * What is asked of a regular expression.
 *
 * @internal
 */
export type Pattern = Pick<RegExp, "source" | "test" | "exec">;

/** Compiled when it is first asked: most never are, since the prefilter tells which are worth trying. */
class Alternatives implements Pattern {
  readonly #alternatives: readonly (RegExp | string)[];
  #whole: RegExp | undefined;

  constructor(alternatives: readonly (RegExp | string)[]) {
    this.#alternatives = alternatives;
  }

  get source(): string {
    return this.#alternatives.map((one) => (typeof one === "string" ? one : one.source)).join("|");
  }

  test(text: string): boolean {
    this.#whole ??= new RegExp(this.source);
    return this.#whole.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    this.#whole ??= new RegExp(this.source);
    return this.#whole.exec(text);
  }
}

/**
 * A pattern of several alternatives, each in a line of its own.
 *
 * @param alternatives - regular expressions without flags, or their sources
 * @internal
 */
export function anyOf(...alternatives: readonly (RegExp | string)[]): Pattern {
  return new Alternatives(alternatives);
}

/**
 * The same as the source of a part of longer ones.
 *
 * @param alternatives - sources of regular expressions
 * @internal
 */
export function oneOf(...alternatives: readonly string[]): string {
  return `(?:${alternatives.join("|")})`;
}
