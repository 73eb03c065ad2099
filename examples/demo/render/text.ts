/** Breaks a text into lines. A word longer than a line is left whole. */
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

/** Breaks a shell command where a shell allows it, so that it still works when it is copied. */
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

/** Breaks a URL after a slash or, if it must be, anywhere. */
export function wrapUrl(url: string, width: number): string[] {
  const lines: string[] = [];
  let rest = url;
  while (rest.length > width) {
    const slash = rest.lastIndexOf("/", width - 1);
    const end = slash > width / 2 ? slash + 1 : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest];
}

/** Cuts what does not fit, and shows that it did. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 0)).trimEnd()}…`;
}

/** Removes what would move the cursor or colour the screen: text of others goes to the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** Three digits at most, e.g. `0.31 ms`, `42 ms`, `5.18 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 999.5) return `${(milliseconds / 1000).toFixed(milliseconds >= 9995 ? 1 : 2)} s`;
  return `${milliseconds.toFixed(milliseconds >= 9.95 ? 0 : milliseconds >= 0.995 ? 1 : 2)} ms`;
}
