import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, type ContextManager, context, createContextKey, ROOT_CONTEXT } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { afterEach, describe, expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { serve } from "../support/server.js";
import { recordSpans } from "../support/telemetry.js";

const server = serve((_, response) => void response.end("{}"));
afterEach(() => context.disable());

const token = { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
/** Sends a request after it has waited, and one more. */
const asking = (path: string, then = async (): Promise<unknown> => undefined) => ({
  async getToken() {
    await new Promise((resolve) => setImmediate(resolve));
    await (await fetch(`${server.base}/${path}`)).text();
    await then();
    return token;
  },
});

/** As some vendors' do: what becomes active is made out of what it is given. */
class DerivingManager implements ContextManager {
  private readonly _storage = new AsyncLocalStorage<Context>();
  private readonly _key = createContextKey("vendor");
  active = (): Context => this._storage.getStore() ?? ROOT_CONTEXT;
  with = ((given: Context, work: (...args: never[]) => unknown, self: unknown, ...args: never[]) =>
    this._storage.run(given.setValue(this._key, 1), () => work.apply(self, args))) as ContextManager["with"];
  bind = ((_: Context, target: unknown) => target) as ContextManager["bind"];
  enable = (): this => this;
  disable = (): this => this;
}

/** Knows nothing of what is asynchronous. */
class SynchronousManager extends DerivingManager {
  private _active: Context = ROOT_CONTEXT;
  override active = (): Context => this._active;
  override with = ((given: Context, work: (...args: never[]) => unknown, self: unknown, ...args: never[]) => {
    const before = this._active;
    this._active = given.setValue(createContextKey("x"), 1);
    try {
      return work.apply(self, args);
    } finally {
      this._active = before;
    }
  }) as ContextManager["with"];
}

const managers: [string, () => ContextManager | undefined][] = [
  ["no context manager", () => undefined],
  ["that of OpenTelemetry", () => new AsyncLocalStorageContextManager()],
  ["one that makes other contexts", () => new DerivingManager()],
  ["one that knows nothing of what is asynchronous", () => new SynchronousManager()],
];

describe.each(managers)("with %s", (_, make) => {
  const enable = (): void => {
    const manager = make();
    if (manager !== undefined) context.setGlobalContextManager(manager.enable());
  };
  const traced = () => recordSpans().tracerProvider;
  const paths = (credential: DiagnosticCredential) =>
    credential.recent().map(({ exchanges }) => exchanges.map(({ path }) => path));

  it("requests are those of the acquisition that sent them, traced or not, in any order inside one another", async () => {
    enable();
    for (const [outerProvider, innerProvider] of [
      [traced(), traced()],
      [traced(), undefined],
      [undefined, traced()],
      [undefined, undefined],
    ]) {
      const inner = new DiagnosticCredential(asking("inner"), { tracerProvider: innerProvider, policy: "off" });
      const outer = new DiagnosticCredential(
        asking("before", async () => {
          await inner.getToken("s");
          await (await fetch(`${server.base}/after`)).text();
        }),
        { tracerProvider: outerProvider, policy: "off" },
      );
      await outer.getToken("s");
      await (await fetch(`${server.base}/outside`)).text();
      expect(paths(inner)).toEqual([["/inner"]]);
      expect(paths(outer)).toEqual([["/before", "/inner", "/after"]]);
    }
  });
});
