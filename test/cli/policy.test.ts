import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULE_IDS } from "../../src/policy/rules/index.js";
import { buildCli } from "./build.js";
import type { Ran } from "./fakeIo.js";

let cli: Awaited<ReturnType<typeof buildCli>>;
let work: string;

beforeAll(async () => {
  cli = await buildCli();
  const root = dirname(dirname(cli.main));
  // As it is installed: the dependencies are found above it.
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  work = join(root, "work");
  mkdirSync(work);
});
afterAll(() => cli.dispose());

function policy(args: readonly string[], env: Record<string, string> = {}): Ran {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli.main, "policy", ...args], {
    cwd: work,
    env: { PATH, ...env },
    encoding: "utf8",
  });
  return { code: status ?? -1, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(work, name), content);
  return name;
}

const GOOD = `{
  "preset": "production",
  "rules": {
    "no-client-secret": "error",
    "no-password": "error",
    "allowed-tenants": ["error", { "tenants": ["contoso.com"] }],
    "explicit-managed-identity": ["off", { "reason": "system-assigned on purpose", "until": "2999-03-01" }],
    "no-user-token": "off",
    "min-token-lifetime": ["warn", { "seconds": 300 }]
  }
}
`;
const ENDED = `{ "preset": "production",
  "rules": { "no-password": ["off", { "reason": "old host", "until": "2020-03-01" }] } }
`;

describe("policy", () => {
  it("shows that nothing holds outside production", () => {
    expect(policy([])).toEqual({
      code: 0,
      stderr: "",
      stdout: `Preset auto · no rules
  Not in production, as far as NODE_ENV and AZURE_FUNCTIONS_ENVIRONMENT say.
  No file: AZURE_CREDENTIAL_POLICY is not set.
  No deadline.

  Off
    no-default-azure-credential, no-managed-identity-probe, no-developer-credential,
    no-interactive-credential, no-password, no-client-secret, no-masked-managed-identity,
    no-user-token, no-identity-change, no-unsafe-logging, no-disabled-instance-discovery,
    explicit-managed-identity, allowed-credentials, allowed-tenants, allowed-authorities,
    allowed-scopes, min-token-lifetime
`,
    });
  });

  it("shows each rule of a file in production, and where it comes from", () => {
    const env = { NODE_ENV: "production", AZURE_CREDENTIAL_POLICY: file("good.json", GOOD) };
    expect(policy([], env)).toEqual({
      code: 0,
      stderr: "",
      stdout: `Preset production · 12 rules
  In production, as NODE_ENV or AZURE_FUNCTIONS_ENVIRONMENT says.
  File: good.json, its preset in line 2.
  Deadline of getToken: 120 seconds.

  Rules
    error  no-default-azure-credential     preset production
           allowSingleCredential: false (default)
    error  no-managed-identity-probe       preset production
    error  no-developer-credential         preset production
    error  no-interactive-credential       preset production
    error  no-password                     good.json:5
    error  no-client-secret                good.json:4
    warn   no-masked-managed-identity      preset production
    warn   no-identity-change              preset production
    error  no-unsafe-logging               preset production
    warn   no-disabled-instance-discovery  preset production
    error  allowed-tenants                 good.json:6
           tenants: contoso.com
    warn   min-token-lifetime              good.json:9
           seconds: 300

  Exempt
    no-user-token                   good.json:8
      switched off, without a reason
    explicit-managed-identity       good.json:7
      reason: system-assigned on purpose
      until 2999-03-01

  Off
    allowed-credentials, allowed-authorities, allowed-scopes
`,
    });
  });

  it.each([
    ["production", {}, "Preset production · 13 rules\n  If the code asked for the preset production.\n"],
    ["development", {}, "Preset development · 13 rules\n  If the code asked for the preset development.\n"],
    ["off", {}, "Preset off · no rules\n  If the code asked for the preset off.\n"],
    ["auto", { NODE_ENV: "production" }, "Preset auto · 13 rules\n  If the code asked for the preset auto.\n"],
  ])("--preset %s says what would hold", (preset, env, start) => {
    const { code, stdout, stderr } = policy(["--preset", preset], env);
    expect([code, stderr, stdout.slice(0, start.length)]).toEqual([0, "", start]);
  });

  it("says that code cannot ask for less than the file", () => {
    const env = { AZURE_CREDENTIAL_POLICY: file("good.json", GOOD) };
    const problem =
      'preset "off" loosens the policy of good.json, the file of AZURE_CREDENTIAL_POLICY; code may tighten a policy, not loosen it';
    const { code, stdout } = policy(["--preset", "off", "--json"], env);
    expect([code, JSON.parse(stdout)]).toEqual([1, { version: 1, valid: false, problems: [{ problem }] }]);
  });

  it("reports an exemption that has ended", () => {
    const { code, stdout } = policy([], { AZURE_CREDENTIAL_POLICY: file("ended.json", ENDED) });
    expect(code).toBe(1);
    expect(stdout).toContain(`
  Ended exemptions: a violation each, until they are removed
    no-password                     ended.json:2
      reason: old host
      ended on 2020-03-01, remove it or give it a new end
`);
    expect(stdout).toContain("    error  no-password                     ended.json:2, as its exemption has ended\n");
  });

  it("says that the file cannot be read", () => {
    expect(policy([], { AZURE_CREDENTIAL_POLICY: "nope.json" })).toEqual({
      code: 1,
      stderr: "",
      stdout: `✗ This policy cannot be used · 1 problem

  nope.json
    the file that AZURE_CREDENTIAL_POLICY names cannot be read (ENOENT)
`,
    });
  });

  it("prints JSON", () => {
    const { code, stdout } = policy(["--json"], { AZURE_CREDENTIAL_POLICY: file("good.json", GOOD) });
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect({ ...report, rules: report.rules.slice(-2) }).toEqual({
      version: 1,
      valid: true,
      preset: "production",
      production: false,
      file: "good.json",
      deadlineMs: 120_000,
      rules: [
        {
          id: "allowed-tenants",
          severity: "error",
          options: { tenants: ["contoso.com"] },
          source: { kind: "file", name: "good.json", line: 6 },
        },
        {
          id: "min-token-lifetime",
          severity: "warn",
          options: { seconds: 300 },
          source: { kind: "file", name: "good.json", line: 9 },
        },
      ],
      exemptions: [
        { id: "no-user-token", ended: false, source: { kind: "file", name: "good.json", line: 8 } },
        {
          id: "explicit-managed-identity",
          reason: "system-assigned on purpose",
          until: "2999-03-01",
          ended: false,
          source: { kind: "file", name: "good.json", line: 7 },
        },
      ],
      off: ["allowed-credentials", "allowed-authorities", "allowed-scopes"],
    });
  });
});

