import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { identityVariables } from "diagnostic-credential/testing";
import { readPolicyEnvironment } from "../../src/policy/environment.js";
import { checkCall, checkConstruction, checkToken, checkWinner } from "../../src/policy/evaluate.js";
import { describeCredential, type Unwrap } from "../../src/policy/inspect.js";
import { resolvePolicy } from "../../src/policy/resolve.js";
import type { PolicyConfig, RuleId } from "../../src/policy/types.js";

export const TENANT = "11111111-1111-1111-1111-111111111111";
export const OTHER_TENANT = "22222222-2222-2222-2222-222222222222";
export const CLIENT = "33333333-3333-3333-3333-333333333333";
export const SCOPE = "https://vault.azure.net/.default";
export const OTHER_SCOPE = "https://management.azure.com/.default";

export type Variables = Readonly<Record<string, string>>;

/** Runs something with exactly these of the variables that credentials read. */
export function withVariables<T>(variables: Variables, run: () => T): T {
  const before = { ...process.env };
  const names = [...identityVariables, "NODE_ENV", "AZURE_FUNCTIONS_ENVIRONMENT", "AZURE_CREDENTIAL_POLICY"];
  for (const name of names) delete process.env[name];
  Object.assign(process.env, variables);
  try {
    return run();
  } finally {
    for (const name of [...names, ...Object.keys(variables)]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Every rule on, so that a rule that finds something it should not is seen. */
export const ALL_RULES: PolicyConfig = {
  preset: "production",
  rules: {
    "allowed-credentials": ["error", { credentials: ["ManagedIdentityCredential", "WorkloadIdentityCredential"] }],
    "allowed-tenants": ["error", { tenants: [TENANT] }],
    "allowed-authorities": ["error", { authorities: ["login.microsoftonline.com", "https://login.example.com"] }],
    "allowed-scopes": ["error", { scopes: [SCOPE] }],
  },
};

export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.${"s".repeat(43)}`;
}

export function token(claims: Readonly<Record<string, unknown>> | string, seconds = 3600): AccessToken {
  return {
    token: typeof claims === "string" ? claims : jwt(claims),
    expiresOnTimestamp: Date.now() + seconds * 1000,
  };
}

export const APP = { tid: TENANT, idtyp: "app", oid: "a", sub: "a", roles: ["Reader"] };
export const PERSON = { tid: TENANT, idtyp: "user", scp: "user_impersonation", upn: "ada@example.com" };

export const policyOf = (config: PolicyConfig = ALL_RULES, variables: Variables = {}) =>
  resolvePolicy(config, readPolicyEnvironment(variables));

/** What all rules find: on the credential, on a call for another scope, on a token of a person that expires at once. */
export function findings(credential: TokenCredential, variables: Variables = {}, unwrap?: Unwrap): Set<RuleId> {
  const environment = readPolicyEnvironment(variables);
  const policy = resolvePolicy(ALL_RULES, environment);
  const facts = describeCredential(credential, environment, unwrap);
  return new Set(
    [
      checkConstruction(policy, facts),
      checkCall(policy, facts, OTHER_SCOPE),
      checkToken(policy, facts, token(PERSON, 10)),
      checkWinner(policy, { previous: "ManagedIdentityCredential", selected: "AzureCliCredential" }),
    ].flatMap((violations) => violations.map(({ ruleId }) => ruleId)),
  );
}

/** The same with a call and a token that nothing is wrong with. */
export function quietFindings(credential: TokenCredential, variables: Variables = {}): RuleId[] {
  const policy = policyOf(ALL_RULES, variables);
  const facts = describeCredential(credential, readPolicyEnvironment(variables));
  return [checkCall(policy, facts, SCOPE, { tenantId: TENANT }), checkToken(policy, facts, token(APP))].flatMap(
    (violations) => violations.map(({ ruleId }) => ruleId),
  );
}
