// Writes docs/failures.md from the data that the diagnosis itself uses. With --check it only tells whether it is stale.
import "../test/testing/runSources.mjs";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AadstsEntry } from "../src/failure/aadsts.ts";
import type { FailureKind, KindInfo } from "../src/failure/kinds.ts";
import type { Rule, RuleSource } from "../src/failure/rules/rule.ts";
import type { Remedy } from "../src/failure/types.ts";

const { KINDS } = await import("../src/failure/kinds.ts");
const { HOST_REMEDIES } = await import("../src/failure/hostRemedies.ts");
const { pageFor } = await import("../src/failure/writers/pages.ts");
const { RULES } = await import("../src/failure/rules/index.ts");
const { WORDS } = await import("../src/failure/rules/words.ts");
const { knownAadsts, lookupAadsts } = await import("../src/failure/aadsts.ts");

/** What a kind is, where one sentence that is true of all its failures says less. */
const DEFINITIONS: Partial<Record<string, string>> = JSON.parse(
  readFileSync(new URL("definitions.json", import.meta.url), "utf8"),
);

const file = fileURLToPath(new URL("../docs/failures.md", import.meta.url));
const MAX_EXAMPLES = 8;
const MAX_OPEN_CODES = 12;

const STAGES: readonly (readonly [KindInfo["stage"], string])[] = [
  ["policy", "Policy"],
  ["caller", "The caller"],
  ["configuration", "Configuration"],
  ["developer_tool", "Developer tools"],
  ["network", "Network"],
  ["managed_identity", "Managed identity"],
  ["entra", "Microsoft Entra ID"],
  ["authorization", "After the token: the service"],
  ["other", "Other"],
];

const OWNERS: Readonly<Record<KindInfo["owner"], string>> = {
  developer: "The developer of the application.",
  platform: "Whoever runs the platform: host, network, cluster.",
  "identity-admin": "An administrator of the tenant or of the resource.",
  user: "The person who signs in.",
  nobody: "Nobody has to: it passes, or the SDK answers it.",
};

const SOURCES: Readonly<Record<RuleSource, string>> = {
  js: "JavaScript",
  go: "Go",
  python: "Python",
  net: ".NET",
  java: "Java",
  rust: "Rust",
  cpp: "C++",
  msal: "MSAL",
  "azure-cli": "Azure CLI",
  azd: "Azure Developer CLI",
  powershell: "Azure PowerShell",
  kubelogin: "kubelogin",
  terraform: "Terraform",
  imds: "Instance metadata service",
  "app-service": "App Service",
  "pod-identity": "Pod identity",
  node: "Node.js",
  service: "Azure services and Entra ID",
};

/** One example for each SDK that is known to write of this kind; SDKs that write the same share one. */
function examplesOf(rules: readonly Rule[]): string[] {
  const bySource = new Map<RuleSource, Rule>();
  for (const source of Object.keys(SOURCES) as RuleSource[]) {
    const rule =
      rules.find(({ sources }) => sources[0] === source) ?? rules.find(({ sources }) => sources.includes(source));
    if (rule !== undefined) bySource.set(source, rule);
  }
  const byRule = new Map<Rule, string[]>();
  for (const [source, rule] of bySource) byRule.set(rule, [...(byRule.get(rule) ?? []), SOURCES[source]]);
  return [...byRule]
    .slice(0, MAX_EXAMPLES)
    .map(([rule, sources]) => `${sources.join(", ")}:\n\n\`\`\`text\n${rule.example}\n\`\`\``);
}

function remedyLines(remedies: readonly Remedy[], mark: (index: number) => string): string[] {
  return remedies.map(({ action, command, url }, index) => {
    const bullet = mark(index);
    const indent = " ".repeat(bullet.length);
    const page = url === undefined ? undefined : pageFor(url, undefined);
    const link = page === undefined ? "" : ` [Read on](${page}).`;
    const shell = command === undefined ? "" : `\n\n${indent}\`\`\`sh\n${indent}${command}\n${indent}\`\`\``;
    return `${bullet}${action}${link}${shell}`;
  });
}

/** Where a number is another matter than its kind usually is. */
function differences({ kind, owner, retryable }: AadstsEntry): string {
  const usual = KINDS[kind];
  const parts: string[] = [];
  if (owner !== undefined && owner !== usual.owner) parts.push(` Who fixes it here: ${OWNERS[owner]}`);
  if (retryable !== undefined && retryable !== usual.retryable) {
    parts.push(` Here a retry without a change ${retryable ? "may help" : "does not help"}.`);
  }
  return parts.join("");
}

