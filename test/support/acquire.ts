import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { type AcquisitionRecord, type Diagnosis, DiagnosticCredential, diagnose } from "../../src/index.js";
import { recordSpans } from "./telemetry.js";

const CHANNEL = "diagnostic-credential.acquisition";

export interface Acquired {
  readonly token: AccessToken | null | undefined;
  readonly error: Error | undefined;
  /** `diagnose(error)`. */
  readonly diagnosis: Diagnosis | undefined;
  readonly record: AcquisitionRecord;
  /** The call's span. */
  readonly call: ReadableSpan;
  readonly attempts: readonly ReadableSpan[];
}

/** Wraps a credential and gets one token through it, with all that telemetry has to say about it. */
export async function acquire(
  credential: TokenCredential,
  scope = "https://vault.azure.net/.default",
  options?: GetTokenOptions,
): Promise<Acquired> {
  const { tracerProvider, spans } = recordSpans();
  const records: AcquisitionRecord[] = [];
  const listen = (message: unknown) => void records.push(message as AcquisitionRecord);
  subscribe(CHANNEL, listen);
  let token: AccessToken | null | undefined;
  let error: Error | undefined;
  try {
    token = await new DiagnosticCredential(credential, { tracerProvider }).getToken(scope, options);
  } catch (thrown) {
    error = thrown as Error;
  } finally {
    unsubscribe(CHANNEL, listen);
  }
  const call = spans().find(({ name }) => name.startsWith("getToken "));
  const record = records.find(({ spanId }) => spanId === call?.spanContext().spanId);
  if (call === undefined || record === undefined) throw new Error("the acquisition left no trace");
  return {
    token,
    error,
    diagnosis: error && diagnose(error),
    record,
    call,
    attempts: spans().filter(({ name }) => name.startsWith("attempt ")),
  };
}

/** The exchanges of an acquisition, one line each: `GET /path 200`. */
export const exchangeLines = ({ record }: Acquired): string[] =>
  record.exchanges.map(({ method, path, status, errorCode }) => `${method} ${path} ${errorCode ?? status}`);
