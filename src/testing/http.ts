import type { IncomingHttpHeaders } from "node:http";

/**
 * The parts of Azure that are emulated; each has an origin of its own.
 *
 * @public
 * @since 0.1.0
 */
export type EmulatedHost =
  | "entra"
  | "imds"
  | "appService"
  | "azureArc"
  | "serviceFabric"
  | "cloudShell"
  | "machineLearning"
  | "service";

/**
 * What a request is for. `probe`: the request without `Metadata` header by which a client asks whether there is an
 * instance metadata service. `challenge`: the first request to the Azure Arc agent, which is answered with a challenge.
 * `resource`: a call of the protected service.
 *
 * @public
 * @since 0.1.0
 */
export type RequestKind =
  | "discovery"
  | "instanceDiscovery"
  | "keys"
  | "authorize"
  | "deviceCode"
  | "token"
  | "probe"
  | "challenge"
  | "resource"
  | "other";

/** One request, read to its end. @internal */
export interface Call {
  readonly method: string;
  /** Path with query, on the origin that the client used. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body read as a form; empty where it is none. */
  readonly form: URLSearchParams;
}

/** What a host answers. @internal */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}

/** What is known about a request before it is answered. @internal */
export interface CallFacts {
  readonly kind: RequestKind;
  readonly grantType?: string;
  readonly clientId?: string;
  readonly scope?: string;
  readonly resource?: string;
  readonly claims?: string;
}

/** One emulated host: how it reads a request and what it answers. @internal */
export interface HostBehaviour {
  readonly host: EmulatedHost;
  classify(call: Call): CallFacts;
  answer(call: Call): Promise<Answer> | Answer;
}

/** A header's first value, or the empty string. @internal */
export function header(call: Call, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Drops the keys whose value is empty or absent, which exact optional properties do not allow. @internal */
export function present<T extends object>(facts: { [K in keyof T]: T[K] | undefined | null }): Partial<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Partial<T>;
}