describe("policy check", () => {
  it("says what a file changes", () => {
    expect(policy(["check", file("good.json", GOOD)])).toEqual({
      code: 0,
      stderr: "",
      stdout: `✓ good.json can be used
  preset production

  What it changes against the preset
    no-client-secret           warn  → error  line 4
    no-user-token              error → off    line 8
      switched off, without a reason
    explicit-managed-identity  warn  → off    line 7
      reason: system-assigned on purpose
      until 2999-03-01
    allowed-tenants            off   → error  line 6
      tenants: contoso.com
    min-token-lifetime         warn  → warn   line 9
      seconds: 300

  The same as in the preset
    no-password                error          line 5
`,
    });
  });

  it("says every problem, where it is and what was meant", () => {
    const bad = file(
      "bad.json",
      `{
  "preset": "prodution",
  "rulez": {},
  "rules": {
    "no-client-secrets": "error",
    "no-password": "eror",
    "allowed-tenants": ["fatal", { "tenant": ["x"] }],
    "allowed-scopes": "warn",
    "no-user-token": ["off", { "reason": "", "until": "2026-02-30" }],
    "no-default-azure-credential": ["off", { "raeson": "x", "until": "tomorrow" }],
    "min-token-lifetime": ["warn", { "seconds": -1, "second": 2 }],
    "no-unsafe-logging": "warn",
    "no-unsafe-logging": "warn"
  }
}
`,
    );
    expect(policy(["check", bad])).toEqual({
      code: 1,
      stderr: "",
      stdout: `✗ This policy cannot be used · 14 problems

  bad.json:2:3
    there is no preset "prodution"; did you mean "production"?

  bad.json:3:3
    there is no setting "rulez"; did you mean "rules"?

  bad.json:5:5
    there is no rule "no-client-secrets"; did you mean "no-client-secret"?

  bad.json:6:5
    "eror" is no severity; did you mean "error"?

  bad.json:7:25
    "fatal" is no severity; it is one of off, warn, error

  bad.json:7:36
    there is no option of allowed-tenants "tenant"; did you mean "tenants"?

  bad.json:8:5
    allowed-scopes needs the option scopes: ["warn", { "scopes": [...] }]

  bad.json:9:30
    an exemption says why: ["off", { "reason": "...", "until": "2027-03-01" }]

  bad.json:9:46
    until must be a day like "2027-03-01", but is "2026-02-30"

  bad.json:10:46
    there is no property of an exemption "raeson"; did you mean "reason"?

  bad.json:10:61
    until must be a day like "2027-03-01", but is "tomorrow"

  bad.json:11:38
    seconds must be a whole number from 0 to 86400, but is -1

  bad.json:11:53
    there is no option of min-token-lifetime "second"; did you mean "seconds"?

  bad.json:13:5
    "no-unsafe-logging" stands there twice
`,
    });
  });

  it.each([
    ["no JSON", '{\n  "preset": production\n}', [{ line: 2, column: 13, problem: "this is not JSON (InvalidSymbol)" }]],
    ["empty", "", [{ line: 1, column: 1, problem: "this is not JSON (ValueExpected)" }]],
    [
      "a preset alone",
      '"production"',
      [{ line: 1, column: 1, problem: 'a policy file is an object, { "preset": ... }' }],
    ],
    ["a bad $schema", '{ "$schema": 5 }', [{ line: 1, column: 3, problem: "/$schema must be string" }]],
    [
      "no rules",
      '{ "rules": [] }',
      [{ line: 1, column: 3, problem: "rules must be an object, but is an empty array" }],
    ],
    [
      "null",
      '{ "rules": { "no-password": null } }',
      [{ line: 1, column: 14, problem: "null is no severity; it is one of off, warn, error" }],
    ],
  ])("finds the problem of a file: %s", (_, text, problems) => {
    const { code, stdout } = policy(["check", "--json", file("one.json", text)]);
    expect([code, JSON.parse(stdout)]).toEqual([1, { version: 1, valid: false, file: "one.json", problems }]);
  });

  it("ends with 1 where an exemption has ended", () => {
    expect(policy(["check", file("ended.json", ENDED)])).toEqual({
      code: 1,
      stderr: "",
      stdout: `✗ ended.json holds an exemption that has ended
  preset production

  Ended exemptions: a violation each, until they are removed
    no-password                 line 2
      reason: old host
      ended on 2020-03-01, remove it or give it a new end
`,
    });
  });

  it("prints no secret and no control character", () => {
    const secret = "abc8Q~aBcDeFgHiJkLmNoPqRsTuVwXyZ012345";
    const rules = {
      "no-password": ["off", { reason: `uses ${secret}\u001b[2J` }],
      "allowed-credentials": ["warn", { credentials: ["A"] }],
    };
    const name = file("secret.json", JSON.stringify({ preset: "production", rules }));
    const bad = file("secretBad.json", JSON.stringify({ preset: secret, [`password=${secret}`]: 1 }));
    const outputs = [
      policy(["check", name]),
      policy(["check", name, "--json"]),
      policy([], { AZURE_CREDENTIAL_POLICY: name }),
      policy(["--json"], { AZURE_CREDENTIAL_POLICY: name }),
      policy(["check", bad]),
      policy([], { AZURE_CREDENTIAL_POLICY: bad }),
    ].map(({ stdout, stderr }) => stdout + stderr);
    expect(outputs.filter((text) => text.includes("aBcDeFgHi") || text.includes("\u001b"))).toEqual([]);
    expect(outputs[0]).toContain("reason: uses REDACTED");
  });
});

