import { inspect } from "node:util";
import { ClientSecretCredential } from "@azure/identity";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose, VERSION } from "../src/index.js";
import { hangs, nothing, rejects, resolves, unavailable } from "../src/testing/index.js";
import { recordMetrics, recordSpans } from "./support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider, span } = recorded;
const TENANT = "11111111-2222-3333-4444-555555555555";
const CLIENT = "66666666-7777-8888-9999-000000000000";

beforeEach(() => recorded.reset());

describe("what comes back", () => {
  it("is the same token object, and options reach the wrapped credential unchanged but for the tracing context", async () => {
    const token = { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
    const calls: unknown[][] = [];
    const inner = {
      getToken: async (...call: unknown[]) => {
        calls.push(call);
        return token;
      },
    };
    const given = { tenantId: TENANT, claims: "{}", enableCae: true, requestOptions: { timeout: 5 } };
    const result = await new DiagnosticCredential(inner, { tracerProvider }).getToken([SCOPE], given);
    expect(result).toBe(token);
    expect(calls).toEqual([[[SCOPE], { ...given, tracingOptions: { tracingContext: expect.anything() } }]]);
    expect(given).not.toHaveProperty("tracingOptions");
  });

  it("is the same error object, with nothing added to it", async () => {
    const error = Object.freeze(
      Object.assign(new Error("AADSTS7000215: Invalid client secret provided."), {
        name: "AuthenticationRequiredError",
      }),
    );
    const thrown = await new DiagnosticCredential(rejects(error), { tracerProvider }).getToken(SCOPE).catch((e) => e);
    expect(thrown).toBe(error);
    expect(Object.keys(thrown)).toEqual(["name"]);
    expect(diagnose(thrown).kind).toBe("invalid_client_secret");
  });

  it.each([["a string"], [undefined], [null], [42], [Symbol("s")]])(
    "is the very value when %o is thrown",
    async (value) => {
      const credential = new DiagnosticCredential(rejects(value), { tracerProvider });
      const outcome = await credential.getToken(SCOPE).then(
        () => "resolved",
        (thrown) => ({ thrown }),
      );
      expect(outcome).toEqual({ thrown: value });
      const call = recorded.spans()[0];
      expect(call?.status.code).toBe(SpanStatusCode.ERROR);
      expect(call?.attributes["error.type"]).toBe("unknown");
    },
  );

  it("is a rejection with the very error when the credential throws synchronously", async () => {
    const error = new RangeError("boom");
    const credential = new DiagnosticCredential(
      {
        getToken() {
          throw error;
        },
      },
      { tracerProvider },
    );
    await expect(credential.getToken(SCOPE)).rejects.toBe(error);
    expect(span("getToken TokenCredential").status.code).toBe(SpanStatusCode.ERROR);
  });

  it("is null when the credential resolves to null, and the span says that there was no token", async () => {
    await expect(new DiagnosticCredential(nothing(), { tracerProvider }).getToken(SCOPE)).resolves.toBeNull();
    const [call] = recorded.spans();
    expect(call?.status.code).toBe(SpanStatusCode.ERROR);
    expect(call?.attributes["azure.identity.failure.kind"]).toBe("no_credential_available");
    expect(call?.attributes).not.toHaveProperty("azure.identity.token.source");
  });

  it("is a token without expiry untouched, and the span says nothing of a life time", async () => {
    const token = { token: "t" };
    const inner = { getToken: async () => token as never };
    await expect(new DiagnosticCredential(inner, { tracerProvider }).getToken(SCOPE)).resolves.toBe(token);
    const call = span("getToken TokenCredential");
    expect(call.status.code).toBe(SpanStatusCode.UNSET);
    expect(call.attributes).not.toHaveProperty("azure.identity.token.expires_in");
    expect(call.attributes["azure.identity.token.source"]).toBe("cache");
  });

  it("never settles when the credential does not, and that costs nothing else", async () => {
    const pending = new DiagnosticCredential(hangs(), { tracerProvider }).getToken(SCOPE);
    await expect(Promise.race([pending, Promise.resolve("still waiting")])).resolves.toBe("still waiting");
    expect(recorded.spans()).toEqual([]);
  });
});

describe("the call span", () => {
  it("has the contract's name, kind, scope and attributes on success", async () => {
    class SpecialCredential {
      readonly getToken = async () => ({
        token: "t",
        expiresOnTimestamp: Date.now() + 3_600_000,
        refreshAfterTimestamp: Date.now() + 1_800_000,
      });
    }
    await new DiagnosticCredential(new SpecialCredential(), { tracerProvider, name: "orders-db" }).getToken(SCOPE);
    const call = span("getToken SpecialCredential");
    expect(call.kind).toBe(SpanKind.INTERNAL);
    expect(call.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(call.instrumentationScope).toEqual({
      name: "diagnostic-credential",
      version: VERSION,
      schemaUrl: "https://opentelemetry.io/schemas/1.37.0",
    });
    expect(call.attributes).toEqual({
      "azure.resource_provider.namespace": "Microsoft.AAD",
      "az.namespace": "Microsoft.AAD",
      "azure.identity.credential.type": "SpecialCredential",
      "azure.identity.credential.name": "orders-db",
      "azure.identity.token.scopes": [SCOPE],
      "azure.identity.token.source": "cache",
      "azure.identity.token.expires_in": 3600,
      "azure.identity.token.refresh_in": 1800,
      "azure.identity.exchange.count": 0,
    });
    expect(call.events).toEqual([]);
  });

  it("says why and what to do on failure, in its own words", async () => {
    const message =
      "invalid_client: Error(s): 7000222 - Timestamp: 2026-03-02 18:25:26Z - Description: AADSTS7000222: The provided client " +
      `secret keys for app '${CLIENT}' are expired. - Correlation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d - Trace ID: 03da4b8e-5ffe-48ca-9754-aff4276f0100`;
    const error = Object.assign(new Error(message), { name: "AuthenticationRequiredError" });
    await new DiagnosticCredential(rejects(error), { tracerProvider }).getToken(SCOPE).catch(() => {});
    const [call] = recorded.spans();
    expect(call?.status.code).toBe(SpanStatusCode.ERROR);
    expect(call?.attributes).toMatchObject({
      "error.type": "expired_client_secret",
      "azure.identity.failure.kind": "expired_client_secret",
      "azure.identity.failure.stage": "entra",
      "azure.identity.failure.owner": "developer",
      "azure.identity.failure.retryable": false,
      "azure.identity.failure.aadsts_codes": [7000222],
      "azure.identity.failure.correlation_id": "7b12f9bb-2eef-42e3-ad75-eee69ec9088d",
      "azure.identity.failure.trace_id": "03da4b8e-5ffe-48ca-9754-aff4276f0100",
      "azure.identity.failure.timestamp": "2026-03-02 18:25:26Z",
    });
    expect(call?.attributes["azure.identity.failure.remedy"]).toMatch(/secret/);
    expect(call?.attributes["azure.identity.failure.remedy_url"]).toMatch(/^https:\/\//);
    expect(call?.status.message).toBe(diagnose(error).summary);
    expect(JSON.stringify([call?.status, call?.attributes, call?.events])).not.toContain(CLIENT);
  });

  it("stays UNSET and without error.type when the caller aborted, and no metric counts it", async () => {
    const metrics = recordMetrics();
    const options = { tracerProvider, meterProvider: metrics.meterProvider };
    const controller = new AbortController();
    const pending = new DiagnosticCredential(hangs({ honoursAbort: true }), options).getToken(SCOPE, {
      abortSignal: controller.signal,
    });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    const [call] = recorded.spans();
    expect(call?.status.code).toBe(SpanStatusCode.UNSET);
    expect(call?.attributes).not.toHaveProperty("error.type");
    expect(call?.attributes["azure.identity.failure.kind"]).toBe("aborted");
    expect(await metrics.histogram("azure.identity.token.duration")).toBeUndefined();
    await metrics.shutdown();
  });

  it("is a failure like any other when the credential gave up without being asked to", async () => {
    const error = Object.assign(new Error("The operation was aborted."), { name: "AbortError" });
    await new DiagnosticCredential(rejects(error), { tracerProvider }).getToken(SCOPE).catch(() => {});
    const [call] = recorded.spans();
    expect(call?.status.code).toBe(SpanStatusCode.ERROR);
    expect(call?.attributes["error.type"]).toBe("unknown");
    expect(diagnose(error).cause).toBe("The credential gave up by itself; the caller's AbortSignal had not fired.");
  });

  it.each([
    [[], []],
    ["", [""]],
    [
      [1, null, undefined, {}],
      ["<number>", "<null>", "<undefined>", "<object>"],
    ],
    [undefined, ["<undefined>"]],
    [{}, ["<object>"]],
  ])("passes odd scopes %j on and says what they were", async (scopes, shown) => {
    const inner = resolves("t");
    await new DiagnosticCredential(inner, { tracerProvider }).getToken(scopes as never);
    expect(inner.calls[0]?.scopes).toBe(scopes);
    expect(recorded.spans()[0]?.attributes["azure.identity.token.scopes"]).toEqual(shown);
  });

  it.each([
    ["hash", /^api:\/\/sha256:[0-9a-f]{12}\/\.default$/],
    ["omit", /^api:\/\/\{id\}\/\.default$/],
    ["plain", new RegExp(`^api://${CLIENT}/\\.default$`)],
  ] as const)("shows ids in scopes as identifiers: %s asks", async (identifiers, expected) => {
    await new DiagnosticCredential(resolves("t"), { tracerProvider, identifiers }).getToken(`api://${CLIENT}/.default`);
    expect(recorded.spans()[0]?.attributes["azure.identity.token.scopes"]).toEqual([expect.stringMatching(expected)]);
  });
});

describe("bad arguments", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    ["secret-value", "a string"],
    [{}, "an empty object"],
    [{ token: "s3cret" }, "an object with the properties token"],
    [[], "an array"],
    [new Map(), "an instance of Map"],
    [
      ClientSecretCredential,
      "the function ClientSecretCredential; construct it first: new ClientSecretCredential(...)",
    ],
    [Promise.resolve(), "an instance of Promise; await it first"],
  ])("%o is a TypeError that says what was given and shows no value", (value, said) => {
    expect(() => new DiagnosticCredential(value as never)).toThrow(
      new TypeError(
        `DiagnosticCredential wraps a TokenCredential, an object with a getToken method, but was given ${said}.`,
      ),
    );
  });

  it.each([
    [null, "DiagnosticCredential: options must be an object, but is null."],
    [{ name: "" }, "DiagnosticCredential: option name must be a string of 1 to 256 characters, but is one of 0."],
    [{ name: 1 }, "DiagnosticCredential: option name must be a string of 1 to 256 characters, but is a number."],
    [
      { identifiers: "all" },
      'DiagnosticCredential: option identifiers must be one of omit, hash, plain, but is "all".',
    ],
    [
      { tracerProvider: {} },
      "DiagnosticCredential: option tracerProvider must have a getTracer method, but is an empty object.",
    ],
    [
      { polcy: "production" },
      "DiagnosticCredential: there is no option polcy; the options are name, policy, deadlineMs, coalesce, recent, identifiers, tracerProvider, meterProvider.",
    ],
    [{ meterProvider: 1 }, "DiagnosticCredential: option meterProvider must have a getMeter method, but is a number."],
  ])("options %o are a TypeError", (options, message) => {
    expect(() => new DiagnosticCredential(resolves("t"), options as never)).toThrow(new TypeError(message));
  });
});

