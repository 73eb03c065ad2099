import * as coreTracing from "@azure/core-tracing";
import { AzureSdkInstrumentation } from "@azure/opentelemetry-instrumentation-azure-sdk";

/** Does to core-tracing what Azure's official instrumentation does to it at its first `require`. */
export function azureInstrumentationOn(): void {
  const [definition] = new AzureSdkInstrumentation({ enabled: false }).getModuleDefinitions();
  if (definition?.patch === undefined) throw new Error("the instrumentation has no patch for core-tracing");
  definition.patch(coreTracing);
}

/** Back to the state without an instrumenter. */
export function azureInstrumentationOff(): void {
  coreTracing.useInstrumenter(undefined as never);
}