describe("policy explain", () => {
  it("says what a rule is about", () => {
    expect(policy(["explain", "no-managed-identity-probe"])).toEqual({
      code: 0,
      stderr: "",
      stdout: `no-managed-identity-probe
  Finds a managed identity behind a probe of one second, as in a DefaultAzureCredential with
  AZURE_TOKEN_CREDENTIALS unset or \`prod\`.

  Why
    Before every token, also a cached one, the endpoint of the host has to answer within one second.
    When the machine is busy or just starting it does not, and the identity counts as not there: the
    chain goes on to another credential, or fails. \`prod\` leaves the probe in.
    https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/defaultAzureCredential.ts

  How to fix it
    Use new ManagedIdentityCredential({ clientId }), or set
    AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential before the DefaultAzureCredential is
    constructed: neither probes.

  When it looks
    when the credential is constructed

  Severity in each preset
    production           error
    development          warn
    auto, in production  warn
    auto, elsewhere      off
    off                  off
`,
    });
  });

  it("says the options of a rule", () => {
    expect(policy(["explain", "min-token-lifetime"]).stdout).toContain(`
  Options
    seconds (whole number from 0 to 86400, default 60)
      Seconds that a token must have to live when it is handed out.
`);
  });

  it("explains every rule", () => {
    const reports = RULE_IDS.map((id) => JSON.parse(policy(["explain", id, "--json"]).stdout));
    expect(reports.map(({ id }) => id)).toEqual(RULE_IDS);
    for (const { severities, when } of reports) {
      expect(Object.keys(severities)).toEqual([
        "production",
        "development",
        "autoInProduction",
        "autoElsewhere",
        "off",
      ]);
      expect(when).not.toEqual([]);
    }
  }, 60_000);
});

