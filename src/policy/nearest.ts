/** Steps from one word to another: letters put in, left out, changed. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** What to say of a name that there is not: the nearest one, or all of them where none is near. */
export function suggestion(given: unknown, names: readonly string[]): string {
  const all = `it is one of ${names.join(", ")}`;
  if (typeof given !== "string") return all;
  const typed = given.slice(0, 60).toLowerCase();
  const [best] = names
    .map((name) => ({ name, steps: distance(typed, name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const near = best !== undefined && best.steps <= Math.max(2, Math.floor(best.name.length / 3));
  return near ? `did you mean ${JSON.stringify(best.name)}?` : all;
}

/** A value as it was given, short enough for a message. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (value === null || typeof value !== "object") return String(value).slice(0, 60);
  return "an object";
}
