/**
 * Breaks a text into lines. A word longer than a line is left whole.
 *
 * @internal
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * Breaks a shell command where a shell allows it, so that it still works when it is copied.
 *
 * @internal
 */
export function wrapCommand(command: string, width: number): string[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 3 + word.length > width) {
      lines.push(`${line} \\`);
      line = `  ${word}`;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/**
 * Cuts what does not fit, and shows that it did.
 *
 * @internal
 */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 0)).trimEnd()}…`;
}

/**
 * Puts short pieces on lines with dots between them, none broken.
 *
 * @internal
 */
export function wrapPieces(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + piece.length <= width) lines[lines.length - 1] = `${last} · ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/**
 * A number as a person reads it.
 *
 * @internal
 */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}
