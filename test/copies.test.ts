import { AzureCliCredential, ChainedTokenCredential, ManagedIdentityCredential } from "@azure/identity";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DiagnosticCredential, policy } from "../src/index.js";
import * as library from "../src/policy/library.js";
import { providePolicyLibrary } from "../src/policy/load.js";
import { resolves } from "../src/testing/index.js";
import { recordSpans } from "./support/telemetry.js";

const recorded = recordSpans();
const { tracerProvider } = recorded;
let Other: typeof DiagnosticCredential;

providePolicyLibrary(library);
beforeEach(() => recorded.reset());

describe("a credential wrapped by another copy of this package, as a shared library brings it", () => {
  beforeAll(async () => {
    vi.resetModules();
    const copy: { DiagnosticCredential: typeof DiagnosticCredential } = await import("../src/index.js");
    Other = copy.DiagnosticCredential;
  });

  it("is of another class, and seen through by the policy", () => {
    const wrapped = new Other(new AzureCliCredential(), { policy: "off" });
    expect(wrapped).not.toBeInstanceOf(DiagnosticCredential);
    const { ok, violations } = policy.check(wrapped, "production");
    expect([ok, violations.map(({ ruleId, message }) => [ruleId, message])]).toEqual([
      false,
      [["no-developer-credential", "Signs in as whoever uses the developer tool: AzureCliCredential."]],
    ]);
    expect(() => new DiagnosticCredential(wrapped, { policy: "production" })).toThrow("AzureCliCredential");
    const chain = new ChainedTokenCredential(new ManagedIdentityCredential(), wrapped);
    expect(policy.check(chain, "production").violations.map(({ ruleId }) => ruleId)).toContain(
      "no-developer-credential",
    );
  });

  it("keeps its type and name in telemetry", async () => {
    class CompanyCredential {
      getToken = resolves("t").getToken;
    }
    const wrapped = new Other(new CompanyCredential(), { name: "orders-db", policy: "off", tracerProvider });
    const outer = new DiagnosticCredential(wrapped, { policy: "off", tracerProvider });
    expect(JSON.stringify(outer)).toBe('{"credential":"CompanyCredential","name":"orders-db"}');
    await outer.getToken("s");
    expect(
      recorded.spans().map(({ name, attributes }) => [name, attributes["azure.identity.credential.name"]]),
    ).toEqual([
      ["getToken CompanyCredential", "orders-db"],
      ["getToken CompanyCredential", "orders-db"],
    ]);
  });
});

describe("what stands under the shared symbol", () => {
  const KEY = Symbol.for("diagnostic-credential.wrapped.1");

  it("cannot be come upon, and is nothing but a weak map", () => {
    expect(Object.getOwnPropertyDescriptor(globalThis, KEY)).toMatchObject({ enumerable: false });
    expect(Reflect.get(globalThis, KEY)).toBeInstanceOf(WeakMap);
  });

  it.each([
    [5],
    [{ credential: "text", type: "A" }],
    [{ credential: {}, type: 1 }],
    [{ credential: {}, type: "A", name: 1 }],
  ])("is not believed where it is something else: %o", (entry) => {
    const credential = new AzureCliCredential();
    (Reflect.get(globalThis, KEY) as WeakMap<object, unknown>).set(credential, entry);
    expect(JSON.stringify(new DiagnosticCredential(credential, { policy: "off" }))).toBe(
      '{"credential":"AzureCliCredential"}',
    );
  });

  it("may be taken by something else", () => {
    const before: unknown = Reflect.get(globalThis, KEY);
    Reflect.defineProperty(globalThis, KEY, { value: "mine", configurable: true });
    expect(() => new DiagnosticCredential(new AzureCliCredential(), { policy: "production" })).toThrow(
      "AzureCliCredential",
    );
    Reflect.defineProperty(globalThis, KEY, { value: before, configurable: true });
  });
});