describe("printing", () => {
  const secret = "canary-s3cret";
  const credential = new DiagnosticCredential(new ClientSecretCredential(TENANT, CLIENT, secret), {
    name: "orders-db",
  });

  it("shows type and name", () => {
    expect(inspect(credential)).toBe(
      `DiagnosticCredential { credential: "ClientSecretCredential", name: "orders-db" }`,
    );
    expect(JSON.stringify({ credential })).toBe(
      '{"credential":{"credential":"ClientSecretCredential","name":"orders-db"}}',
    );
  });

  it("never shows what the wrapped credential holds", () => {
    const deep = { depth: 20, showHidden: true } as const;
    const all = [
      inspect(credential, deep),
      inspect(credential, { ...deep, customInspect: false }),
      inspect({ a: [credential] }, deep),
      JSON.stringify(credential),
      String(credential),
      JSON.stringify({ ...credential }),
      JSON.stringify(Object.getOwnPropertyDescriptors(credential)),
    ].join("\n");
    expect(all).not.toContain(secret);
    expect(all).not.toContain(CLIENT);
  });
});

describe("options", () => {
  it("keep what a class or a prototype gives them, traced or not", async () => {
    const controller = new AbortController();
    class Options {
      get abortSignal() {
        return controller.signal;
      }
    }
    const seen: unknown[] = [];
    const inner = {
      getToken: async (_: unknown, options?: { abortSignal?: unknown; claims?: unknown }) => {
        seen.push(options?.abortSignal, options?.claims);
        return null;
      },
    };
    const inherited = Object.create({ claims: "{}" }) as object;
    for (const credential of [new DiagnosticCredential(inner), new DiagnosticCredential(inner, { tracerProvider })]) {
      await credential.getToken(SCOPE, new Options());
      await credential.getToken(SCOPE, inherited);
    }
    expect(seen).toEqual([
      controller.signal,
      undefined,
      undefined,
      "{}",
      controller.signal,
      undefined,
      undefined,
      "{}",
    ]);
  });

  it("of a class with private fields reach the credential, traced or not", async () => {
    class Options {
      readonly #tenant = TENANT;
      readonly claims = "{}";
      get tenantId() {
        return this.#tenant;
      }
    }
    const seen: unknown[] = [];
    const inner = {
      getToken: async (_: unknown, options: object) => {
        seen.push(
          Reflect.get(options, "tenantId"),
          { ...options, tracingOptions: undefined },
          options instanceof Options,
        );
        return null;
      },
    };
    const own = { claims: "{}", tracingOptions: undefined };
    for (const given of [{}, { tracerProvider }]) {
      await new DiagnosticCredential(inner, given).getToken(SCOPE, Object.freeze(new Options()));
      expect(seen.splice(0)).toEqual([TENANT, own, true]);
    }
  });

  it("whose getters throw cost neither the token nor the span", async () => {
    const given = {
      get tracingOptions(): never {
        throw new Error("no");
      },
    };
    const inner = resolves("t");
    const token = await new DiagnosticCredential(inner, { tracerProvider }).getToken(SCOPE, given);
    expect(token?.token).toBe("t");
    expect(inner.calls[0]?.options).toBe(given);
    expect(recorded.spans()).toHaveLength(1);
  });

  it("reach a credential that is wrapped twice, other tracing options included", async () => {
    const inner = resolves("t");
    const given = { claims: "{}", tenantId: TENANT, tracingOptions: { other: 1 } as object };
    await new DiagnosticCredential(new DiagnosticCredential(inner), { tracerProvider }).getToken(SCOPE, given);
    expect(inner.calls[0]?.options).toMatchObject({
      claims: "{}",
      tenantId: TENANT,
      tracingOptions: { other: 1, tracingContext: expect.anything() },
    });
  });
});

describe("wrapping twice", () => {
  it("gives one span, of the inner credential's type, with the outer name before the inner", async () => {
    const inner = new DiagnosticCredential(resolves("t"), { tracerProvider, name: "inner" });
    await new DiagnosticCredential(inner, { tracerProvider, name: "outer" }).getToken(SCOPE);
    await new DiagnosticCredential(inner, { tracerProvider }).getToken(SCOPE);
    expect(
      recorded.spans().map(({ name, attributes }) => [name, attributes["azure.identity.credential.name"]]),
    ).toEqual([
      ["getToken TokenCredential", "outer"],
      ["getToken TokenCredential", "inner"],
    ]);
  });

  it("hands the same error through both", async () => {
    const error = unavailable("ManagedIdentityCredential: no")
      .getToken(SCOPE)
      .catch((thrown) => thrown);
    const inner = new DiagnosticCredential(rejects(await error), { tracerProvider });
    await expect(new DiagnosticCredential(inner, { tracerProvider }).getToken(SCOPE)).rejects.toBe(await error);
    expect(recorded.spans()).toHaveLength(1);
  });
});
