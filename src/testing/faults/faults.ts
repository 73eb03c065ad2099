import type { AadstsFaultOptions, Fault } from "./fault.js";
import { appServiceFaults, imdsFaults } from "./imdsFaults.js";
import { serviceFaults } from "./serviceFaults.js";

/**
 * Everything that can be made to go wrong, for {@link IdentityEmulator.fault}. Each function makes one {@link Fault},
 * which is played on one request unless it is wrapped in `repeat`; only `throttleAbove` stays by itself.
 *
 * @example
 * ```ts
 * emulator.fault({ host: "entra", kind: "token" }, faults.status(503), faults.delay(200), faults.aadsts(7000222));
 * emulator.fault({ host: "imds", kind: "probe" }, faults.repeat(faults.hang()));
 * ```
 * @public
 * @since 0.1.0
 */
export const faults = {
  /** Entra ID refuses with this number. Any other host passes on the `error` and `error_description` alone. */
  aadsts: (code: number, options: AadstsFaultOptions = {}): Fault => ({
    ...options,
    type: "aadsts",
    name: `AADSTS${code}`,
    code,
  }),
  /** A bare status. Without a body, a short JSON error is sent. */
  status: (
    status: number,
    options: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string | object } = {},
  ): Fault => ({ type: "answer", name: "status", status, ...options }),
  /** 429 in the host's own form. Without `retryAfterSeconds` no `Retry-After` is sent. */
  throttled: (options: { readonly retryAfterSeconds?: number } = {}): Fault => ({
    type: "throttled",
    name: "throttled",
    ...options,
  }),
  /**
   * 429 in the host's own form for all that exceeds so many requests a second, until `reset()`. Refused requests do not
   * count, and faults that are set later for the same requests are played on those that are let through.
   *
   * The instance metadata service is documented to serve 20 a second. Without a `Retry-After` the JavaScript SDK does not
   * ask it again.
   *
   * @param options - `retryAfterSeconds`: default 1, after which there is room again; `null`: no `Retry-After` is sent.
   * @see https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service#rate-limiting
   */
  throttleAbove: (options: { readonly perSecond: number; readonly retryAfterSeconds?: number | null }): Fault => ({
    type: "throttleAbove",
    name: "throttleAbove",
    perSecond: options.perSecond,
    retryAfterSeconds: options.retryAfterSeconds === undefined ? 1 : options.retryAfterSeconds,
  }),
  /** Waits, then answers normally, or plays `then`. */
  delay: (milliseconds: number, then?: Fault): Fault => ({
    type: "delay",
    name: then ? `delay+${then.name}` : "delay",
    milliseconds,
    ...(then ? { then } : {}),
  }),
  /** Reads the request and never answers. */
  hang: (): Fault => ({ type: "hang", name: "hang" }),
  /** Tears the connection down: the client sees `ECONNRESET`. */
  reset: (): Fault => ({ type: "reset", name: "reset" }),
  /** A proxy answers in the host's stead, with a page of HTML. Default status 502. */
  proxyPage: (options: { readonly status?: number } = {}): Fault => ({
    type: "answer",
    name: "proxyPage",
    status: options.status ?? 502,
    headers: { "content-type": "text/html; charset=utf-8", via: "1.1 proxy.example" },
    body: `<!DOCTYPE html><html><head><title>Access to this site is restricted</title></head><body><h1>Proxy</h1><p>Your organization's web gateway did not forward this request.</p></body></html>`,
  }),
  /** 200 with JSON that breaks off, although the answer is complete as far as HTTP can tell. */
  malformedJson: (): Fault => ({
    type: "answer",
    name: "malformedJson",
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: `{"token_type":"Bearer","expires_in":3599,"access_token":`,
  }),
  /** 200 whose `access_token` is empty. */
  emptyToken: (): Fault => ({ type: "emptyToken", name: "emptyToken" }),
  /** The connection is torn down after half of the normal answer. */
  truncated: (): Fault => ({ type: "truncated", name: "truncated" }),
  /** The normal answer from a server whose clock is ahead by so many seconds; negative: behind. */
  clockSkew: (seconds: number): Fault => ({ type: "clockSkew", name: "clockSkew", seconds }),
  /** Plays a fault on so many requests in a row. Default: for ever, until `reset()`. */
  repeat: (fault: Fault, times?: number): Fault => ({ type: "repeat", name: fault.name, fault, times: times ?? null }),
  /** What the instance metadata service is documented or known to answer. */
  imds: imdsFaults,
  /** What App Service's token endpoint is known to answer. */
  appService: appServiceFaults,
  /** What the service behind the token may answer. */
  service: serviceFaults,
} as const;
