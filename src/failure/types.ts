import type { FailureKind, FailureOwner, FailureStage } from "./kinds.js";

/**
 * One HTTP exchange behind a token acquisition, as Node.js itself reported it. Holds no query string, no body and no
 * request header; of the answer's headers only what the fields below name.
 *
 * @public
 * @since 0.1.0
 */
export interface Exchange {
  /** HTTP method, upper case. */
  readonly method: string;
  readonly scheme: "http" | "https";
  /** Host name or address the request was sent to, without port. */
  readonly host: string;
  readonly port: number;
  /** URL path without query string. */
  readonly path: string;
  /** Status of the answer; absent when none came. */
  readonly status?: number;
  /** Code of the transport error, e.g. `ECONNREFUSED`, `ENOTFOUND`, `DEPTH_ZERO_SELF_SIGNED_CERT`; `ABORT_ERR` when the client gave up. */
  readonly errorCode?: string;
  /** Start, milliseconds since the epoch. */
  readonly startTime: number;
  /** Time to the end of the answer or to the error, in milliseconds; while `pending`, the time waited so far. */
  readonly durationMs: number;
  /** True when neither answer nor error had come when the acquisition ended. */
  readonly pending?: boolean;
  /** The answer's `x-ms-request-id`. */
  readonly requestId?: string;
  /** The answer's `Retry-After`, in seconds. */
  readonly retryAfterSeconds?: number;
  /** The answer's `Date` minus the local clock, in seconds; negative when the local clock is ahead. */
  readonly clockSkewSeconds?: number;
  /** Media type of the answer without parameters, e.g. `text/html`; absent where the answer is empty. */
  readonly contentType?: string;
  /** True where the head of the answer shows that a proxy gave it or passed it on, e.g. by `Via`. */
  readonly intermediary?: true;
  /** Host or address of the proxy that the request was to go through and that could not be reached. */
  readonly proxyHost?: string;
  readonly proxyPort?: number;
  /**
   * True for the availability probe that a DefaultAzureCredential puts before its managed identity: the token path of
   * the metadata service without a query string. A probe gets no token, so a call that sent nothing else took its
   * token from the cache.
   */
  readonly probe?: boolean;
}

/**
 * A child process that a credential started (`az`, `azd`, `pwsh`).
 *
 * @public
 * @since 0.1.0
 */
export interface ToolProcess {
  /** Base name of the executable. Arguments are never recorded. */
  readonly file: string;
  /** Start, milliseconds since the epoch. */
  readonly startTime: number;
  /** Milliseconds until it ended, or, while it runs, so far. */
  readonly durationMs: number;
  /** Exit code; `null` when a signal ended it; absent while it runs or if it never started. */
  readonly exitCode?: number | null;
  /** Signal that ended it. */
  readonly signal?: string;
}

/**
 * An answer to a request for a token after which MSAL sends no more of them for a while.
 *
 * @public
 * @since 0.1.0
 */
export interface HeldBack {
  readonly method: string;
  readonly host: string;
  readonly port: number;
  readonly status: number;
  /** How long it goes on, in seconds. */
  readonly seconds: number;
}

/** How one member of a chain ended. */
export type AttemptOutcome = "succeeded" | "skipped" | "failed";

/**
 * One member of a chain, as it was watched. Times are milliseconds.
 *
 * @public
 * @since 0.1.0
 */
export interface AttemptEvidence {
  /** Class name of the member, e.g. `ManagedIdentityCredential`. For a stand-in, the class it stands for. */
  readonly credentialType: string;
  /** Position in the chain, from 0. */
  readonly index: number;
  readonly outcome: AttemptOutcome;
  /** What the member threw, if it threw. */
  readonly error?: unknown;
  /** Why a member that resolved to `null` was not available, where it says so. */
  readonly silentReason?: string;
  /** Absent where the attempt was only read off an error. */
  readonly durationMs?: number;
  readonly exchanges: readonly Exchange[];
  readonly processes: readonly ToolProcess[];
  /** The attempts of a chain inside the chain. */
  readonly attempts: readonly AttemptEvidence[];
  /** An earlier answer that may be why nothing was sent. */
  readonly heldBack?: HeldBack;
}

