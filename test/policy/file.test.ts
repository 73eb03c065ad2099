import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { PolicyConfigurationError } from "../../src/policy/configurationError.js";
import { resolvePolicy } from "../../src/policy/resolve.js";
import { RULE_IDS } from "../../src/policy/rules/index.js";
import { policySchema } from "../../src/policy/schema.js";
import { readSettings } from "../../src/policy/settings.js";
import type { PolicyConfig, PolicyPreset } from "../../src/policy/types.js";

const directory = mkdtempSync(join(tmpdir(), "policy-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const path = join(directory, "policy.json");
const write = (content: string | object): string => {
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
  return path;
};
const resolved = (content: string | object, option?: PolicyPreset | PolicyConfig, variables = {}) =>
  resolvePolicy(option, { AZURE_CREDENTIAL_POLICY: write(content), ...variables });
const severity = (content: object, option: PolicyPreset | PolicyConfig | undefined, id: string) =>
  resolved(content, option).rules.find((rule) => rule.id === id)?.severity;

describe("a file that can be used", () => {
  test("holds by itself, with the line that a setting stands on", () => {
    const { preset, rules, deadlineMs } = resolved({ preset: "production", rules: { "no-client-secret": "error" } });
    expect([preset, deadlineMs]).toEqual(["production", 120_000]);
    expect(rules.find(({ id }) => id === "no-client-secret")).toMatchObject({
      severity: "error",
      source: { kind: "file", name: path, line: 4 },
    });
    expect(rules.find(({ id }) => id === "no-password")?.source).toEqual({ kind: "preset", name: "production" });
  });
  test("is auto where it names no preset", () => {
    expect(resolved({}).isActive).toBe(false);
    expect(resolved({}, undefined, { NODE_ENV: "production" }).rules).toHaveLength(13);
  });
  test("may start with a byte order mark and name its schema", () => {
    expect(resolved('\uFEFF{"$schema": "x", "preset": "development"}').preset).toBe("development");
  });
  test("is read again for each credential", () => {
    expect(resolved({ preset: "production" }).preset).toBe("production");
    expect(resolved({ preset: "development" }).preset).toBe("development");
  });
});

describe("a file that cannot be used stops the credential and says where", () => {
  test.each<[string, string, number?, number?]>([
    ["", "this is not JSON", 1, 1],
    ["   ", "this is not JSON"],
    ['{\n  "preset": "production",\n}', "this is not JSON (PropertyNameExpected)", 3, 1],
    ['{\n  // why\n  "preset": "production"\n}', "this is not JSON (InvalidCommentToken)", 2, 3],
    ['{\n  "preset" "production"\n}', "this is not JSON (ColonExpected)", 2, 12],
    ['{"preset": "production"} x', "this is not JSON"],
    ["{", "this is not JSON"],
    ["[]", "a policy is an object", 1, 1],
    ["null", "a policy is an object", 1, 1],
    ['"production"', "a policy file is an object", 1, 1],
    ['{\n  "preset": "prod"\n}', 'there is no preset "prod"', 2, 3],
    ['{\n  "preset": "off",\n  "rules": {\n    "no-pasword": "error"\n  }\n}', 'did you mean "no-password"?', 4, 5],
    ['{\n  "rules": {\n    "no-password":\n      "eror"\n  }\n}', 'did you mean "error"?', 3, 5],
    [
      '{\n  "rules": {\n    "no-password": ["off", {\n      "until": "2027-01-01"\n    }]\n  }\n}',
      "an exemption says why",
      3,
      28,
    ],
    [
      '{\n  "rules": {\n    "no-password": ["off", {\n      "reason": "r",\n      "until": "2027-02-30"\n    }]\n  }\n}',
      "until must be a day",
      5,
      7,
    ],
    [
      '{\n  "rules": {\n    "allowed-tenants": ["error", {\n      "tenants": [\n        "a",\n        7\n      ]\n    }]\n  }\n}',
      "tenants must match",
      6,
      9,
    ],
    ['{\n  "rules": {\n    "allowed-tenants": "error"\n  }\n}', "allowed-tenants needs the option tenants", 3],
    ['{\n  "preset": "off",\n  "preset": "production"\n}', '"preset" stands there twice', 3, 3],
    ['{"rules": {"__proto__": "error"}}', 'there is no rule "__proto__"', 1],
  ])("%j", (content, message, line, column) => {
    let error: unknown;
    try {
      resolved(content);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PolicyConfigurationError);
    const failure = error as PolicyConfigurationError;
    expect(failure.message).toContain(message);
    expect(failure.file).toBe(path);
    if (line !== undefined) expect(failure.line).toBe(line);
    if (column !== undefined) {
      expect(failure.column).toBe(column);
      expect(failure.message).toContain(`${path}:${line}:${column}: `);
    }
  });

  test.each([join(directory, "missing.json"), directory])("unreadable: %s", (file) => {
    const run = () => resolvePolicy("production", { AZURE_CREDENTIAL_POLICY: file });
    expect(run).toThrow(/cannot be read \((ENOENT|EISDIR)\)/);
    expect(run).toThrow(expect.objectContaining({ file, cause: expect.any(Error) }));
  });

  test("too large", () => {
    expect(() => resolved(" ".repeat(1024 * 1024 + 1))).toThrow("larger than a megabyte");
  });
});

describe("code may tighten, not loosen", () => {
  const base = { preset: "production", rules: { "no-client-secret": "error", "no-password": "off" } };

  test("a preset of the code adds to that of the file, but does not touch what the file names", () => {
    expect(severity({ preset: "development" }, "production", "no-user-token")).toBe("error");
    expect(severity(base, "development", "no-user-token")).toBe("error");
    expect(severity(base, "development", "no-client-secret")).toBe("error");
    expect(severity(base, "production", "no-password")).toBeUndefined();
    expect(severity({ preset: "off" }, "production", "no-user-token")).toBe("error");
    expect(severity(base, "auto", "no-user-token")).toBe("error");
  });

  test("without an option the file alone holds", () => {
    const environment = { NODE_ENV: "production" };
    expect(resolved({ preset: "off" }, undefined, environment).isActive).toBe(false);
    expect(resolved({ preset: "off" }, "auto", environment).isActive).toBe(true);
  });

  test("a rule may be set to more", () => {
    expect(severity(base, { rules: { "explicit-managed-identity": "error" } }, "explicit-managed-identity")).toBe(
      "error",
    );
    expect(severity(base, { rules: { "no-password": "error" } }, "no-password")).toBe("error");
  });

  test("the preset off is refused, unless the file has nothing to say", () => {
    expect(() => resolved(base, "off")).toThrow('preset "off" loosens the policy of');
    expect(() => resolved({ preset: "off", rules: { "no-password": "warn" } }, { preset: "off" })).toThrow("loosens");
    expect(resolved({ preset: "off" }, "off").isActive).toBe(false);
  });

  test.each<[PolicyConfig["rules"]]>([
    [{ "no-client-secret": "warn" }],
    [{ "no-client-secret": "off" }],
    [{ "no-client-secret": ["off", { reason: "r" }] }],
    [{ "no-client-secret": ["off", { reason: "r", until: "2020-01-01" }] }],
    [{ "no-user-token": "warn" }],
    [{ "explicit-managed-identity": "off" }],
    [{ "no-default-azure-credential": ["error", { allowSingleCredential: true }] }],
    [{ "min-token-lifetime": ["warn", { seconds: 30 }] }],
  ])("refused: %j", (rules) => {
    expect(() => resolved(base, { rules })).toThrow(/loosens what the file of AZURE_CREDENTIAL_POLICY demands/);
    expect(() => resolved(base, { rules })).toThrow(TypeError);
  });

  test("the message says which line of the file", () => {
    expect(() => resolved(base, { rules: { "no-client-secret": "warn" } })).toThrow(`(${path}:4)`);
    expect(() => resolved(base, { rules: { "no-user-token": "warn" } })).toThrow('(its preset "production")');
  });

  const lists = {
    rules: {
      "allowed-tenants": ["error", { tenants: ["a", "b"] }],
      "allowed-scopes": ["error", { scopes: ["https://vault.azure.net/*", "x"] }],
      "allowed-authorities": ["error", { authorities: ["login.microsoftonline.us"] }],
      "allowed-credentials": ["error", { credentials: ["ManagedIdentityCredential", "WorkloadIdentityCredential"] }],
      "no-user-token": ["warn", { allowOnBehalfOf: false }],
      "min-token-lifetime": ["warn", { seconds: 120 }],
    },
  };
  test.each<[PolicyConfig["rules"], boolean]>([
    [{ "allowed-tenants": ["error", { tenants: ["A"] }] }, true],
    [{ "allowed-tenants": ["error", { tenants: ["a", "c"] }] }, false],
    [{ "allowed-scopes": ["error", { scopes: ["https://vault.azure.net/.default"] }] }, true],
    [{ "allowed-scopes": ["error", { scopes: ["https://vault.azure.net/a*"] }] }, true],
    [{ "allowed-scopes": ["error", { scopes: ["https://vault*"] }] }, false],
    [{ "allowed-scopes": ["error", { scopes: ["x*"] }] }, false],
    [{ "allowed-authorities": ["error", { authorities: ["https://login.microsoftonline.us/"] }] }, true],
    [{ "allowed-authorities": ["error", { authorities: ["login.microsoftonline.com"] }] }, false],
    [{ "allowed-credentials": ["error", { credentials: ["ManagedIdentityCredential"] }] }, true],
    [{ "allowed-credentials": ["error", { credentials: ["DefaultAzureCredential"] }] }, false],
    [{ "no-user-token": ["error", { allowOnBehalfOf: false }] }, true],
    [{ "no-user-token": ["error", {}] }, false],
    [{ "no-user-token": "error" }, true],
    [{ "min-token-lifetime": ["error", { seconds: 120 }] }, true],
    [{ "min-token-lifetime": ["error", { seconds: 119 }] }, false],
  ])("options: %j %s", (rules, allowed) => {
    const run = () => resolved(lists, { rules });
    if (allowed) expect(run).not.toThrow();
    else expect(run).toThrow("what is set in its options loosens");
  });

  test("a severity alone keeps the options of the file", () => {
    const { rules } = resolved(lists, { rules: { "no-user-token": "error" } });
    expect(rules.find(({ id }) => id === "no-user-token")).toMatchObject({
      severity: "error",
      options: { allowOnBehalfOf: false },
    });
  });
});

describe("the schema", () => {
  test("is published as the rules have it", () => {
    const file = new URL("../../policy.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(policySchema())));
  });

  test("allows what the code allows, days that there are not apart", () => {
    const validate = new Ajv({ strict: true }).compile(policySchema());
    const reads = (value: unknown): boolean => {
      try {
        readSettings(value, (_, problem) => {
          throw new Error(problem);
        });
        return true;
      } catch {
        return false;
      }
    };
    const word = fc.constantFrom(
      "off",
      "warn",
      "error",
      "eror",
      "production",
      "",
      "a",
      "https://a/*",
      "2027-03-01",
      5,
      90,
      true,
      null,
    );
    const options = fc.dictionary(
      fc.constantFrom(
        "tenants",
        "scopes",
        "credentials",
        "authorities",
        "seconds",
        "allowSingleCredential",
        "reason",
        "until",
        "x",
      ),
      fc.oneof(word, fc.array(word, { maxLength: 2 })),
      { maxKeys: 2 },
    );
    const exemption = fc.record(
      { reason: fc.constantFrom("r", " "), until: fc.constant("2027-03-01") },
      { requiredKeys: [] },
    );
    const right = fc.oneof(
      fc.constantFrom("off", "warn", "error"),
      fc.tuple(
        fc.constantFrom("off", "warn"),
        fc.oneof(exemption, fc.constant({}), fc.constant({ seconds: 5 }), fc.constant({ tenants: ["a"] })),
      ),
    );
    const setting = fc.oneof(
      { weight: 6, arbitrary: right },
      word,
      fc.tuple(word, options),
      fc.array(fc.oneof(word, options), { maxLength: 3 }),
    );
    const config = fc.record(
      {
        preset: fc.oneof(fc.constant("production"), word),
        rules: fc.oneof(
          fc.dictionary(fc.constantFrom(...RULE_IDS, "no-such-rule"), setting, { maxKeys: 2 }),
          fc.constant({}),
        ),
        $schema: fc.constant("x"),
      },
      { requiredKeys: [] },
    );
    let valid = 0;
    fc.assert(
      fc.property(config, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        if (validate(plain)) valid++;
        expect(reads(plain)).toBe(validate(plain));
      }),
      { numRuns: 5000 },
    );
    expect(valid).toBeGreaterThan(100);
  });
});
