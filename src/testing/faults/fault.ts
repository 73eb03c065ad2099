/**
 * One thing that goes wrong, as plain data: it can be stored, compared and sent to another process. Made by
 * {@link faults}; `name` is what {@link RecordedRequest.fault} will say.
 *
 * @public
 * @since 0.1.0
 */
export type Fault =
  | AnswerFault
  | AadstsFault
  | ThrottledFault
  | ThrottleAboveFault
  | DelayFault
  | ClockSkewFault
  | RepeatedFault
  | {
      /**
       * `hang`: the request is read and never answered. `reset`: the connection is torn down. `emptyToken`: the normal
       * answer, with an empty `access_token`. `truncated`: the first half of the normal answer, then the connection
       * is torn down.
       */
      readonly type: "hang" | "reset" | "emptyToken" | "truncated";
      readonly name: string;
    };

/**
 * A fixed answer.
 *
 * @public
 * @since 0.1.0
 */
export interface AnswerFault {
  readonly type: "answer";
  readonly name: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}

/**
 * A refusal by Entra ID, in its own form.
 *
 * @public
 * @since 0.1.0
 */
export interface AadstsFault extends AadstsFaultOptions {
  readonly type: "aadsts";
  readonly name: string;
  readonly code: number;
}

/**
 * What can be said about a refusal by Entra ID beside its number.
 *
 * @public
 * @since 0.1.0
 */
export interface AadstsFaultOptions {
  /** HTTP status. Default: 401 for `invalid_client`, 503 for `temporarily_unavailable`, 500 for `server_error`, else 400. */
  readonly status?: number;
  /** OAuth `error`. Default: the one that usually comes with the number. */
  readonly error?: string;
  /** Text after `AADSTS<number>: `. Default: Entra's sentence where it is known, else a summary of it. */
  readonly description?: string;
  /** `suberror`, e.g. `basic_action`. */
  readonly subError?: string;
  /** Claims challenge (JSON) of a Conditional Access refusal. */
  readonly claims?: string;
  /** More headers, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * 429 in the form of the host that is asked.
 *
 * @public
 * @since 0.1.0
 */
export interface ThrottledFault {
  readonly type: "throttled";
  readonly name: string;
  /** Value of `Retry-After`; absent: the header is not sent. */
  readonly retryAfterSeconds?: number;
}

/**
 * 429 in the form of the host that is asked, but only for what exceeds a rate: of the requests of any second, the first
 * `perSecond` are served, or get the next fault that is set for them. It stays until {@link IdentityEmulator.reset}. Its
 * name is only given to the requests that are refused.
 *
 * @public
 * @since 0.1.0
 */
export interface ThrottleAboveFault {
  readonly type: "throttleAbove";
  readonly name: string;
  /** Requests that are served within one second. Refused ones do not count. */
  readonly perSecond: number;
  /** Value of `Retry-After` when refused; `null`: the header is not sent. */
  readonly retryAfterSeconds: number | null;
}

/**
 * A late answer.
 *
 * @public
 * @since 0.1.0
 */
export interface DelayFault {
  readonly type: "delay";
  readonly name: string;
  readonly milliseconds: number;
  /** What happens after the delay. Default: the normal answer. */
  readonly then?: Fault;
}

/**
 * A normal answer with another time in its `Date` header.
 *
 * @public
 * @since 0.1.0
 */
export interface ClockSkewFault {
  readonly type: "clockSkew";
  readonly name: string;
  /** How far the server's clock is ahead, in seconds; negative: behind. */
  readonly seconds: number;
}

/**
 * A fault for several requests in a row.
 *
 * @public
 * @since 0.1.0
 */
export interface RepeatedFault {
  readonly type: "repeat";
  readonly name: string;
  readonly fault: Fault;
  /** How often; `null`: for ever. (`Infinity` does not survive JSON.) */
  readonly times: number | null;
}
