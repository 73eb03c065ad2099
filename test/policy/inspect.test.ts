import type { TokenCredential } from "@azure/core-auth";
import {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { describe, expect, test } from "vitest";
import { checkConstruction } from "../../src/policy/evaluate.js";
import { type CredentialFacts, usable } from "../../src/policy/facts.js";
import { describeCredential } from "../../src/policy/inspect.js";
import { CLIENT, findings, policyOf, TENANT, withVariables } from "./support.js";

class Wrapper implements TokenCredential {
  readonly #inner: TokenCredential;
  constructor(inner: TokenCredential) {
    this.#inner = inner;
  }
  getToken: TokenCredential["getToken"] = async () => null;
  static unwrap(credential: TokenCredential): TokenCredential | undefined {
    return typeof credential === "object" && credential !== null && #inner in credential
      ? credential.#inner
      : undefined;
  }
}
const mi = () => new ManagedIdentityCredential({ clientId: CLIENT });

describe("wrapped credentials are seen through", () => {
  const found = (credential: TokenCredential) => [...findings(credential, {}, Wrapper.unwrap)].sort();
  test.each<[string, TokenCredential]>([
    ["alone", new AzureCliCredential()],
    ["a chain", new ChainedTokenCredential(mi(), new AzureCliCredential())],
    ["DefaultAzureCredential", withVariables({}, () => new DefaultAzureCredential())],
  ])("%s", (_, credential) => {
    expect(found(new Wrapper(credential))).toEqual(found(credential));
    expect(found(new Wrapper(new Wrapper(credential)))).toEqual(found(credential));
  });
  test("inside a chain", () => {
    const plain = new ChainedTokenCredential(mi(), new ChainedTokenCredential(new AzureCliCredential()));
    const wrapped = new ChainedTokenCredential(
      new Wrapper(mi()),
      new Wrapper(new ChainedTokenCredential(new Wrapper(new AzureCliCredential()))),
    );
    expect(found(wrapped)).toEqual(found(plain));
    expect(found(plain)).toContain("no-masked-managed-identity");
  });
});

describe("facts", () => {
  test("ids and options where they can be seen", () => {
    const options = { tenantId: TENANT, clientId: CLIENT, tokenFilePath: "/nowhere", disableInstanceDiscovery: true };
    expect(describeCredential(new WorkloadIdentityCredential(options), {})).toEqual({
      type: "WorkloadIdentityCredential",
      className: "WorkloadIdentityCredential",
      members: [],
      inert: false,
      tenantId: TENANT,
      clientId: CLIENT,
      authority: "https://login.microsoftonline.com",
      disableInstanceDiscovery: true,
      enableUnsafeSupportLogging: false,
      allowLoggingAccountIdentifiers: false,
    });
  });
  test("never a secret", () => {
    const facts = describeCredential(new ClientSecretCredential(TENANT, CLIENT, "canary-secret"), {});
    expect(JSON.stringify(facts)).not.toContain("canary");
    expect(facts.secret).toBe(true);
  });
  test("nothing of the credential is changed or run", () => {
    const credential = withVariables({}, () => new DefaultAzureCredential());
    const keys = () => JSON.stringify(Reflect.ownKeys(credential));
    const before = keys();
    let calls = 0;
    const watched = new Proxy(credential, {
      get: (target, key, receiver) => {
        calls++;
        return Reflect.get(target, key, receiver);
      },
    });
    describeCredential(watched, {});
    expect([calls, keys()]).toEqual([0, before]);
  });
});

describe("older versions keep the same elsewhere", () => {
  const older = (name: string, fields: object): object => {
    const made = class {
      async getToken(): Promise<null> {
        return null;
      }
    };
    Object.defineProperty(made, "name", { value: name });
    return Object.assign(new made(), fields);
  };
  const tokenCredentialOptions = { loggingOptions: { enableUnsafeSupportLogging: true } };
  test("4.0: an object that talks to MSAL", () => {
    const msalConfig = { auth: { clientSecret: "s" } };
    const msalFlow = { msalConfig, identityClient: { tokenCredentialOptions } };
    expect(describeCredential(older("AuthorizationCodeCredential", { msalFlow }), {})).toMatchObject({
      secret: true,
      enableUnsafeSupportLogging: true,
      authority: "https://login.microsoftonline.com",
    });
    const byUser = older("OnBehalfOfCredential", { msalFlow: { clientSecret: "s" } });
    expect(describeCredential(byUser, {})).toMatchObject({ secret: true });
    expect(describeCredential(older("Mine", { msalFlow }), {})).toMatchObject({ type: "unknown" });
  });
  test("4.0: a managed identity that always probes in a DefaultAzureCredential", () => {
    const identity = older("ManagedIdentityCredential", { clientId: CLIENT, cachedMSI: {} });
    expect([...findings(identity as TokenCredential)]).not.toContain("no-managed-identity-probe");
    const all = older("DefaultAzureCredential", { _sources: [identity] }) as TokenCredential;
    expect([...findings(all)]).toContain("no-managed-identity-probe");
  });
  test("4.5: a managed identity in a provider", () => {
    const implProvider = { clientId: CLIENT, identityClient: { tokenCredentialOptions } };
    expect(describeCredential(older("ManagedIdentityCredential", { implProvider }), {})).toMatchObject({
      clientId: CLIENT,
      enableUnsafeSupportLogging: true,
    });
  });
});

describe("hostile credentials are unknown, and never an exception", () => {
  const thrower = (): never => {
    throw new Error("hostile");
  };
  const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, thrower]));
  class Getters {
    get _sources(): never {
      return thrower();
    }
    get tenantId(): never {
      return thrower();
    }
    async getToken(): Promise<null> {
      return null;
    }
  }
  const ownGetters = Object.defineProperties(Object.create(Getters.prototype), {
    _sources: { get: thrower },
    msalClient: { get: thrower },
    clientSecret: { get: thrower },
  });
  const named = { getToken: thrower, constructor: new Proxy(class {}, traps) };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  test.each<[string, unknown]>([
    ["a proxy that throws on everything", new Proxy({}, traps)],
    ["a function that throws", new Proxy(() => {}, traps)],
    ["a revoked proxy", revoked.proxy],
    ["getters on the class", new Getters()],
    ["getters of its own", ownGetters],
    ["a class whose name throws", Object.create(named)],
    ["a chain whose list throws", Object.assign(Object.create(Getters.prototype), {})],
    ["null", null],
    ["undefined", undefined],
    ["text", "credential"],
    ["a function", () => {}],
  ])("%s", (_, credential) => {
    const facts = describeCredential(credential, {});
    expect(facts).toMatchObject({ type: "unknown", members: [], inert: false });
    const policy = policyOf({
      preset: "production",
      rules: { "allowed-credentials": ["error", { credentials: ["X"] }] },
    });
    expect(checkConstruction(policy, facts).map(({ ruleId }) => ruleId)).toEqual(["allowed-credentials"]);
  });

  test("a hostile member leaves the others to be seen", () => {
    const chain = new ChainedTokenCredential(new Proxy({} as TokenCredential, traps), new AzureCliCredential());
    expect(describeCredential(chain, {}).members.map(({ type }) => type)).toEqual(["unknown", "AzureCliCredential"]);
  });
  test("an unwrap that throws", () => {
    expect(describeCredential(mi(), {}, thrower).type).toBe("unknown");
    expect(describeCredential(mi(), {}, (credential) => credential).type).toBe("ManagedIdentityCredential");
  });

  const size = (facts: CredentialFacts): number => 1 + facts.members.reduce((sum, member) => sum + size(member), 0);
  test("a chain that holds itself", () => {
    const chain = new ChainedTokenCredential(mi());
    (chain as unknown as { _sources: TokenCredential[] })._sources.push(chain);
    expect(describeCredential(chain, {}).members.map(({ type }) => type)).toEqual([
      "ManagedIdentityCredential",
      "unknown",
    ]);
  });
  test("a chain that doubles at each of a hundred levels", () => {
    let chain: TokenCredential = mi();
    for (let level = 0; level < 100; level++) chain = new ChainedTokenCredential(chain, chain);
    const started = performance.now();
    const facts = describeCredential(chain, {});
    expect(size(facts)).toBeLessThan(3000);
    expect(usable(facts).length).toBeGreaterThan(0);
    // One that looked at each member would not end.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("allowed-credentials", () => {
  class Vault {
    async getToken(): Promise<null> {
      return null;
    }
  }
  const found = (credential: TokenCredential, ...credentials: string[]) => {
    const policy = policyOf({ preset: "off", rules: { "allowed-credentials": ["error", { credentials }] } });
    return checkConstruction(policy, describeCredential(credential, {})).map(({ message }) => message);
  };
  test("a chain is as good as its members", () => {
    expect(found(new ChainedTokenCredential(mi(), mi()), "ManagedIdentityCredential")).toEqual([]);
    expect(found(new ChainedTokenCredential(mi()), "ChainedTokenCredential")).toHaveLength(1);
  });
  test("what holds others is allowed by its own name too", () => {
    const secret = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_SECRET: "s" };
    const everything = withVariables(secret, () => new DefaultAzureCredential());
    expect(found(everything, "DefaultAzureCredential")).toEqual([]);
    expect(found(everything, "ManagedIdentityCredential")[0]).toContain("ClientSecretCredential");
  });
  test("a class of one's own by its name, one without a name as unknown", () => {
    expect(found(new Vault(), "Vault")).toEqual([]);
    expect(found(new Vault(), "unknown")).toEqual([
      "Not among the allowed credentials: Vault. What an unknown class does cannot be seen.",
    ]);
    expect(found({ getToken: async () => null }, "unknown")).toEqual([]);
    expect(found({ getToken: async () => null }, "Object")[0]).toContain("a credential without a class name");
  });
});

