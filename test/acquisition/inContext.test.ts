import { context } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { resolves } from "../../src/testing/index.js";
import { recordSpans } from "../support/telemetry.js";

// The storage of a context manager then carries the recorder: all that is seen without one must be seen with it.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
await import("./wire.test.js");
await import("./chain.test.js");
await import("./coalesce.test.js");

it("the credential runs in the very context that it is given", async () => {
  const { tracerProvider } = recordSpans();
  let active: unknown;
  const inner = resolves();
  const { getToken } = inner;
  inner.getToken = (scopes, options) => {
    active = context.active();
    return getToken(scopes, options);
  };
  await new DiagnosticCredential(inner, { tracerProvider }).getToken("s");
  expect(active).toBe(inner.calls[0]?.options?.tracingOptions?.tracingContext);
});
