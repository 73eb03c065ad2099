/**
 * Characters of the longest string that is read.
 *
 * @internal
 */
export const MAX_STRING = 1_048_576;

/**
 * A property of any value; undefined where there is none or its getter throws.
 *
 * @internal
 */
export function get(value: unknown, key: PropertyKey): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  try {
    return (value as Readonly<Record<PropertyKey, unknown>>)[key];
  } catch {
    return undefined;
  }
}

/**
 * A string, bounded; undefined for anything else.
 *
 * @internal
 */
export function text(found: unknown): string | undefined {
  return typeof found === "string" ? (found.length > MAX_STRING ? found.slice(0, MAX_STRING) : found) : undefined;
}

/**
 * A finite number; undefined for anything else.
 *
 * @internal
 */
export function number(found: unknown): number | undefined {
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

/**
 * An empty list, always the same.
 *
 * @internal
 */
export const NONE: readonly never[] = [];

/**
 * The first members of an array; empty for anything else.
 *
 * @internal
 */
export function list(value: unknown, max: number): readonly unknown[] {
  try {
    if (!Array.isArray(value)) return NONE;
    const found: unknown[] = [];
    const length = Math.min(value.length, max);
    for (let index = 0; index < length; index++) found.push(get(value, index));
    return found;
  } catch {
    return NONE;
  }
}

/**
 * A header of a response, whose headers have a `get` of their own or are a plain object.
 *
 * @internal
 */
export function header(response: unknown, name: string): string | undefined {
  const headers = get(response, "headers");
  try {
    const getter = get(headers, "get");
    const found: unknown = typeof getter === "function" ? Reflect.apply(getter, headers, [name]) : get(headers, name);
    return typeof found === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}
