/** The most levels of inheritance that are looked at; the credentials of the SDK have two. */
const MAX_LEVELS = 16;

/** The value of a property of the object's own, unless it is an accessor: no code of the credential runs here. */
export function field(object: unknown, name: string): unknown {
  if (typeof object !== "object" || object === null) return undefined;
  return Reflect.getOwnPropertyDescriptor(object, name)?.value;
}

/** A field of a field. */
export function at(object: unknown, ...path: readonly string[]): unknown {
  return path.reduce(field, object);
}

export function has(object: object, ...names: readonly string[]): boolean {
  return names.every((name) => Reflect.getOwnPropertyDescriptor(object, name) !== undefined);
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export interface ClassLevel {
  readonly prototype: object;
  /** The class itself. */
  readonly made: object | undefined;
  readonly name: string | undefined;
}

/** The classes of an object, its own first, without Object. */
export function classesOf(object: object): ClassLevel[] {
  const levels: ClassLevel[] = [];
  let prototype: object | null = Reflect.getPrototypeOf(object);
  while (prototype !== null && prototype !== Object.prototype && levels.length < MAX_LEVELS) {
    const value: unknown = Reflect.getOwnPropertyDescriptor(prototype, "constructor")?.value;
    const made = typeof value === "function" ? value : undefined;
    const name: unknown = made === undefined ? undefined : Reflect.getOwnPropertyDescriptor(made, "name")?.value;
    levels.push({ prototype, made, name: text(name) });
    prototype = Reflect.getPrototypeOf(prototype);
  }
  return levels;
}

const sources = new WeakMap<object, string>();

/** The source text of a class or function. Names may have been shortened in it; texts and property names have not. */
export function sourceOf(made: object | undefined): string {
  if (made === undefined) return "";
  let source = sources.get(made);
  if (source === undefined) {
    source = Function.prototype.toString.call(made);
    sources.set(made, source);
  }
  return source;
}
