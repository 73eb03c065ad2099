/**
 * Adds what a pattern finds and is not there yet, the first group or else the whole match; at most `max` all together.
 *
 * @internal
 */
export function collect(found: string[], text: string, pattern: RegExp, max: number): void {
  pattern.lastIndex = 0;
  while (found.length < max) {
    const match = pattern.exec(text);
    if (match === null) break;
    add(found, match[1] ?? match[0]);
  }
}

/**
 * Adds what is not there yet.
 *
 * @internal
 */
export function add<T>(found: T[], value: T): void {
  if (!found.includes(value)) found.push(value);
}
