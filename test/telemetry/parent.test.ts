import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { ChainedTokenCredential, EnvironmentCredential, type TokenCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
import { context, ROOT_CONTEXT, type Span, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { resolves } from "../../src/testing/index.js";
import { azureInstrumentationOff, azureInstrumentationOn } from "../support/azureInstrumentation.js";
import { parentIdOf, recordSpans } from "../support/telemetry.js";

const SCOPE = "https://storage.azure.com/.default";
const { tracerProvider, spans, span, reset } = recordSpans();
const tracer = tracerProvider.getTracer("app");

/** The service, so far away that only its answers matter. */
const service: HttpClient = {
  // Storage reads headers through the older interface of core-http-compat.
  sendRequest: async (request) => ({
    request,
    status: 202,
    headers: Object.assign(createHttpHeaders(), { toJson: () => ({}) }),
  }),
};

const namesUpwards = (from: ReadableSpan): string[] => {
  const parent = spans().find((candidate) => candidate.spanContext().spanId === parentIdOf(from));
  return parent === undefined ? [from.name] : [from.name, ...namesUpwards(parent)];
};

beforeAll(() => {
  trace.setGlobalTracerProvider(tracerProvider);
});
beforeEach(reset);
afterEach(() => {
  context.disable();
  azureInstrumentationOff();
});

function withContextManager(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
}

/** Runs `work` under an application's span, which the context manager makes active, if there is one. */
async function inApp(work: (span: Span) => Promise<unknown>): Promise<void> {
  await tracer.startActiveSpan("app", async (app) => {
    await work(app);
    app.end();
  });
}

describe("a service client's own pipeline", () => {
  const client = (credential: TokenCredential) =>
    new BlobServiceClient("https://account.blob.example", credential, {
      httpClient: service as never,
    }).getContainerClient("c");
  const credential = () => new DiagnosticCredential(resolves("t"));

  it("without Azure's instrumentation: the call hangs under the application's span, though the pipeline hands over a context that lost it", async () => {
    withContextManager();
    let handed: unknown;
    const inner: TokenCredential = {
      getToken: async (_, options) => {
        handed = options?.tracingOptions?.tracingContext;
        return { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    const spy: TokenCredential = {
      getToken: (scopes, options) => {
        expect(options?.tracingOptions?.tracingContext).toBeDefined();
        expect(trace.getSpan(options?.tracingOptions?.tracingContext as never)).toBeUndefined();
        return new DiagnosticCredential(inner).getToken(scopes, options);
      },
    };
    await inApp(() => client(spy).delete());
    expect(namesUpwards(span("getToken TokenCredential"))).toEqual(["getToken TokenCredential", "app"]);
    expect(trace.getSpan(handed as never)?.spanContext().spanId).toBe(
      span("getToken TokenCredential").spanContext().spanId,
    );
  });

  it("with Azure's instrumentation: the call hangs under the client's span", async () => {
    withContextManager();
    azureInstrumentationOn();
    await inApp(() => client(credential()).delete());
    const names = namesUpwards(span("getToken TokenCredential"));
    expect(names[0]).toBe("getToken TokenCredential");
    expect(names.at(-1)).toBe("app");
    expect(names).toContain("ContainerClient-delete");
  });

  it("with Azure's instrumentation and no context manager: the handed context is enough", async () => {
    azureInstrumentationOn();
    await inApp((app) =>
      client(credential()).delete({
        tracingOptions: { tracingContext: trace.setSpan(ROOT_CONTEXT, app) as never },
      }),
    );
    const names = namesUpwards(span("getToken TokenCredential"));
    expect(names).toContain("ContainerClient-delete");
    expect(names.at(-1)).toBe("app");
  });

  it("neither: the call is a trace of its own, and the request is not harmed", async () => {
    await inApp(() => client(credential()).delete());
    expect(namesUpwards(span("getToken TokenCredential"))).toEqual(["getToken TokenCredential"]);
  });
});

describe("spans made inside", () => {
  const chain = () => new ChainedTokenCredential(new EnvironmentCredential(), resolves("t"));

  it.each([
    ["with", withContextManager],
    ["without", () => {}],
  ])("hang under ours, %s a context manager", async (_, prepare) => {
    prepare();
    azureInstrumentationOn();
    await inApp((app) =>
      new DiagnosticCredential(chain()).getToken(SCOPE, {
        tracingOptions: { tracingContext: trace.setSpan(ROOT_CONTEXT, app) },
      }),
    );
    expect(namesUpwards(span("EnvironmentCredential.getToken"))).toEqual([
      "EnvironmentCredential.getToken",
      "attempt EnvironmentCredential",
      "getToken ChainedTokenCredential",
      "app",
    ]);
    expect(namesUpwards(span("ChainedTokenCredential.getToken"))).toEqual([
      "ChainedTokenCredential.getToken",
      "getToken ChainedTokenCredential",
      "app",
    ]);
  });

  it("hang under attempt spans also without Azure's instrumentation, where the chain hands on a context that lost our span", async () => {
    const member: TokenCredential = {
      getToken: async (_, options) => {
        tracer.startSpan("by options", {}, options?.tracingOptions?.tracingContext as never).end();
        return { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    await new DiagnosticCredential(new ChainedTokenCredential(member)).getToken(SCOPE);
    expect(namesUpwards(span("by options"))).toEqual([
      "by options",
      "attempt TokenCredential",
      "getToken ChainedTokenCredential",
    ]);
  });

  it("are active for code that only looks at the active context", async () => {
    withContextManager();
    const member: TokenCredential = {
      getToken: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        tracer.startActiveSpan("by context", (inner) => inner.end());
        return { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    await new DiagnosticCredential(member).getToken(SCOPE);
    expect(namesUpwards(span("by context"))).toEqual(["by context", "getToken TokenCredential"]);
  });
});

describe("the parent", () => {
  it.each([[{}], [null], ["text"], [{ getValue: 1 }]])(
    "is the active span when the tracing context is %o",
    async (tracingContext) => {
      withContextManager();
      await inApp(() =>
        new DiagnosticCredential(resolves("t")).getToken(SCOPE, {
          tracingOptions: { tracingContext: tracingContext as never },
        }),
      );
      expect(namesUpwards(span("getToken TokenCredential"))).toEqual(["getToken TokenCredential", "app"]);
    },
  );
});
