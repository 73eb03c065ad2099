import http from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { trace } from "@opentelemetry/api";
import { expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { serve } from "../support/server.js";
import { recordSpans } from "../support/telemetry.js";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const server = serve((_, response) => response.end("{}"));

// Out here, so that no closure of the test's own holds what must go.
const idle = () => {};
const get = (agent: http.Agent) =>
  new Promise<void>((resolve) => http.get(server.base, { agent }, (response) => response.resume().on("end", resolve)));

it("a finished acquisition is let go of, though a socket it opened is kept alive and a timer it started runs on", async () => {
  const { tracerProvider } = recordSpans();
  const agent = new http.Agent({ keepAlive: true });
  const timers: NodeJS.Timeout[] = [];
  const refs: WeakRef<object>[] = [];
  await (async () => {
    for (const fails of [false, true]) {
      const options = { claims: "{}" };
      const outcome = fails ? new Error("no") : { token: "t", expiresOnTimestamp: 1 };
      const inner = {
        getToken: async () => {
          timers.push(setInterval(idle, 1e6));
          await get(agent);
          if (outcome instanceof Error) throw outcome;
          return outcome;
        },
      };
      refs.push(new WeakRef(options), new WeakRef(outcome), new WeakRef(inner));
      const credential = new DiagnosticCredential(inner, { tracerProvider, deadlineMs: 60_000 });
      await credential.getToken("s", options).catch(() => {});
    }
  })();
  for (let i = 0; i < 10 && refs.some((ref) => ref.deref() !== undefined); i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
  }
  expect(refs.map((ref) => ref.deref())).toEqual(Array(6).fill(undefined));
  for (const timer of timers) clearInterval(timer);
  agent.destroy();
});

it("those who waited for a credential that never answers are let go of, though it is still there", async () => {
  const { tracerProvider } = recordSpans();
  const held: unknown[] = [];
  const refs: WeakRef<object>[] = [];
  const hanging = {
    getToken: () => {
      const never = new Promise<never>(idle);
      held.push(never);
      return never;
    },
  };
  const credential = new DiagnosticCredential(hanging, { tracerProvider, deadlineMs: 20 });
  await (async () => {
    const leader = credential.getToken("s").catch(idle);
    for (let i = 0; i < 3; i++) {
      const { signal } = new AbortController();
      refs.push(new WeakRef(signal));
      credential.getToken("s", { abortSignal: signal }).catch(idle);
    }
    await leader;
  })();
  expect(held.length).toBe(1);
  for (let i = 0; i < 10 && refs.some((ref) => ref.deref() !== undefined); i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
  }
  expect(refs.map((ref) => ref.deref())).toEqual([undefined, undefined, undefined]);
});

it("a provider that is registered anew is used", async () => {
  const credential = new DiagnosticCredential({ getToken: async () => null });
  for (let i = 0; i < 2; i++) {
    const { tracerProvider, spans } = recordSpans();
    trace.setGlobalTracerProvider(tracerProvider);
    await credential.getToken("s");
    expect(spans()).toHaveLength(1);
    trace.disable();
  }
});
