import {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
} from "@azure/identity";
import { AzureLogger, setLogLevel } from "@azure/logger";
import { SpanStatusCode } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CredentialPolicyError, DiagnosticCredential, diagnose, policy } from "../src/index.js";
import { resolves } from "../src/testing/index.js";
import { eventsOf, recordMetrics, recordSpans } from "./support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const TENANT = "11111111-2222-3333-4444-555555555555";
const { tracerProvider, spans, reset } = recordSpans();
const logged: string[] = [];
const log = AzureLogger.log;
const { NODE_ENV, AZURE_FUNCTIONS_ENVIRONMENT } = process.env;

beforeEach(() => {
  reset();
  logged.length = 0;
  setLogLevel("warning");
  AzureLogger.log = (...args) => {
    const line = args.join(" ");
    if (line.startsWith("azure:diagnostic-credential")) logged.push(line);
  };
});
afterEach(() => {
  setLogLevel(undefined);
  AzureLogger.log = log;
  for (const [name, value] of Object.entries({ NODE_ENV, AZURE_FUNCTIONS_ENVIRONMENT })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** A secret's credential whose tokens need no network. */
const secretCredential = () => {
  const credential = new ClientSecretCredential(TENANT, TENANT, "canary-s3cret");
  credential.getToken = resolves("opaque").getToken as never;
  return credential;
};

describe("at construction", () => {
  it("an error of the policy stops a credential that must not reach production, naming every violation", () => {
    let error: unknown;
    try {
      new DiagnosticCredential(new DefaultAzureCredential(), { policy: "production" });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CredentialPolicyError);
    const { name, violations, message } = error as CredentialPolicyError;
    expect(name).toBe("CredentialPolicyError");
    expect(violations.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId)).toEqual([
      "no-default-azure-credential",
      "no-managed-identity-probe",
      "no-developer-credential",
    ]);
    for (const { ruleId } of violations.filter(({ severity }) => severity === "error"))
      expect(message).toContain(ruleId);
    expect(diagnose(error).kind).toBe("policy_violation");
  });

  it("what the policy asks for passes", () => {
    const credential = new DiagnosticCredential(new ManagedIdentityCredential({ clientId: TENANT }), {
      policy: "production",
    });
    expect(JSON.stringify(credential)).toBe('{"credential":"ManagedIdentityCredential","policy":"production"}');
    expect(policy.check(credential, "production")).toMatchObject({ ok: true, violations: [] });
  });

  it("the default warns in production only, by the environment as it was then", async () => {
    delete process.env.NODE_ENV;
    delete process.env.AZURE_FUNCTIONS_ENVIRONMENT;
    const before = new DiagnosticCredential(new AzureCliCredential());
    process.env.NODE_ENV = "production";
    const after = new DiagnosticCredential(new AzureCliCredential());
    expect([before, after].map((credential) => "policy" in credential.toJSON())).toEqual([false, true]);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(
      /^azure:diagnostic-credential:policy:warning AzureCliCredential: no-developer-credential: /,
    );
  });
});

describe("warnings", () => {
  it("are logged once, stand on every span, and are an event and counted once", async () => {
    const metrics = recordMetrics();
    const options = {
      policy: "production",
      tracerProvider,
      meterProvider: metrics.meterProvider,
      name: "orders-db",
    } as const;
    const credential = new DiagnosticCredential(secretCredential(), options);
    await credential.getToken(SCOPE);
    await credential.getToken(SCOPE);
    expect(logged.map((line) => line.split(": ").slice(0, 2))).toEqual([
      ["azure:diagnostic-credential:policy:warning orders-db", "no-client-secret"],
    ]);
    expect(spans().map(({ attributes }) => attributes["azure.identity.policy.violations"])).toEqual([
      ["no-client-secret"],
      ["no-client-secret"],
    ]);
    expect(spans().map(eventsOf)).toEqual([
      [
        {
          name: "azure.identity.policy.violation",
          "azure.identity.policy.rule": "no-client-secret",
          "azure.identity.policy.severity": "warn",
          "azure.identity.policy.message": expect.any(String),
        },
      ],
      [],
    ]);
    expect(spans().map(({ status }) => status.code)).toEqual([SpanStatusCode.UNSET, SpanStatusCode.UNSET]);
    expect(await metrics.counter("azure.identity.policy.violations")).toEqual([
      {
        attributes: { "azure.identity.policy.rule": "no-client-secret", "azure.identity.policy.severity": "warn" },
        value: 1,
      },
    ]);
    await metrics.shutdown();
  });
});

describe("per call", () => {
  it("a scope that is not allowed is refused before anything is sent", async () => {
    const inner = resolves("t");
    const rules = { "allowed-scopes": ["error", { scopes: ["https://vault.azure.net/*"] }] } as const;
    const credential = new DiagnosticCredential(inner, { policy: { preset: "off", rules }, tracerProvider });
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "t" });
    const error = await credential.getToken("https://graph.microsoft.com/.default").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CredentialPolicyError);
    expect(inner.calls).toHaveLength(1);
    const [, refused] = spans();
    expect(refused?.attributes).toMatchObject({
      "error.type": "policy_violation",
      "azure.identity.policy.violations": ["allowed-scopes"],
      "azure.identity.exchange.count": 0,
    });
  });

  it("a token that dies too soon is not handed out", async () => {
    const inner = resolves({ expiresOnTimestamp: Date.now() + 5_000 });
    const rules = { "min-token-lifetime": ["error", { seconds: 60 }] } as const;
    const credential = new DiagnosticCredential(inner, { policy: { preset: "off", rules }, tracerProvider });
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
  });

  it("a token that was good is refused when it has aged, and so is another in its place", async () => {
    const token = { token: "t", expiresOnTimestamp: Date.now() + 60_300 };
    const rules = { "min-token-lifetime": ["error", { seconds: 60 }] } as const;
    const credential = new DiagnosticCredential(
      { getToken: async () => ({ ...token }) },
      { policy: { preset: "off", rules } },
    );
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "t" });
    token.token = "another";
    token.expiresOnTimestamp -= 30_000;
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
    token.token = "t";
    token.expiresOnTimestamp += 30_000;
    await new Promise((resolve) => setTimeout(resolve, 350));
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
  });

  it.each([
    ["an expiry that is a bigint", { token: "t", expiresOnTimestamp: BigInt(Date.now() + 3_600_000) }],
    ["an expiry that is a symbol", { token: "t", expiresOnTimestamp: Symbol("soon") }],
    [
      "an expiry that throws",
      {
        token: "t",
        get expiresOnTimestamp() {
          throw new Error("looked");
        },
      },
    ],
    [
      "a text that throws",
      {
        get token() {
          throw new Error("looked");
        },
        expiresOnTimestamp: Date.now() + 3_600_000,
      },
    ],
  ])("a token with %s is none of the policy's business", async (_, token) => {
    const credential = new DiagnosticCredential({ getToken: async () => token as never }, { policy: "development" });
    for (let i = 0; i < 2; i++) expect(await credential.getToken(SCOPE)).toBe(token);
  });

  it("a token with an expiry of another type is judged all the same", async () => {
    const soon = { token: "t", expiresOnTimestamp: BigInt(Date.now() + 5000) as never };
    const credential = new DiagnosticCredential(
      { getToken: async () => soon },
      { policy: { preset: "off", rules: { "min-token-lifetime": "error" } } },
    );
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
  });

  it("the policy of a member holds inside a chain, which it stops", async () => {
    const rules = { "allowed-scopes": ["error", { scopes: ["https://graph.microsoft.com/*"] }] } as const;
    const member = new DiagnosticCredential(resolves("t"), { policy: { preset: "off", rules } });
    const next = resolves("next");
    const chain = new DiagnosticCredential(new ChainedTokenCredential(member, next), { tracerProvider });
    await expect(chain.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
    expect(next.calls).toEqual([]);
  });
});
