import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace-base";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Action, type Answer, REQUESTS, STOPS, World } from "./coalesceWorld.js";

const stop = fc.nat(STOPS - 1);
const answer = fc.constantFrom<Answer>("token", "null", "error");

/** @param depth - how deep an action may cause others */
function actions(depth: number): fc.Arbitrary<Action> {
  const caused = depth === 0 ? fc.constant([]) : fc.array(actions(depth - 1), { maxLength: 2 });
  const seldom = fc.oneof({ weight: 4, arbitrary: fc.constant<Action[]>([]) }, { weight: 1, arbitrary: caused });
  const call = fc.record({
    do: fc.constant("call" as const),
    request: fc.oneof(fc.nat(2), fc.nat(REQUESTS.length - 1)),
    stop: fc.option(stop, { nil: undefined }),
    how: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("later" as const, "thenable" as const) },
      { weight: 1, arbitrary: fc.constantFrom("token" as const, "null", "error", "throw", "bare", "hostile") },
    ),
    inside: seldom,
    onStart: seldom,
    onEnd: seldom,
    onFired: seldom,
  });
  return fc.oneof(
    { weight: 8, arbitrary: call },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("abort" as const), stop }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("renew" as const), stop }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("listen" as const), stop, causes: caused }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant("answer" as const), which: fc.nat(3), answer }) },
  );
}

const wait = fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(0, 1, 40, 100, 119_999) });
/** Steps that end with `false` are followed by the next before anything could settle. */
const script = fc.array(
  fc.tuple(fc.oneof({ weight: 7, arbitrary: actions(2) }, { weight: 1, arbitrary: wait }), fc.boolean()),
  { minLength: 1, maxLength: 14, size: "max" },
);

let world: World | undefined;
const processor: SpanProcessor = {
  onStart: (span) => world?.started(span as unknown as ReadableSpan),
  onEnd: (span) => world?.ended(span),
  forceFlush: async () => {},
  shutdown: async () => {},
};
const tracerProvider = new NodeTracerProvider({ spanProcessors: [processor] });
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", onUnhandled));
afterAll(() => void process.off("unhandledRejection", onUnhandled));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

async function play(
  steps: readonly (readonly [Action, boolean])[],
  traced: boolean,
  coalesce: boolean,
  deadlineMs: number | undefined,
): Promise<void> {
  vi.clearAllTimers();
  unhandled.length = 0;
  world = new World(traced ? tracerProvider : undefined, coalesce, deadlineMs);
  try {
    for (const [action, settles] of steps) {
      world.do(action);
      if (settles) await world.check();
    }
    await world.check();
    await world.finish();
    expect(unhandled).toEqual([]);
  } finally {
    world.close();
    world = undefined;
  }
}

describe.each([
  ["that share, traced", true, true],
  ["that share, with nobody looking", false, true],
  ["that do not share", true, false],
] as const)("callers %s", (_, traced, coalesce) => {
  it.each([
    ["without a deadline", undefined],
    ["with a deadline", 100],
  ])("get what the model says, whatever happens in whichever order, %s", async (_name, deadlineMs) => {
    const numRuns = coalesce ? 1000 : 400;
    await fc.assert(
      fc.asyncProperty(script, (steps) => play(steps, traced, coalesce, deadlineMs)),
      { numRuns },
    );
  });
});
