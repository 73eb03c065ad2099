import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { type Context, type Span, trace } from "@opentelemetry/api";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DiagnosticCredential, type DiagnosticCredentialOptions, diagnose } from "../../src/index.js";
import { hangs } from "../../src/testing/index.js";
import { eventsOf, recordMetrics, recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider } = recorded;
beforeEach(() => recorded.reset());

interface Asked {
  readonly scopes: string | string[];
  readonly options: GetTokenOptions | undefined;
  readonly resolve: (token: AccessToken | null) => void;
  readonly reject: (error: unknown) => void;
}

/** A credential that is answered by hand. */
function byHand() {
  const asked: Asked[] = [];
  const credential: TokenCredential = {
    getToken: (scopes, options) =>
      new Promise((resolve, reject) => {
        asked.push({ scopes, options, resolve, reject });
      }),
  };
  return {
    asked,
    wrap: (options: DiagnosticCredentialOptions = {}) =>
      new DiagnosticCredential(credential, { tracerProvider, policy: "off", ...options }),
  };
}

const token = (text = "t"): AccessToken => ({ token: text, expiresOnTimestamp: Date.now() + 3_600_000 });
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
/** Lets promises that can settle do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("callers of the same token", () => {
  it("share one acquisition and get the same object", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const callers = Array.from({ length: 100 }, () => credential.getToken(SCOPE));
    expect(asked.length).toBe(1);
    const given = token();
    asked[0]?.resolve(given);
    for (const result of await Promise.all(callers)) expect(result).toBe(given);
  });

  it("share the error as the same object", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const callers = [credential.getToken(SCOPE), credential.getToken(SCOPE), credential.getToken(SCOPE)].map(outcome);
    const error = Object.freeze(new Error("AADSTS7000215: Invalid client secret provided."));
    asked[0]?.reject(error);
    for (const result of await Promise.all(callers)) expect((result as { error: unknown }).error).toBe(error);
    expect(diagnose(error).kind).toBe("invalid_client_secret");
  });

  it("share null", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const callers = [credential.getToken(SCOPE), credential.getToken(SCOPE)];
    asked[0]?.resolve(null);
    expect(await Promise.all(callers)).toEqual([null, null]);
  });

  it("keep nothing: the next one asks anew, also right after the answer and after a failure", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const first = credential.getToken(SCOPE).then(() => credential.getToken(SCOPE));
    asked[0]?.resolve(token());
    await settled();
    expect(asked.length).toBe(2);
    asked[1]?.reject(new Error("no"));
    await expect(first).rejects.toThrow("no");
    void credential.getToken(SCOPE);
    expect(asked.length).toBe(3);
  });

  it.each<[string, string | string[], GetTokenOptions | undefined]>([
    ["a list of the one scope", [SCOPE], undefined],
    ["empty options", SCOPE, {}],
    [
      "a signal and a tracing context of its own",
      SCOPE,
      { abortSignal: new AbortController().signal, tracingOptions: {} },
    ],
    ["options that are there and undefined", SCOPE, { claims: undefined, tenantId: undefined } as never],
    ["CAE switched off in so many words", SCOPE, { enableCae: false }],
  ])("are also those who ask with %s", async (_, scopes, options) => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    void credential.getToken(SCOPE);
    void credential.getToken(scopes, options);
    expect(asked.length).toBe(1);
  });

  it.each<[string, string | string[], object | undefined]>([
    ["another scope", "https://storage.azure.com/.default", undefined],
    ["more scopes", [SCOPE, "openid"], undefined],
    ["the same words in one scope", [`${SCOPE} ${SCOPE}`], undefined],
    ["no scope at all", [], undefined],
    ["claims", SCOPE, { claims: '{"access_token":{}}' }],
    ["a tenant", SCOPE, { tenantId: "contoso.com" }],
    ["CAE", SCOPE, { enableCae: true }],
    ["a timeout", SCOPE, { requestOptions: { timeout: 5 } }],
    ["no timeout that could be told", SCOPE, { requestOptions: { timeout: Number.NaN } }],
    ["request options of a class", SCOPE, { requestOptions: Object.assign(new (class Options {})(), { timeout: 5 }) }],
    ["an option under a symbol", SCOPE, { [Symbol("nonce")]: "n" }],
    ["other request options", SCOPE, { requestOptions: { onUploadProgress() {} } }],
    ["an option nobody knows", SCOPE, { proofOfPossessionOptions: { nonce: "n" } }],
    ["a claim of the wrong type", SCOPE, { claims: {} }],
    ["options of a class", SCOPE, new (class Options {})()],
    [
      "options that throw",
      SCOPE,
      {
        get claims() {
          throw new Error("no");
        },
      },
    ],
  ])("are not those who ask with %s", async (_, scopes, options) => {
    const { asked, wrap } = byHand();
    const credential = wrap({ tracerProvider: undefined });
    void credential.getToken(SCOPE);
    void credential.getToken(scopes, options as GetTokenOptions);
    expect(asked.length).toBe(2);
    expect(asked[1]?.scopes).toBe(scopes);
  });

  it("are all there also where nobody looks, each with his own signal if he has one", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ tracerProvider: undefined });
    const controller = new AbortController();
    const crowd = Array.from({ length: 1000 }, () => credential.getToken(SCOPE));
    const leaving = outcome(credential.getToken(SCOPE, { abortSignal: controller.signal }));
    controller.abort();
    expect(await leaving).toMatchObject({ error: { name: "AbortError" } });
    const given = token();
    asked[0]?.resolve(given);
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([given]));
    expect(asked.length).toBe(1);
    expect(credential.recent()).toMatchObject([{ outcome: "succeeded", callers: 1000 }]);
  });

  it("who share inside an acquisition of another credential are the source of its token, also where nobody looks", async () => {
    const { asked, wrap } = byHand();
    const shared = wrap({ tracerProvider: undefined });
    const outer = new DiagnosticCredential({ getToken: (scope) => shared.getToken(scope) }, { policy: "off" });
    const callers = [shared.getToken(SCOPE), outer.getToken(SCOPE)];
    asked[0]?.resolve(token());
    await Promise.all(callers);
    expect(asked.length).toBe(1);
    expect(outer.recent()).toMatchObject([{ tokenSource: "coalesced" }]);
    expect(shared.recent()).toMatchObject([{ tokenSource: "cache", callers: 2 }]);
  });

  it("are kept apart by scopes that only look the same when they are joined", () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    void credential.getToken([SCOPE, "openid"]);
    void credential.getToken(`${SCOPE} openid`);
    void credential.getToken([SCOPE, "openid"]);
    expect(asked.map(({ scopes }) => scopes)).toEqual([[SCOPE, "openid"], `${SCOPE} openid`]);
  });

  it("do not wait for one whose options can be read once only", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ tracerProvider: undefined });
    let reads = 0;
    const options = {
      abortSignal: new AbortController().signal,
      get tenantId() {
        if (++reads > 1) throw new Error("looked again");
        return undefined;
      },
    };
    expect(await outcome(credential.getToken(SCOPE, options as never))).toMatchObject({
      error: { message: "looked again" },
    });
    void credential.getToken(SCOPE);
    expect(asked.length).toBe(1);
  });

  it("are kept apart by an option nobody knows even among themselves", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const options = { multiTenantAuthOptions: true } as GetTokenOptions;
    void credential.getToken(SCOPE, options);
    void credential.getToken(SCOPE, options);
    expect(asked.length).toBe(2);
  });

  it("each get an acquisition of their own with coalesce: false", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ coalesce: false });
    void credential.getToken(SCOPE);
    void credential.getToken(SCOPE);
    expect(asked.length).toBe(2);
  });

  it("find their acquisition among hundreds of others", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ tracerProvider: undefined });
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 400; i++) void credential.getToken(SCOPE, { tenantId: `tenant-${i}` });
    }
    expect(asked.length).toBe(400);
  });

  it("do not join an acquisition that hangs for more than two minutes", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      const { asked, wrap } = byHand();
      const credential = wrap();
      const first = credential.getToken(SCOPE);
      vi.advanceTimersByTime(119_000);
      const joined = credential.getToken(SCOPE);
      expect(asked.length).toBe(1);
      vi.advanceTimersByTime(2000);
      const second = credential.getToken(SCOPE);
      const third = credential.getToken(SCOPE);
      expect(asked.length).toBe(2);
      asked[1]?.resolve(token("new"));
      expect((await Promise.all([second, third])).map((given) => given?.token)).toEqual(["new", "new"]);
      asked[0]?.resolve(token("old"));
      expect((await Promise.all([first, joined])).map((given) => given?.token)).toEqual(["old", "old"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("are not made to wait for themselves by a credential that asks for the same token while it gets it", async () => {
    let depth = 0;
    const credential: TokenCredential = new DiagnosticCredential(
      { getToken: async (scopes) => (++depth < 3 ? credential.getToken(scopes) : token("inner")) },
      { tracerProvider },
    );
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "inner" });
    expect(depth).toBe(3);
  });
});

describe("an abort", () => {
  it("rejects its own caller at once, and the others get their token", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const [a, b] = [new AbortController(), new AbortController()];
    const callers = [
      credential.getToken(SCOPE, { abortSignal: a.signal }),
      credential.getToken(SCOPE, { abortSignal: b.signal }),
      credential.getToken(SCOPE),
    ].map(outcome);
    a.abort(new Error("enough"));
    expect(await callers[0]).toMatchObject({
      error: { name: "AbortError", message: "The operation was aborted.", cause: new Error("enough") },
    });
    b.abort();
    expect(await callers[1]).toMatchObject({ error: { name: "AbortError" } });
    expect(asked[0]?.options?.abortSignal?.aborted).toBe(false);
    asked[0]?.resolve(token());
    expect(await callers[2]).toMatchObject({ value: { token: "t" } });
  });

  it("reaches the credential only when every caller has gone, and the next one starts anew", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const controllers = [new AbortController(), new AbortController(), new AbortController()];
    const callers = controllers.map(({ signal }) => outcome(credential.getToken(SCOPE, { abortSignal: signal })));
    controllers[0]?.abort();
    controllers[2]?.abort();
    expect(asked[0]?.options?.abortSignal?.aborted).toBe(false);
    const reason = new Error("shutting down");
    controllers[1]?.abort(reason);
    expect(asked[0]?.options?.abortSignal?.aborted).toBe(true);
    expect(asked[0]?.options?.abortSignal).toHaveProperty("reason", reason);
    for (const result of await Promise.all(callers)) expect(result).toMatchObject({ error: { name: "AbortError" } });
    void credential.getToken(SCOPE);
    expect(asked.length).toBe(2);
    asked[0]?.reject(new Error("late, and nobody minds"));
    await settled();
  });

  it("before the call starts nothing, whatever the credential makes of it", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    await expect(credential.getToken(SCOPE, { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
      message: "The operation was aborted.",
    });
    const others = credential.getToken(SCOPE);
    await expect(credential.getToken(SCOPE, { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(asked.length).toBe(1);
    asked[0]?.resolve(token());
    await others;
    expect(recorded.spans().map(({ attributes }) => attributes["azure.identity.failure.kind"])).toEqual([
      "aborted",
      "aborted",
      undefined,
    ]);
  });

  it("holds for a credential that heeds no signal, with coalescing and without", async () => {
    for (const coalesce of [true, false]) {
      const controller = new AbortController();
      const credential = new DiagnosticCredential(hangs(), { tracerProvider, coalesce });
      const pending = credential.getToken(SCOPE, { abortSignal: controller.signal });
      controller.abort();
      await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    }
  });

  it("of the last one is told when nobody can join any more: who calls on hearing of it starts anew", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ tracerProvider: undefined });
    const called: Promise<unknown>[] = [];
    const listen = () => {
      if (called.length === 0) called.push(outcome(credential.getToken(SCOPE)));
    };
    subscribe("diagnostic-credential.acquisition", listen);
    const [a, b] = [new AbortController(), new AbortController()];
    const callers = [a, b].map(({ signal }) => outcome(credential.getToken(SCOPE, { abortSignal: signal })));
    a.abort();
    b.abort();
    unsubscribe("diagnostic-credential.acquisition", listen);
    await Promise.all(callers);
    expect(asked.length).toBe(2);
    const given = token();
    asked[1]?.resolve(given);
    expect(await called[0]).toEqual({ value: given });
  });

  it("while the span starts starts nothing, and ends nothing for those who are there", async () => {
    const { asked, wrap } = byHand();
    const controller = new AbortController();
    const started: Span[] = [];
    const onStart = (span: Span) => {
      if (started.push(span) === 2) controller.abort();
    };
    const processor = { onStart, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
    const aborting = new NodeTracerProvider({ spanProcessors: [processor] });
    const credential = wrap({ tracerProvider: aborting });
    const abortSignal = controller.signal;
    const first = outcome(credential.getToken(SCOPE, { abortSignal }));
    // It is to join the first, which is over by then.
    const second = credential.getToken(SCOPE);
    expect(await first).toMatchObject({ error: { name: "AbortError" } });
    expect(asked.length).toBe(2);
    const given = token();
    asked[1]?.resolve(given);
    expect(await second).toBe(given);
    // Its span is the parent of what the credential does for it.
    const parent = trace.getSpan(asked[1]?.options?.tracingOptions?.tracingContext as Context);
    expect(parent).toBe(started[1]);
  });

  it("by a signal that calls back at once counts, and leaves no listener", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    let listeners = 0;
    const abortSignal = {
      aborted: false,
      addEventListener(_: "abort", listener: () => void) {
        listeners++;
        listener();
      },
      removeEventListener() {
        listeners--;
      },
    };
    expect(await outcome(credential.getToken(SCOPE, { abortSignal: abortSignal as never }))).toMatchObject({
      error: { name: "AbortError" },
    });
    expect([asked.length, listeners]).toEqual([0, 0]);
    const leader = credential.getToken(SCOPE);
    expect(await outcome(credential.getToken(SCOPE, { abortSignal: abortSignal as never }))).toMatchObject({
      error: { name: "AbortError" },
    });
    expect([asked.length, listeners]).toEqual([1, 0]);
    asked[0]?.resolve(null);
    expect(await leader).toBe(null);
  });

  it("leaves no listener behind", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const signals = [new AbortController().signal, new AbortController().signal];
    const kept = new Map(signals.map((signal) => [signal, 0]));
    for (const signal of signals) {
      const { addEventListener: add, removeEventListener: remove } = signal;
      signal.addEventListener = (...args: Parameters<typeof add>) => {
        kept.set(signal, (kept.get(signal) ?? 0) + 1);
        add.apply(signal, args);
      };
      signal.removeEventListener = (...args: Parameters<typeof remove>) => {
        kept.set(signal, (kept.get(signal) ?? 0) - 1);
        remove.apply(signal, args);
      };
    }
    const callers = signals.map((abortSignal) => credential.getToken(SCOPE, { abortSignal }));
    expect([...kept.values()]).toEqual([1, 1]);
    asked[0]?.resolve(token());
    await Promise.all(callers);
    expect([...kept.values()]).toEqual([0, 0]);
  });

  it("passes the caller's own signal on where nobody can join", async () => {
    const { asked, wrap } = byHand();
    const { signal } = new AbortController();
    void wrap({ coalesce: false }).getToken(SCOPE, { abortSignal: signal });
    expect(asked[0]?.options?.abortSignal).toBe(signal);
  });

  it("by a signal that throws is passed over", async () => {
    const { asked, wrap } = byHand();
    const abortSignal = {
      get aborted(): boolean {
        throw new Error("no");
      },
      addEventListener() {
        throw new Error("no");
      },
      removeEventListener() {},
    };
    const pending = wrap().getToken(SCOPE, { abortSignal });
    asked[0]?.resolve(token());
    await expect(pending).resolves.toMatchObject({ token: "t" });
  });
});

describe("a deadline", () => {
  it("is that of the acquisition: all who share it get the same error, and its credential is told", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap({ deadlineMs: 30 });
    const abortSignal = new AbortController().signal;
    const results = await Promise.all([
      outcome(credential.getToken(SCOPE, { abortSignal })),
      outcome(credential.getToken(SCOPE)),
    ]);
    const [error, shared] = results.map((result) => (result as { error: Error }).error);
    expect(error?.message).toBe("No token came within 30 ms.");
    expect(shared).toBe(error);
    expect(asked[0]?.options?.abortSignal).toHaveProperty("reason", error);
    credential.getToken(SCOPE).catch(() => {});
    expect(asked.length).toBe(2);
  });
});

describe("in telemetry", () => {
  it("those who join have a span of their own with a link to that of the acquisition", async () => {
    const { asked, wrap } = byHand();
    const metrics = recordMetrics();
    const credential = wrap({ meterProvider: metrics.meterProvider });
    const callers = [credential.getToken(SCOPE), credential.getToken(SCOPE), credential.getToken(SCOPE)];
    asked[0]?.resolve(token());
    await Promise.all(callers);
    const [leader, ...joined] = recorded.spans();
    expect(leader?.attributes["azure.identity.token.source"]).toBe("cache");
    expect(leader?.attributes["azure.identity.token.callers"]).toBe(3);
    expect(leader?.links).toEqual([]);
    expect(joined.length).toBe(2);
    for (const span of joined) {
      expect(span.attributes).toEqual({
        "azure.resource_provider.namespace": "Microsoft.AAD",
        "az.namespace": "Microsoft.AAD",
        "azure.identity.credential.type": "TokenCredential",
        "azure.identity.token.scopes": [SCOPE],
        "azure.identity.token.source": "coalesced",
        "azure.identity.token.expires_in": 3600,
        "azure.identity.exchange.count": 0,
      });
      expect(span.links.map(({ context }) => context)).toEqual([leader?.spanContext()]);
    }
    const duration = await metrics.histogram("azure.identity.token.duration");
    expect(duration?.series.map(({ attributes, count }) => [attributes["azure.identity.token.source"], count])).toEqual(
      [
        ["cache", 1],
        ["coalesced", 2],
      ],
    );
    await metrics.shutdown();
  });

  it("a shared failure is red for each, with the same reason", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const callers = [credential.getToken(SCOPE), credential.getToken(SCOPE)].map(outcome);
    asked[0]?.reject(new Error("AADSTS7000222: The provided client secret keys are expired."));
    await Promise.all(callers);
    expect(
      recorded
        .spans()
        .map(({ status, attributes }) => [
          status.code,
          attributes["error.type"],
          attributes["azure.identity.token.source"],
        ]),
    ).toEqual([
      [2, "expired_client_secret", undefined],
      [2, "expired_client_secret", "coalesced"],
    ]);
  });

  it("the span of an acquisition goes on for others when the caller who started it has gone, and says so", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const controller = new AbortController();
    const first = outcome(credential.getToken(SCOPE, { abortSignal: controller.signal }));
    const second = credential.getToken(SCOPE);
    controller.abort();
    expect(await first).toMatchObject({ error: { name: "AbortError" } });
    expect(recorded.spans()).toEqual([]);
    asked[0]?.resolve(token());
    await second;
    const [leader, joined] = recorded.spans();
    expect(leader && eventsOf(leader)).toEqual([{ name: "azure.identity.caller.gone" }]);
    expect(leader?.attributes["azure.identity.failure.kind"]).toBeUndefined();
    expect(joined?.links[0]?.context.spanId).toBe(leader?.spanContext().spanId);
  });

  it("one who joined and gave up is aborted, not failed, and nothing else is", async () => {
    const { asked, wrap } = byHand();
    const credential = wrap();
    const controller = new AbortController();
    const first = credential.getToken(SCOPE);
    const second = outcome(credential.getToken(SCOPE, { abortSignal: controller.signal }));
    controller.abort();
    await second;
    expect(
      recorded.spans().map(({ status, attributes }) => [status.code, attributes["azure.identity.failure.kind"]]),
    ).toEqual([[0, "aborted"]]);
    asked[0]?.resolve(token());
    await first;
    expect(recorded.spans()[1]?.attributes["azure.identity.token.callers"]).toBeUndefined();
  });
});