function codeLine(entry: AadstsEntry): string {
  const { code, name, summary, docUrl } = entry;
  return `- [${name === `AADSTS${code}` ? name : `AADSTS${code} ${name}`}](${docUrl}): ${summary}${differences(entry)}`;
}

function codesOf(codes: readonly AadstsEntry[]): string[] {
  if (codes.length === 0) return [];
  const lines = codes.map(codeLine).join("\n");
  const title = `### AADSTS codes (${codes.length})`;
  return codes.length <= MAX_OPEN_CODES
    ? [title, lines]
    : [title, `<details><summary>All ${codes.length} codes</summary>\n\n${lines}\n\n</details>`];
}

function hostsOf(kind: FailureKind): string[] {
  const special = Object.values(HOST_REMEDIES[kind] ?? {}).flat();
  return special.length === 0 ? [] : ["Depending on the host:", remedyLines(special, () => "- ").join("\n")];
}

const codes = knownAadsts().flatMap((code) => lookupAadsts(code) ?? []);

function section(kind: FailureKind, info: KindInfo): string {
  const rules = RULES.filter((rule) => rule.kind === kind);
  const own = codes.filter((entry) => entry.kind === kind);
  const words = [...WORDS].filter(([, of]) => of === kind).map(([word]) => `\`${word}\``);
  const examples = examplesOf(rules);
  const [telling] = own;
  if (examples.length === 0 && telling !== undefined) {
    examples.push(`Microsoft Entra ID:\n\n\`\`\`text\nAADSTS${telling.code}: ${telling.summary}\n\`\`\``);
  }
  if (words.length > 0) examples.push(`MSAL may say no more than an error word: ${words.join(", ")}.`);
  const special = rules.filter((rule) => rule.remedies !== undefined);
  return [
    `## ${kind}`,
    `**${info.title}.** ${info.means}`,
    ...(DEFINITIONS[kind] === undefined ? [] : [`When: ${DEFINITIONS[kind]}`]),
    `| stage | who fixes it | retry without a change |\n|---|---|---|\n| \`${info.stage}\` | ${OWNERS[info.owner]} | ${info.retryable ? "may help" : "does not help"} |`,
    ...(examples.length === 0 ? [] : ["### How it looks", ...examples]),
    "### What to do",
    remedyLines(info.remedies, (index) => `${index + 1}. `).join("\n"),
    ...hostsOf(kind),
    ...special.flatMap((rule) => [
      `Where it says \`${rule.example.replaceAll("`", "'").slice(0, 160)}\`:`,
      remedyLines(rule.remedies ?? [], () => "- ").join("\n"),
    ]),
    ...codesOf(own),
  ].join("\n\n");
}

const kinds = Object.entries(KINDS) as [FailureKind, KindInfo][];
const contents = STAGES.map(([stage, title]) => {
  const links = kinds
    .filter(([, info]) => info.stage === stage)
    .map(([kind, { title: name }]) => `- [\`${kind}\`](#${kind}): ${name}`);
  return `**${title}**\n\n${links.join("\n")}`;
});

const page = `${[
  "<!-- Made by scripts/failures.ts from the data of the diagnosis. Change the data, not this page. -->",
  "# Failures",
  `A failed token acquisition is of one of ${kinds.length} kinds. The kind is \`kind\` of a diagnosis, \`error.type\` on spans and metrics, and the name of its section here: what it means, how it looks in each SDK, who fixes it and what to do. Words in angle brackets are yours to fill in; a diagnosis fills in what the error shows.`,
  ...contents,
  ...kinds.map(([kind, info]) => section(kind, info)),
].join("\n\n")}\n`;

if (process.argv.includes("--check")) {
  let current = "";
  try {
    current = readFileSync(file, "utf8");
  } catch {
    // Not there is as bad as stale.
  }
  if (current !== page) {
    console.error("docs/failures.md is stale: run node scripts/failures.ts");
    process.exitCode = 1;
  }
} else {
  mkdirSync(fileURLToPath(new URL("../docs", import.meta.url)), { recursive: true });
  writeFileSync(file, page);
}