describe("policy, as a command", () => {
  it.each([
    [
      ["explain", "no-manged-identity-probe"],
      'There is no rule "no-manged-identity-probe". Did you mean no-managed-identity-probe?',
    ],
    [["explain", "zzz"], `There is no rule "zzz". The rules are:\n  ${RULE_IDS.join("\n  ")}`],
    [["--preset", "prodution"], 'There is no preset "prodution". Did you mean production?'],
    [["--preset", "zzz"], 'There is no preset "zzz". It is one of production, development, off, auto.'],
    [["check", "nope.json"], "There is no file nope.json."],
    [["check", "."], ". is a directory, not a file."],
  ])("%j is wrong usage", (args, message) => {
    expect(policy(args)).toEqual({ code: 2, stdout: "", stderr: `diagnostic-credential: ${message}\n` });
  });

  it.each([
    [["explain"], "No rule was given."],
    [["explain", "a", "b"], "policy explain takes one rule."],
    [["check"], "No policy file was given."],
    [["check", "a", "b"], "policy check takes one file."],
    [["chek", "a"], 'Unknown command "policy chek". Did you mean policy check?'],
    [["no-password"], 'Unknown command "policy no-password". Did you mean policy explain no-password?'],
    [["zzz"], 'Unknown command "policy zzz".'],
    [["--preset"], "--preset needs one of production, development, off, auto."],
    [["check", "a.json", "--preset"], "--preset takes one preset, and no command."],
    [["--jsn"], "Unknown option --jsn. Did you mean --json?"],
  ])("%j is wrong usage, with the usage", (args, message) => {
    const { code, stdout, stderr } = policy(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(
      stderr.startsWith(`diagnostic-credential: ${message}\n\nUsage: diagnostic-credential policy [options]\n`),
    ).toBe(true);
  });

  it("has a help of 80 columns", () => {
    const { code, stdout } = policy(["--help"]);
    expect([code, stdout.split("\n").filter((line) => line.length > 80)]).toEqual([0, []]);
  });

  it("heeds FORCE_COLOR and --no-color", () => {
    const env = { FORCE_COLOR: "1", NODE_ENV: "production" };
    expect(policy([], env).stdout).toContain("\x1b[33mwarn ");
    expect(policy(["--no-color"], env).stdout).not.toContain("\x1b");
  });

  it("is loaded when it is asked for", () => {
    const main = readFileSync(cli.main, "utf8");
    expect(main).toMatch(/import\("\.\/policy\.mjs"\)/);
    expect(main).not.toContain("no-managed-identity-probe");
  });
});
