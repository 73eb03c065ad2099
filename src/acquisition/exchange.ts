import type { Exchange } from "../failure/types.js";
import { redactPath } from "../telemetry/redact.js";
import { isOfIntermediary } from "./intermediary.js";
import type { OpenExchange, Recorder } from "./recorder.js";
import { otherPlace, type Place, transportErrorCode } from "./transportError.js";

/** What is known of a request when it is sent. */
export interface RequestFacts {
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: number | undefined;
  /** Path, possibly with a query string or as a whole URL (a request through an HTTP proxy). */
  readonly path: string;
}

/** Looks up a header of an answer by its lower-case name. */
export type HeaderReader = (name: string) => string | undefined;

/** The metadata service's token path. Asked without a query string it is only probed: https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/managedIdentityCredential/imdsMsi.ts */
const IMDS_TOKEN_PATH = "/metadata/identity/oauth2/token";
/**
 * Where exporters send telemetry (OTLP, Azure Monitor, Zipkin, Datadog). A span that ends inside an acquisition may be exported at once,
 * inside it too, but is no part of it.
 */
const TELEMETRY_PATH = /\/v1\/(?:traces|metrics|logs)$|\/v2(?:\.1)?\/track$|\/api\/v2\/spans$|\/v0\.\d\/traces$/;
const REQUEST_ID = /^[0-9a-f-]{8,63}$/i;
const MEDIA_TYPE = /^[a-z]{1,20}\/[a-z0-9.+-]{1,48}$/;

function retryAfter(header: HeaderReader): number | undefined {
  const ms = Number(header("retry-after-ms") ?? header("x-ms-retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms / 1000;
  const value = header("retry-after");
  if (value === undefined) return undefined;
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : undefined;
}

function clockSkew(header: HeaderReader): number | undefined {
  const date = Date.parse(header("date") ?? "");
  return Number.isFinite(date) ? Math.round((date - Date.now()) / 1000) : undefined;
}

/** A header is somebody else's text: what does not look as it should is not taken. */
const matching = (value: string | undefined, pattern: RegExp): string | undefined =>
  value !== undefined && pattern.test(value) ? value : undefined;

/** The path of a request target, without query string. */
function pathOf(target: string): string {
  const query = target.indexOf("?");
  const path = query < 0 ? target : target.slice(0, query);
  const origin = /^https?:\/\/[^/]*/i.exec(path);
  return origin === null ? path : path.slice(origin[0].length) || "/";
}

/** Whether a request only carries telemetry. */
export function isTelemetry(method: string, target: string): boolean {
  return (method === "POST" || method === "PUT") && TELEMETRY_PATH.test(pathOf(target));
}

/** One HTTP exchange from the moment it is sent, whichever client sent it. Times inside are `performance.now()`, in ms. */
export class HttpExchange implements OpenExchange {
  owner?: Recorder;
  readonly probe: boolean;
  private readonly _facts: RequestFacts;
  private readonly _path: string;
  private readonly _startedAt = performance.now();
  private _endedAt: number | undefined;
  private _status: number | undefined;
  private _errorCode: string | undefined;
  private _requestId: string | undefined;
  private _retryAfter: number | undefined;
  private _clockSkew: number | undefined;
  private _contentType: string | undefined;
  private _intermediary = false;
  private _proxy: Place | undefined;

  constructor(facts: RequestFacts) {
    this._facts = facts;
    this._path = pathOf(facts.path);
    this.probe = !facts.path.includes("?") && this._path === IMDS_TOKEN_PATH;
  }

  get target(): string {
    return `${this._facts.method} ${this._facts.host}:${this._facts.port ?? ""}${this._path} ${this.probe}`;
  }

  /** The answer's head has come. */
  answered(status: number, header: HeaderReader): void {
    this._status = status;
    this._requestId = matching(header("x-ms-request-id"), REQUEST_ID);
    this._retryAfter = retryAfter(header);
    this._clockSkew = clockSkew(header);
    this._intermediary = isOfIntermediary(header);
    // What is empty is of no type, whatever its head says.
    const type = header("content-length") === "0" ? undefined : header("content-type");
    this._contentType = matching(type?.split(";", 1)[0]?.trim().toLowerCase(), MEDIA_TYPE);
  }

  /** The answer's body has come to its end. */
  ended(): void {
    this._endedAt ??= performance.now();
  }

  failed(error: unknown): void {
    this._endedAt = performance.now();
    this._errorCode ??= transportErrorCode(error);
    this._proxy ??= otherPlace(error, this._facts);
  }

  snapshot(): Exchange {
    const { method, scheme, host, port } = this._facts;
    const pending = this._endedAt === undefined;
    const secure = scheme.startsWith("https");
    return {
      method: method.toUpperCase(),
      scheme: secure ? "https" : "http",
      host,
      port: port ?? (secure ? 443 : 80),
      // What is no path of an identity endpoint may hold a secret.
      path: redactPath(this._path, "plain"),
      ...(this._status !== undefined && { status: this._status }),
      ...(this._errorCode !== undefined && { errorCode: this._errorCode }),
      startTime: performance.timeOrigin + this._startedAt,
      durationMs: (this._endedAt ?? performance.now()) - this._startedAt,
      ...(pending && { pending }),
      ...(this._requestId !== undefined && { requestId: this._requestId }),
      ...(this._retryAfter !== undefined && { retryAfterSeconds: this._retryAfter }),
      ...(this._clockSkew !== undefined && { clockSkewSeconds: this._clockSkew }),
      ...(this._contentType !== undefined && { contentType: this._contentType }),
      ...(this._intermediary && { intermediary: true }),
      ...(this._proxy !== undefined && { proxyHost: this._proxy.host }),
      ...(this._proxy?.port !== undefined && { proxyPort: this._proxy.port }),
      ...(this.probe && { probe: true }),
    };
  }
}
