import { readFileSync, writeFileSync } from "node:fs";

/** Puts results between the markers of a README. */
export function keep(readme: string, text: string): void {
  const [start, end] = ["<!-- results -->\n", "<!-- /results -->"];
  const old = readFileSync(readme, "utf8");
  const head = old.slice(0, old.indexOf(start) + start.length);
  writeFileSync(readme, `${head}\n${text}\n${old.slice(old.indexOf(end))}`);
}
