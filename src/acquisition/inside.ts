import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { RecorderContext, runInContext, runInside } from "./current.js";
import type { Recorder } from "./recorder.js";

/** Told of a telemetry part that threw. */
export type Report = (error: unknown) => void;

type Result = Promise<AccessToken | null>;

/** Calls the credential in `context`; a context manager that throws or does not call costs the context, never the token. */
function callIn(
  context: RecorderContext,
  credential: TokenCredential,
  scopes: string | string[],
  options: GetTokenOptions,
  report: Report,
): Result {
  let called = false;
  let result: Result | undefined;
  const call = (): void => {
    called = true;
    result = credential.getToken(scopes, options);
  };
  try {
    runInContext(context, call);
  } catch (error) {
    // The credential itself threw instead of rejecting.
    if (called && result === undefined) throw error;
    report(error);
  }
  if (!called) runInside(context.recorder, call);
  return result as Result;
}

/** Passes options on as given: a credential may tell an absent argument from an undefined one. */
function callPlainly(
  credential: TokenCredential,
  scopes: string | string[],
  options: GetTokenOptions | undefined,
): Result {
  return options === undefined ? credential.getToken(scopes) : credential.getToken(scopes, options);
}

/** A copy with other tracing options; what a class or a prototype gives the options stays visible. */
function withTracing(options: GetTokenOptions, tracingOptions: object): GetTokenOptions {
  const prototype: unknown = options === null || typeof options !== "object" ? null : Object.getPrototypeOf(options);
  if (prototype === null || prototype === Object.prototype) return { ...options, tracingOptions };
  const property = { value: tracingOptions, enumerable: true, configurable: true, writable: true };
  return new Proxy<object>(Object.create(prototype as object, { tracingOptions: property }), {
    // Getters of a class may ask for its private fields: they are those of the options themselves.
    get: (own, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(options, key, options)),
    has: (own, key) => Object.hasOwn(own, key) || Reflect.has(options, key),
    ownKeys: (own) => [...new Set([...Reflect.ownKeys(own), ...Reflect.ownKeys(options)])],
    getOwnPropertyDescriptor: (own, key) => {
      const descriptor = Object.getOwnPropertyDescriptor(Object.hasOwn(own, key) ? own : options, key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}

/** The caller's options with the context; as they are where a getter of theirs throws, which is for the credential to meet. */
function tracedOptions(
  options: GetTokenOptions | undefined,
  tracingContext: RecorderContext,
  report: Report,
): GetTokenOptions {
  if (options === undefined) return { tracingOptions: { tracingContext } };
  try {
    const given = options.tracingOptions;
    return withTracing(options, given === undefined ? { tracingContext } : { ...given, tracingContext });
  } catch (error) {
    report(error);
    return options;
  }
}

/**
 * Calls the credential inside the recorder: what it sends and starts is recorded there, and spans made inside belong to
 * the recorder's context. They find it in the active context and in `tracingOptions`, so with or without a context
 * manager.
 */
export function callInside(
  recorder: Recorder,
  credential: TokenCredential,
  scopes: string | string[],
  options: GetTokenOptions | undefined,
  report: Report,
): Result {
  const { context } = recorder;
  // Arguments and not closures: this is the path of every cached token.
  if (context === undefined) return runInside(recorder, callPlainly, credential, scopes, options);
  const inside = new RecorderContext(context, recorder);
  return callIn(inside, credential, scopes, tracedOptions(options, inside, report), report);
}
