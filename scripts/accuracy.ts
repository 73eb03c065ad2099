// Diagnoses every labelled text and prints how well that went: per SDK, per kind, and the misses in full.
import "../test/testing/runSources.mjs";
import { readFileSync } from "node:fs";

const { diagnose } = await import("../src/failure/diagnose.ts");

interface Row {
  readonly id: string;
  readonly sdk: string;
  readonly kind: string;
  readonly alsoFair?: readonly string[];
  readonly inSeed?: boolean;
  readonly text: string;
}

interface Result extends Row {
  readonly found: string;
  readonly exact: boolean;
  readonly fair: boolean;
}

function read(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../test/data/${name}.json`, import.meta.url), "utf8")) as Row[];
}

function judge(row: Row): Result {
  const { kind: found } = diagnose(row.text);
  const exact = found === row.kind;
  return { ...row, found, exact, fair: exact || row.alsoFair?.includes(found) === true };
}

const percent = (part: number, all: number): string => (all === 0 ? "-" : `${((100 * part) / all).toFixed(1)} %`);
const share = (rows: readonly Result[], good: (row: Result) => boolean): number =>
  rows.length === 0 ? 1 : rows.filter(good).length / rows.length;

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  console.log(line(head));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(line(row));
  console.log();
}

function countRow(name: string, rows: readonly Result[]): string[] {
  const exact = rows.filter((row) => row.exact).length;
  const fair = rows.filter((row) => row.fair).length;
  return [
    name,
    String(rows.length),
    String(exact),
    percent(exact, rows.length),
    String(fair),
    percent(fair, rows.length),
  ];
}

function by(rows: readonly Result[], key: (row: Result) => string): [string, Result[]][] {
  const groups = new Map<string, Result[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const messages = read("messages").map(judge);
const heldOut = read("heldOut").map(judge);
const all = [...messages, ...heldOut];
const seed = messages.filter((row) => row.inSeed === true);
const head = ["", "texts", "exact", "", "fair", ""];

console.log("Sets\n");
table(head, [
  countRow("founding rows", seed),
  countRow("messages of the SDKs", messages),
  countRow("met by users", heldOut),
  countRow("all", all),
]);
console.log("Per SDK or tool\n");
table(
  head,
  by(all, (row) => row.sdk).map(([sdk, rows]) => countRow(sdk, rows)),
);
console.log("Per kind\n");
table(
  [...head, "instead"],
  by(all, (row) => row.kind).map(([kind, rows]) => [
    ...countRow(kind, rows),
    by(
      rows.filter((row) => !row.exact),
      (row) => row.found,
    )
      .map(([found, misses]) => `${found} ${misses.length}`)
      .join(", "),
  ]),
);

/** What a text shows of Entra's answer must all be found. */
const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const facts = { codes: [0, 0], "correlation ids": [0, 0], timestamps: [0, 0] } satisfies Record<
  string,
  [number, number]
>;
for (const row of all) {
  const { entra, kind, attempts } = diagnose(row.text);
  if (kind === "not_authentication" || attempts.length > 0) continue;
  const codes = [...row.text.matchAll(/AADSTS(\d{5,7})(?!\d)/g)].map((match) => Number(match[1]));
  // The one in the answer's own words, before those that are logged around it.
  const id = [`correlation id: (${GUID})`, `correlation[ _]id\\\\*"?: ?\\\\*"?(${GUID})`]
    .map((pattern) => new RegExp(pattern, "i").exec(row.text)?.[1])
    .find((found) => found !== undefined);
  const time = /timestamp\\*"?: ?\\*"?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ)/i.exec(row.text)?.[1];
  const count = (name: keyof typeof facts, good: boolean): void => {
    facts[name][0] += good ? 1 : 0;
    facts[name][1]++;
  };
  if (codes.length > 0)
    count(
      "codes",
      codes.every((code) => entra?.codes.includes(code) === true),
    );
  if (id !== undefined) count("correlation ids", entra?.correlationId === id);
  if (time !== undefined) count("timestamps", entra?.timestamp === time);
}
console.log("Facts found\n");
table(
  ["", "found", "of"],
  Object.entries(facts).map(([name, [found = 0, of = 0]]) => [name, String(found), String(of)]),
);

const misses = all.filter((row) => !row.exact);
console.log(`Not the first choice (${misses.length})\n`);
for (const row of misses) {
  console.log(`${row.fair ? "fair" : "MISS"}  ${row.id}: ${row.found} instead of ${row.kind}`);
  console.log(`      ${row.text.replaceAll("\n", "\n      ")}\n`);
}

const accused = all.filter(
  (row) => row.kind === "not_authentication" && row.found !== "not_authentication" && row.found !== "unknown",
);
const targets: readonly (readonly [string, boolean])[] = [
  ["every founding row is fair", share(seed, (row) => row.fair) === 1],
  ["98 % of the messages are fair", share(messages, (row) => row.fair) >= 0.98],
  ["90 % of the messages are exact", share(messages, (row) => row.exact) >= 0.9],
  ["97 % of what users met is fair", share(heldOut, (row) => row.fair) >= 0.97],
  ["all codes, correlation ids and timestamps are found", Object.values(facts).every(([found, of]) => found === of)],
  ["nothing foreign gets an authentication kind", accused.length === 0],
];
for (const [name, met] of targets) console.log(`${met ? "ok  " : "FAIL"}  ${name}`);
if (!targets.every(([, met]) => met)) process.exitCode = 1;