describe("no-default-azure-credential", () => {
  test("may be told to accept one that is narrowed to a single credential", () => {
    const policy = policyOf({
      preset: "off",
      rules: { "no-default-azure-credential": ["error", { allowSingleCredential: true }] },
    });
    const found = (variables: Record<string, string>) =>
      checkConstruction(
        policy,
        describeCredential(
          withVariables(variables, () => new DefaultAzureCredential()),
          {},
        ),
      ).length;
    expect(found({ AZURE_TOKEN_CREDENTIALS: "ManagedIdentityCredential" })).toBe(0);
    expect(found({ AZURE_TOKEN_CREDENTIALS: "prod" })).toBe(1);
    expect(found({})).toBe(1);
  });
});

test("a chain whose own options break a rule is not said to be in itself", () => {
  const logging = { loggingOptions: { enableUnsafeSupportLogging: true } };
  const messages = (credential: TokenCredential) =>
    checkConstruction(
      policyOf({ preset: "off", rules: { "no-unsafe-logging": "error" } }),
      describeCredential(credential, {}),
    ).map(({ message }) => message);
  const whole = withVariables({}, () => new DefaultAzureCredential(logging));
  expect(messages(whole)).toEqual([
    "Has enableUnsafeSupportLogging on: DefaultAzureCredential, and ManagedIdentityCredential and VisualStudioCodeCredential in it.",
  ]);
  expect(messages(new ChainedTokenCredential(whole))).toEqual([
    "Has enableUnsafeSupportLogging on: DefaultAzureCredential, ManagedIdentityCredential and VisualStudioCodeCredential in ChainedTokenCredential.",
  ]);
});
