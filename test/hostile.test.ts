import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../src/index.js";
import { recordMetrics, recordSpans } from "./support/telemetry.js";

const { tracerProvider, spans, reset } = recordSpans();
const metrics = recordMetrics();
const options = { tracerProvider, meterProvider: metrics.meterProvider };
beforeEach(reset);
afterAll(() => metrics.shutdown());

const anything = () =>
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true });
const isThenable = (value: unknown): boolean =>
  value !== null && typeof value === "object" && typeof (value as { then?: unknown }).then === "function";

/** Objects that make trouble when they are looked at. */
const hostile: [string, () => unknown][] = [
  [
    "a getter that throws",
    () =>
      Object.defineProperty({}, "message", {
        get: () => {
          throw new Error("looked");
        },
        enumerable: true,
      }),
  ],
  [
    "a proxy that throws at everything",
    () =>
      new Proxy(
        {},
        {
          get: (_, key) => {
            if (key === "then") return undefined;
            throw new Error("looked");
          },
          has: () => {
            throw new Error("looked");
          },
          ownKeys: () => {
            throw new Error("looked");
          },
          getPrototypeOf: () => {
            throw new Error("looked");
          },
        },
      ),
  ],
  [
    "a cycle of causes",
    () => {
      const error = new Error("round");
      error.cause = error;
      return error;
    },
  ],
  [
    "an error that holds itself",
    () => {
      const error = new AggregateError([]);
      error.errors.push(error);
      return error;
    },
  ],
  ["a frozen error", () => Object.freeze(new Error("cold"))],
  [
    "an error whose toString throws",
    () =>
      Object.assign(new Error("x"), {
        toString() {
          throw new Error("looked");
        },
      }),
  ],
  ["a message of a megabyte", () => new Error("AADSTS ".repeat(150_000))],
  ["a function", () => () => {}],
];

describe("whatever the credential does", () => {
  it("what it throws is what is thrown, and there is one span", async () => {
    await fc.assert(
      fc.asyncProperty(anything(), async (value) => {
        reset();
        const credential = new DiagnosticCredential({ getToken: () => Promise.reject(value) }, options);
        const outcome = await credential.getToken("s").then(
          () => ["resolved"],
          (thrown) => ["thrown", thrown],
        );
        expect(outcome[0]).toBe("thrown");
        expect(Object.is(outcome[1], value)).toBe(true);
        expect(spans()).toHaveLength(1);
        expect(typeof diagnose(value).kind).toBe("string");
      }),
      { numRuns: 300 },
    );
  });

  it("what it resolves to is what comes back", async () => {
    await fc.assert(
      fc.asyncProperty(
        anything().filter((value) => !isThenable(value)),
        async (value) => {
          reset();
          const credential = new DiagnosticCredential({ getToken: async () => value as never }, options);
          expect(Object.is(await credential.getToken("s"), value)).toBe(true);
          expect(spans()).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("scopes and options of any kind are passed on", async () => {
    await fc.assert(
      fc.asyncProperty(anything(), anything(), async (scopes, given) => {
        let got: unknown[] = [];
        const inner = {
          getToken: async (...args: unknown[]) => {
            got = args;
            return null;
          },
        };
        await new DiagnosticCredential(inner, {}).getToken(scopes as never, given as never);
        expect(Object.is(got[0], scopes)).toBe(true);
        expect(Object.is(got[1], given)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(hostile.flatMap(([what, make]) => [[what, make, "off"] as const, [what, make, "development"] as const]))(
    "%s is thrown as it is, and diagnosed as something (%s, policy %s)",
    async (_, make, policy) => {
      const value = make();
      const credential = new DiagnosticCredential({ getToken: () => Promise.reject(value) }, { ...options, policy });
      const outcome = await credential.getToken("s").then(
        () => ["resolved"],
        (thrown) => ["thrown", thrown],
      );
      expect(outcome[0]).toBe("thrown");
      expect(outcome[1] === value).toBe(true);
      expect(spans()).toHaveLength(1);
      expect(typeof diagnose(value).kind).toBe("string");
    },
  );
});