/**
 * Everything that was seen of one acquisition, beside the error it ended in.
 *
 * @public
 * @since 0.1.0
 */
export interface AcquisitionEvidence {
  /** Whether the caller's own AbortSignal had fired. An abort without it came from the credential and is a failure. */
  readonly callerAborted?: boolean;
  /** Class name of the wrapped credential. */
  readonly credentialType: string;
  readonly attempts: readonly AttemptEvidence[];
  /** All exchanges, those of the attempts included, in order of start. */
  readonly exchanges: readonly Exchange[];
  readonly processes: readonly ToolProcess[];
  /** An earlier answer that may be why nothing was sent. */
  readonly heldBack?: HeldBack;
}

/**
 * Something to do about a failure.
 *
 * @public
 * @since 0.1.0
 */
export interface Remedy {
  /** What to do, in the imperative. */
  readonly action: string;
  /** A command that does it or shows the state; never prints a token. */
  readonly command?: string;
  /** Where to read on. */
  readonly url?: string;
}

/**
 * What Entra ID said about a refusal.
 *
 * @public
 * @since 0.1.0
 */
export interface EntraFacts {
  /** AADSTS numbers; the one that explains comes first. */
  readonly codes: number[];
  /** OAuth `error`, e.g. `invalid_client`. */
  readonly error?: string;
  readonly subError?: string;
  readonly correlationId?: string;
  readonly traceId?: string;
  /** As Entra wrote it, e.g. `2026-03-02 18:25:26Z`. */
  readonly timestamp?: string;
}

/** @public */
export interface HttpFacts {
  readonly status?: number;
  readonly host?: string;
  readonly retryAfterSeconds?: number;
}

/** @public */
export interface NetworkFacts {
  /** Node.js or OpenSSL error code, e.g. `ENOTFOUND`. */
  readonly code: string;
  readonly host?: string;
  readonly port?: number;
}

/** What a failure is, without its context: shared by {@link Diagnosis} and {@link AttemptDiagnosis}. */
export interface Finding {
  /** Member of the closed set of failure kinds. */
  readonly kind: FailureKind;
  /** How far the acquisition came. */
  readonly stage: FailureStage;
  /** Who can fix it. */
  readonly owner: FailureOwner;
  /** True when the same call may succeed later with nobody changing anything. */
  readonly retryable: boolean;
  /** One sentence without identifiers. */
  readonly summary: string;
  /** What that means here, with what the evidence shows. May hold host names and file paths. */
  readonly cause: string;
  /** What to do, most likely first. */
  readonly remedies: readonly Remedy[];
  /** Class name of the credential that failed. */
  readonly credentialType?: string;
  readonly entra?: EntraFacts;
  readonly http?: HttpFacts;
  readonly network?: NetworkFacts;
}

/**
 * One attempt of a chain with what became of it. The finding is absent for a member that gave the token.
 *
 * @public
 * @since 0.1.0
 */
export interface AttemptDiagnosis {
  readonly credentialType: string;
  readonly index: number;
  readonly outcome: AttemptOutcome;
  readonly durationMs?: number;
  /** True for the one attempt that explains the failure of the chain. */
  readonly decisive: boolean;
  /** Why this one explains the failure, as a clause without identifiers; on the decisive attempt only. */
  readonly reason?: string;
  readonly finding?: Finding;
  readonly attempts: readonly AttemptDiagnosis[];
}

/**
 * The answer to "why was there no token, who can fix it, and how".
 *
 * @public
 * @since 0.1.0
 */
export interface Diagnosis extends Finding {
  /** The attempts of a chain in order, silent ones included; at most one is marked decisive. */
  readonly attempts: readonly AttemptDiagnosis[];
  /** HTTP exchanges of the acquisition, when the error passed through a DiagnosticCredential. */
  readonly exchanges: readonly Exchange[];
}
