import { describe, expect, test } from "vitest";
import { isPolicyNeeded, readPolicyEnvironment } from "../../src/policy/environment.js";
import { resolvePolicy } from "../../src/policy/resolve.js";
import { RULE_IDS, ruleOf } from "../../src/policy/rules/index.js";
import type { PolicyConfig, PolicyPreset, Severity } from "../../src/policy/types.js";

type Option = PolicyPreset | PolicyConfig | undefined;
const severities = (option: Option, variables: Record<string, string> = {}): Record<string, Severity> => {
  const { rules } = resolvePolicy(option, readPolicyEnvironment(variables));
  return Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));
};
const LISTS = RULE_IDS.filter((id) => id.startsWith("allowed-"));
const WARN = Object.fromEntries(RULE_IDS.filter((id) => !LISTS.includes(id)).map((id) => [id, "warn"]));
const PRODUCTION = {
  ...WARN,
  ...Object.fromEntries(
    [
      "no-default-azure-credential",
      "no-managed-identity-probe",
      "no-developer-credential",
      "no-interactive-credential",
      "no-password",
      "no-user-token",
      "no-unsafe-logging",
    ].map((id) => [id, "error"]),
  ),
};

test("there are seventeen rules, each with all that it has to say of itself", () => {
  expect(RULE_IDS).toHaveLength(17);
  for (const id of RULE_IDS) {
    const rule = ruleOf(id);
    expect(rule.id).toBe(id);
    expect(rule.finds).toMatch(/^[^A-Z].*[^.]$|^`/);
    for (const text of [rule.why, rule.fix, rule.limits ?? "None."]) expect(text).toMatch(/^\S.*\.$/s);
    expect(new URL(rule.url).protocol).toBe("https:");
    expect([rule.construction, rule.call, rule.token, rule.winner].some((look) => look !== undefined)).toBe(true);
    expect(rule.tightens !== undefined).toBe(Object.keys(rule.options.properties).length > 0);
  }
});

describe("presets", () => {
  const production: Record<string, string>[] = [
    { NODE_ENV: "production" },
    { NODE_ENV: " Production " },
    { AZURE_FUNCTIONS_ENVIRONMENT: "Production" },
    { NODE_ENV: "test", AZURE_FUNCTIONS_ENVIRONMENT: "production" },
  ];
  const elsewhere: Record<string, string>[] = [
    {},
    { NODE_ENV: "development" },
    { AZURE_FUNCTIONS_ENVIRONMENT: "Development" },
    { NODE_ENV: "prod" },
  ];
  test.each([...production, ...elsewhere])("only auto depends on the environment: %j", (variables) => {
    const auto = production.includes(variables) ? WARN : {};
    expect(severities("production", variables)).toEqual(PRODUCTION);
    expect(severities("development", variables)).toEqual(WARN);
    expect(severities("off", variables)).toEqual({});
    for (const option of [undefined, "auto", {}, { preset: "auto" }, { rules: {} }] as Option[]) {
      expect(severities(option, variables)).toEqual(auto);
    }
  });

  test("only production has a deadline", () => {
    const deadline = (option: Option, variables = {}) =>
      resolvePolicy(option, readPolicyEnvironment(variables)).deadlineMs;
    expect(deadline("production")).toBe(120_000);
    expect(deadline({ preset: "production", rules: {} })).toBe(120_000);
    for (const option of ["development", "auto", "off", undefined] as Option[]) {
      expect(deadline(option, { NODE_ENV: "production" })).toBeUndefined();
    }
  });

  test("what has nothing to check is not active, and need not be loaded", () => {
    for (const variables of [{}, { NODE_ENV: "production" }]) {
      const environment = readPolicyEnvironment(variables);
      for (const option of [undefined, "auto", "off", "production", "development"] as Option[]) {
        const { isActive } = resolvePolicy(option, environment);
        expect(isPolicyNeeded(option, environment)).toBe(isActive);
      }
    }
    expect(isPolicyNeeded("off", readPolicyEnvironment({ AZURE_CREDENTIAL_POLICY: "/policy.json" }))).toBe(true);
    expect(isPolicyNeeded(undefined, readPolicyEnvironment({ AZURE_CREDENTIAL_POLICY: "  " }))).toBe(false);
    expect(isPolicyNeeded({}, {})).toBe(true);
  });
});

describe("rules", () => {
  test("by its name a rule holds whatever the preset is", () => {
    expect(severities({ preset: "off", rules: { "no-password": "error" } })).toEqual({ "no-password": "error" });
    expect(severities({ preset: "production", rules: { "no-password": "off" } })["no-password"]).toBeUndefined();
    expect(severities({ rules: { "no-password": "warn" } })).toEqual({ "no-password": "warn" });
  });

  test("each says where it comes from", () => {
    const { rules } = resolvePolicy({ preset: "production", rules: { "no-client-secret": "error" } }, {});
    const source = (id: string) => rules.find((rule) => rule.id === id)?.source;
    expect(source("no-client-secret")).toEqual({ kind: "option", name: "policy" });
    expect(source("no-password")).toEqual({ kind: "preset", name: "production" });
  });

  test("later changes to the list of the caller do not count", () => {
    const tenants = ["a"];
    const { rules } = resolvePolicy({ rules: { "allowed-tenants": ["error", { tenants }] } }, {});
    tenants.push("b");
    expect(rules[0]?.options).toEqual({ tenants: ["a"] });
  });
});

describe("exemptions", () => {
  const until = (day?: string): PolicyConfig => ({
    preset: "production",
    rules: { "no-password": ["off", { reason: "ticket 123", ...(day !== undefined && { until: day }) }] },
  });
  const at = (config: PolicyConfig, time: string) => {
    const { rules, exemptions } = resolvePolicy(config, {}, Date.parse(time));
    const rule = rules.find(({ id }) => id === "no-password")?.severity;
    return [rule, ...exemptions.map(({ ended, severity }) => [ended, severity])];
  };
  test("hold through the last day in UTC, and are violations from the next", () => {
    expect(at(until(), "2099-01-01T00:00:00Z")).toEqual([undefined, [false, "warn"]]);
    expect(at(until("2027-03-01"), "2027-03-01T23:59:59.999Z")).toEqual([undefined, [false, "warn"]]);
    expect(at(until("2027-03-01"), "2027-03-02T00:00:00Z")).toEqual(["error", [true, "error"]]);
    expect(at({ ...until("2027-03-01"), preset: "off" }, "2028-01-01T00:00:00Z")).toEqual([undefined, [true, "warn"]]);
  });
  test("an ended exemption from a rule that is off keeps the policy active", () => {
    expect(resolvePolicy({ ...until("2020-01-01"), preset: "off" }, {}).isActive).toBe(true);
    expect(resolvePolicy({ ...until("2099-01-01"), preset: "off" }, {}).isActive).toBe(false);
  });
});

describe("mistakes are TypeErrors that name what was meant", () => {
  const rules = (value: unknown) => ({ rules: value });
  const rule = (value: unknown, id = "no-password") => ({ rules: { [id]: value } });
  test.each<[unknown, string]>([
    ["prodution", 'option policy: there is no preset "prodution"; did you mean "production"?'],
    ["xyz", "it is one of production, development, off, auto"],
    [{ preset: "dev" }, 'option policy, preset: there is no preset "dev"; it is one of'],
    [{ preset: "Production" }, 'did you mean "production"?'],
    [null, "a policy is an object with preset and rules, but this is null"],
    [[], "but this is an empty array"],
    [7, "but this is 7"],
    [{ rule: {} }, 'option policy, rule: there is no setting "rule"; did you mean "rules"?'],
    [rules([]), "rules must be an object, but is an empty array"],
    [
      rules({ "no-default-credential": "error" }),
      'there is no rule "no-default-credential"; did you mean "no-default-azure-credential"?',
    ],
    [rules({ "No-Password": "error" }), 'did you mean "no-password"?'],
    [rules(JSON.parse('{"__proto__": "error"}')), 'there is no rule "__proto__"'],
    [rule("eror"), 'option policy, rules["no-password"]: "eror" is no severity; did you mean "error"?'],
    [rule("Error"), 'did you mean "error"?'],
    [rule(2), "2 is no severity; it is one of off, warn, error"],
    [rule(null), "null is no severity"],
    [rule([]), "undefined is no severity"],
    [rule(["error"]), 'no-password must be a severity or a list of two, ["error", { ... }]'],
    [rule(["error", {}, {}]), "must be a severity or a list of two"],
    [rule(["error", { tenants: [] }]), 'there is no option of no-password "tenants"; there are none'],
    [rule(["error", null]), "the options of no-password must be an object, but are null"],
    [
      rule(["warn", { tenant: ["a"] }], "allowed-tenants"),
      'there is no option of allowed-tenants "tenant"; did you mean "tenants"?',
    ],
    [rule(["error", {}], "allowed-tenants"), "allowed-tenants needs the option tenants"],
    [rule("error", "allowed-tenants"), 'allowed-tenants needs the option tenants: ["error", { "tenants": [...] }]'],
    [
      rule(["error", { tenants: [] }], "allowed-tenants"),
      "tenants must be a list that is not empty, but is an empty array",
    ],
    [rule(["error", { tenants: "a" }], "allowed-tenants"), 'must be a list that is not empty, but is "a"'],
    [
      rule(["error", { tenants: ["a", "b c"] }], "allowed-tenants"),
      'rules["allowed-tenants"][1].tenants[1]: tenants must match',
    ],
    [rule(["error", { scopes: ["https://*.net/x"] }], "allowed-scopes"), "scopes must match"],
    [rule(["error", { authorities: ["http://login.example.com"] }], "allowed-authorities"), "authorities must match"],
    [
      rule(["warn", { seconds: 1.5 }], "min-token-lifetime"),
      "seconds must be a whole number from 0 to 86400, but is 1.5",
    ],
    [rule(["warn", { second: 5 }], "min-token-lifetime"), 'did you mean "seconds"?'],
    [rule(["error", { allowSingleCredential: "yes" }], "no-default-azure-credential"), "must be true or false"],
    [rule(["off"]), 'must be a severity or a list of two, ["off", { "reason": "..." }]'],
    [rule(["off", {}]), "an exemption says why"],
    [rule(["off", { reason: "  " }]), "an exemption says why"],
    [rule(["off", "because"]), "an exemption says why"],
    [rule(["off", { reason: "r", untill: "2027-01-01" }]), 'did you mean "until"?'],
    [rule(["off", { reason: "r", until: "soon" }]), 'until must be a day like "2027-03-01", but is "soon"'],
    [rule(["off", { reason: "r", until: "2027-02-30" }]), "until must be a day"],
    [rule(["off", { reason: "r", until: "2027-3-1" }]), "until must be a day"],
    [rule(["off", { reason: "r", until: 20270301 }]), "until must be a day"],
  ])("%j", (option, message) => {
    const run = () => resolvePolicy(option as Option, {});
    expect(run).toThrow(TypeError);
    expect(run).toThrow(message);
    expect(run).toThrow(expect.objectContaining({ code: "ERR_CREDENTIAL_POLICY_CONFIGURATION" }));
  });
});
