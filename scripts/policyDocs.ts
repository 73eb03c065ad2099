// Writes docs/policy.md and policy.schema.json out of the rules. With --check it only tells whether they are stale.
import "../test/testing/runSources.mjs";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { OptionProperty } from "../src/policy/optionSchema.ts";
import type { Rule } from "../src/policy/rules/rule.ts";

const { RULE_IDS, ruleOf } = await import("../src/policy/rules/index.ts");
const { policySchema } = await import("../src/policy/schema.ts");

const INTRODUCTION = `# The credential policy

A policy stops a credential that does not belong where it runs: before its first request, with a message that says what
to do instead. This page is written by \`node scripts/policyDocs.ts\` out of the rules themselves.

\`\`\`ts
const credential = new DiagnosticCredential(new ManagedIdentityCredential({ clientId }), { policy: "production" });
\`\`\`

An \`error\` throws a \`CredentialPolicyError\`, from the constructor or from \`getToken\`, that lists every violation; a chain
does not pass over it. A \`warn\` is logged through \`@azure/logger\`, once per rule and credential, marked on the span and
counted.

## Presets

| preset | what it sets |
|---|---|
| \`production\` | the severities in the table below, and a deadline of 120 seconds |
| \`development\` | the same rules as warnings |
| \`off\` | no rule |
| \`auto\` (default) | the same as \`development\` where the process says that it is in production, by \`NODE_ENV=production\` or \`AZURE_FUNCTIONS_ENVIRONMENT=Production\`; else the same as \`off\` |

## Settings

A rule is set as in ESLint: to a severity, to a severity with options, or to an exemption.

\`\`\`ts
policy: {
  preset: "production",
  rules: {
    "no-client-secret": "error",
    "allowed-tenants": ["error", { tenants: ["11111111-1111-1111-1111-111111111111"] }],
    "no-default-azure-credential": ["off", { reason: "batch host, ticket 123", until: "2027-03-01" }],
  },
}
\`\`\`

- What a rule is set to by its name holds whatever the preset is.
- An exemption needs a \`reason\`. \`until\` is its last day, in UTC; from the next day on the rule holds again as in the
  preset, and the exemption itself is a violation of the rule until it is removed. A plain \`"off"\` needs no reason.
- Dates and the environment are looked at when a credential is constructed, and not again.
- An unknown rule, severity, option or date is a \`PolicyConfigurationError\`, a \`TypeError\`, that names what was meant.

## One policy for every service: AZURE_CREDENTIAL_POLICY

The variable names a JSON file with the same settings. [policy.schema.json](../policy.schema.json) describes it:

\`\`\`json
{
  "$schema": "./node_modules/diagnostic-credential/policy.schema.json",
  "preset": "production",
  "rules": { "no-client-secret": "error" }
}
\`\`\`

- A file that cannot be read, that is no JSON, or that the schema does not allow stops every credential: the error says
  file, line and column. It is never ignored. A variable that is empty counts as not set.
- Where the code has no option \`policy\`, the file alone holds.
- Code may tighten the policy, not loosen it. A rule that code sets by its name to less than the file, to an exemption, or
  to options that allow more, and the preset \`off\`, are a \`PolicyConfigurationError\`: whoever wrote that should hear that it
  does not hold. The preset of the code adds to that of the file, rule by rule the stricter one; a rule that the file names
  is not touched by it.

## In tests and CI

\`\`\`ts
const { ok, violations } = policy.check(createCredential(), "production");
\`\`\`

gives the verdict without wrapping the credential and without sending anything.

## What is looked at

Nothing of the credential is run. Its class is known by its name or, where a bundler has renamed it, by what
\`@azure/identity\` keeps in it; chains and wrapped credentials are looked through; a member that cannot give a token, such as
an EnvironmentCredential without its variables, counts as not there. A class that is not known is *unknown*, never guessed.
`;

function optionLine(name: string, property: OptionProperty, rule: Rule): string {
  const needed = rule.options.required?.includes(name) === true;
  const kind =
    property.type === "array" ? "list of texts" : property.type === "integer" ? "whole number" : "true or false";
  const fallback = "default" in property ? `, default \`${property.default}\`` : "";
  return `- \`${name}\` (${kind}${needed ? ", needed" : ""}${fallback}): ${property.description}`;
}

function when(rule: Rule): string {
  const times = [
    ...(rule.construction === undefined ? [] : ["when the credential is constructed"]),
    ...(rule.call === undefined ? [] : ["before each call"]),
    ...(rule.token === undefined ? [] : ["on each token"]),
    ...(rule.winner === undefined ? [] : ["on a token from another member of a chain than before"]),
  ];
  return times.join(", ");
}

function section(rule: Rule): string {
  const options = Object.entries(rule.options.properties).map(([name, property]) => optionLine(name, property, rule));
  return [
    `### ${rule.id}`,
    `Finds ${rule.finds}.`,
    `**When:** ${when(rule)}. **In production:** \`${rule.production}\`.`,
    `**Why:** ${rule.why} ([source](${rule.url}))`,
    `**Fix:** ${rule.fix}`,
    ...(options.length === 0 ? [] : [`**Options**\n\n${options.join("\n")}`]),
    ...(rule.limits === undefined ? [] : [`**Note:** ${rule.limits}`]),
  ].join("\n\n");
}

const rules = RULE_IDS.map(ruleOf);
const table = [
  "| rule | finds | production |",
  "|---|---|---|",
  ...rules.map(({ id, finds, production }) => `| [${id}](#${id}) | ${finds} | ${production} |`),
].join("\n");

/** The schema is a file like any other to the formatter. */
function formatted(name: string, text: string): string {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  return execFileSync(process.execPath, [biome, "format", `--stdin-file-path=${name}`], { input: text }).toString();
}

const outputs: readonly (readonly [string, string])[] = [
  ["docs/policy.md", `${INTRODUCTION}\n## Rules\n\n${table}\n\n${rules.map(section).join("\n\n")}\n`],
  ["policy.schema.json", formatted("policy.schema.json", JSON.stringify(policySchema(), undefined, 2))],
];

for (const [name, text] of outputs) {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  let written = "";
  try {
    written = readFileSync(file, "utf8");
  } catch {
    // Not there yet.
  }
  if (written === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${name} is stale; run: node scripts/policyDocs.ts`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`Wrote ${name}`);
  }
}
