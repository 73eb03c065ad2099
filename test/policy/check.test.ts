import { ChainedTokenCredential, DefaultAzureCredential, ManagedIdentityCredential } from "@azure/identity";
import { type AzureLogger, AzureLogger as azureLogger, setLogLevel } from "@azure/logger";
import { afterEach, expect, test } from "vitest";
import { policy } from "../../src/policy/check.js";
import { CredentialPolicyError, POLICY_VIOLATION } from "../../src/policy/error.js";
import { checkConstruction } from "../../src/policy/evaluate.js";
import { describeCredential } from "../../src/policy/inspect.js";
import * as library from "../../src/policy/library.js";
import { providePolicyLibrary } from "../../src/policy/load.js";
import type { PolicyViolation } from "../../src/policy/types.js";
import { CLIENT, policyOf, SCOPE, withVariables } from "./support.js";

// The built package loads it from a file of its own, which the sources do not have.
providePolicyLibrary(library);

const fallback: typeof AzureLogger.log = azureLogger.log;
afterEach(() => {
  azureLogger.log = fallback;
  setLogLevel(undefined);
});

const violation: PolicyViolation = {
  ruleId: "allowed-tenants",
  severity: "error",
  message: "The call asks for a tenant that is not allowed.",
  subject: "tenant-x",
  remedy: "Use another.",
  url: "https://example.com/",
};

test("policy.check gives the verdict of the production policy, wherever it runs", () => {
  withVariables({}, () => {
    expect(policy.check(new ManagedIdentityCredential({ clientId: CLIENT }))).toEqual({ violations: [], ok: true });
    const { ok, violations } = policy.check(new ManagedIdentityCredential());
    expect([ok, violations.map(({ ruleId }) => ruleId)]).toEqual([true, ["explicit-managed-identity"]]);
    expect(policy.check(new DefaultAzureCredential()).ok).toBe(false);
    expect(policy.check(new DefaultAzureCredential(), "development").ok).toBe(true);
    expect(policy.check(new DefaultAzureCredential(), "auto").violations).toEqual([]);
    expect(() => policy.check(new DefaultAzureCredential(), "prodution" as "production")).toThrow(TypeError);
  });
});

test.each([
  [
    ManagedIdentityCredential,
    "the function ManagedIdentityCredential; construct it first: new ManagedIdentityCredential(...).",
  ],
  [Promise.resolve(), "an instance of Promise; await it first."],
  [undefined, "undefined."],
  [[], "an array."],
  [5, "a number."],
])("policy.check finds nothing right with %s", (given, named) => {
  expect(() => policy.check(given as never)).toThrow(
    new TypeError(`policy.check looks at a TokenCredential, an object with a getToken method, but was given ${named}`),
  );
});

test("the file of AZURE_CREDENTIAL_POLICY counts", () => {
  withVariables({ AZURE_CREDENTIAL_POLICY: "/nowhere/policy.json" }, () => {
    expect(() => policy.check(new ManagedIdentityCredential(CLIENT))).toThrow("/nowhere/policy.json");
  });
});

test("the error lists every violation with rule, reason and how to fix it", () => {
  const credential = withVariables({}, () => new DefaultAzureCredential());
  const violations = checkConstruction(policyOf({ preset: "production" }), describeCredential(credential, {}));
  const error = new CredentialPolicyError(violations);
  expect(error).toMatchObject({ name: "CredentialPolicyError", code: POLICY_VIOLATION, violations });
  const errors = violations.filter(({ severity }) => severity === "error");
  expect(error.message).toContain(`(${errors.length} violations)`);
  for (const { ruleId, message, remedy, url } of errors) {
    expect(error.message).toContain(`- ${ruleId}: ${message}\n  Fix: ${remedy}\n  See: ${url}`);
  }
  expect(error.message).not.toContain("explicit-managed-identity");
  expect(new CredentialPolicyError([violation]).message).toContain(
    '(1 violation):\n- allowed-tenants: The call asks for a tenant that is not allowed. It is "tenant-x".',
  );
});

test("the error stops a chain, where an unavailable credential would be skipped", async () => {
  const error = new CredentialPolicyError([violation]);
  let asked = false;
  const chain = new ChainedTokenCredential(
    { getToken: () => Promise.reject(error) },
    {
      getToken: async () => {
        asked = true;
        return null;
      },
    },
  );
  await expect(chain.getToken(SCOPE)).rejects.toBe(error);
  expect(asked).toBe(false);
});

test("an exemption that has ended is a violation of its own, and the rule holds again", () => {
  const credential = withVariables({}, () => new DefaultAzureCredential());
  const config = {
    preset: "production",
    rules: { "no-default-azure-credential": ["off", { reason: "ticket 123", until: "2020-01-01" }] },
  } as const;
  const found = (given: object) =>
    checkConstruction(policyOf(config), describeCredential(given, {})).filter(
      ({ ruleId }) => ruleId === "no-default-azure-credential",
    );
  expect(found(credential)).toMatchObject([
    {
      severity: "error",
      message: "The exemption from no-default-azure-credential ended on 2020-01-01; its reason was: ticket 123.",
    },
    { severity: "error", message: expect.stringMatching(/^DefaultAzureCredential finds out/) },
  ]);
  expect(found(new ManagedIdentityCredential(CLIENT))).toHaveLength(1);
});

test("a warning goes to the logger of the SDK, without the tenant", () => {
  const lines: string[] = [];
  azureLogger.log = (...args: unknown[]) => {
    lines.push(args.join(" "));
  };
  setLogLevel("warning");
  library.logWarning("orders-db", violation);
  expect(lines).toEqual([
    "azure:diagnostic-credential:policy:warning orders-db: allowed-tenants: The call asks for a tenant that is not allowed. Fix: Use another. See https://example.com/",
  ]);
});
