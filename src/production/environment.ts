/** The variables of a process, as they were when they were read. @internal */
export class Environment {
  readonly #variables: Readonly<Record<string, string | undefined>>;

  constructor(variables: Readonly<Record<string, string | undefined>>) {
    this.#variables = { ...variables };
  }

  /** A variable's value; one that is empty or blank counts as not set, as a deployment template leaves them. */
  get(name: string): string | undefined {
    const value = this.#variables[name];
    return value === undefined || value.trim() === "" ? undefined : value;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(names: readonly string[]): string[] {
    return names.filter((name) => this.has(name));
  }

  missing(names: readonly string[]): string[] {
    return names.filter((name) => !this.has(name));
  }
}

/** `A`, `A and B`, `A, B and C`. @internal */
export function list(words: readonly string[], conjunction: "and" | "or" = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** `A is set`, `A and B are set`. @internal */
export function are(words: readonly string[], state: "set" | "not set"): string {
  return `${list(words)} ${words.length === 1 ? "is" : "are"} ${state}`;
}
