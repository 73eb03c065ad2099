import { expect, test } from "vitest";
import { aadstsEntry, knownAadsts } from "../../src/failure/aadsts.js";
import { adviceOf } from "../../src/failure/advice.js";
import { diagnose } from "../../src/failure/diagnose.js";
import type { Host } from "../../src/failure/hosts.js";
import { type FailureKind, KINDS } from "../../src/failure/kinds.js";
import { RULES } from "../../src/failure/rules/index.js";
import type { Verdict } from "../../src/failure/verdict.js";
import type { Writer } from "../../src/failure/writers/writer.js";

const HOSTS = Object.keys({
  "github-actions": true,
  "azure-pipelines": true,
  functions: true,
  "container-apps": true,
  "app-service": true,
  "cloud-shell": true,
  arc: true,
  kubernetes: true,
  "azure-ml": true,
  vm: true,
  laptop: true,
} satisfies Record<Host, true>) as Host[];
const WRITERS = Object.keys({
  js: true,
  python: true,
  java: true,
  dotnet: true,
  go: true,
  rust: true,
  cpp: true,
  "azure-cli": true,
  azd: true,
  "azure-powershell": true,
  azcopy: true,
  terraform: true,
  pulumi: true,
  kubelogin: true,
  keda: true,
  flux: true,
  "csi-driver": true,
  "external-secrets": true,
  controller: true,
  grafana: true,
  vscode: true,
  "visual-studio": true,
  "azure-data-studio": true,
  "storage-explorer": true,
  ios: true,
  android: true,
} satisfies Record<Writer, true>) as Writer[];

const cases: (readonly [string, Verdict])[] = [
  ...(Object.keys(KINDS) as FailureKind[]).map((kind) => [kind, { kind, answered: false }] as const),
  ...RULES.filter(({ remedies }) => remedies !== undefined).map(
    (rule) => [rule.id, { kind: rule.kind, rule, answered: false }] as const,
  ),
  ...knownAadsts().flatMap((code) => {
    const entry = aadstsEntry(code);
    return entry === undefined ? [] : [[`AADSTS${code}`, { kind: entry.kind, entry, answered: true }] as const];
  }),
];

test("whoever wrote a text and wherever it was written, there is something to do", { timeout: 60_000 }, () => {
  const without = cases.flatMap(([name, verdict]) =>
    [undefined, ...HOSTS].flatMap((host) =>
      [undefined, ...WRITERS]
        .filter((writer) => adviceOf(verdict, { host, writer, asked: undefined }).remedies.length === 0)
        .map((writer) => `${name} on ${host} by ${writer}`),
    ),
  );
  expect(cases.length).toBeGreaterThan(1000);
  expect(without).toEqual([]);
});

test("a host that has no part in the failure does not take its advice away", () => {
  const { kind, remedies } = diagnose(
    "could not acquire access token to parse claims: ADOPipelineAssertion: cannot parse response: unexpected EOF. Couldn't acquire access token from IMDS",
  );
  expect(kind).toBe("assertion_unavailable");
  expect(remedies.length).toBeGreaterThan(0);
});
