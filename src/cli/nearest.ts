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

/**
 * The name that was probably meant.
 *
 * @param given - what was typed
 * @param names - what there is
 * @returns `undefined` where none is near
 * @internal
 */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const typed = given.slice(0, 40).toLowerCase();
  const [best] = names
    .map((name) => ({ name, steps: name.startsWith(typed) && typed.length > 1 ? 0 : distance(typed, name) }))
    .sort((a, b) => a.steps - b.steps);
  return best !== undefined && best.steps <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
