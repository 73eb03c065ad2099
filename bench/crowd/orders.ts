import type { FailureKind } from "diagnostic-credential";
import type { IdentityEmulatorAddresses } from "diagnostic-credential/testing";

/** What the processes of the benchmark say to each other, over Node.js's IPC channel. */

/** How the emulator is to answer from now on; its record starts anew. */
export interface Answers {
  /** Milliseconds before a token request is answered: a round trip to a real host, and its work. */
  readonly delayMs: number;
  /** IMDS answers 429 above so many requests a second. */
  readonly imdsPerSecond?: number;
}

export type EmulatorOrder = { readonly answers: Answers } | "count";

export interface EmulatorStarted {
  readonly addresses: IdentityEmulatorAddresses;
  readonly environment: Record<string, string>;
}

/** How many requests the emulator has had, by its own record. */
export interface Counts {
  /** What MSAL asks Entra ID about itself before it asks for a token. */
  readonly discovery: number;
  /** Requests for a token, of Entra ID or of IMDS, refused ones included. */
  readonly token: number;
  /** Those that were refused with 429. */
  readonly refused: number;
}

export const credentials = ["ClientSecretCredential", "ManagedIdentityCredential"] as const;
export type CredentialName = (typeof credentials)[number];

/**
 * `bare`: the credential itself. `wrapped`: in a DiagnosticCredential. `traced`: and with an SDK that samples all.
 * `by hand`: one promise that all callers share, and nothing else.
 */
export type Mode = "bare" | "wrapped" | "traced" | "by hand";

/** A crowd: one cold credential in one process, and so many callers at once. */
export interface CrowdOrder {
  readonly credential: CredentialName;
  readonly mode: Mode;
  readonly callers: number;
  /** `time`: until all have their token. `memory`: while all wait, for an emulator that does not answer. */
  readonly measure: "time" | "memory";
  /** When to give up, in milliseconds. */
  readonly limitMs: number;
  readonly addresses: IdentityEmulatorAddresses;
}

export interface CrowdTime {
  readonly tokens: number;
  /** Failed callers by kind. */
  readonly failures: Readonly<Partial<Record<FailureKind, number>>>;
  /** Callers who had neither token nor failure at the limit. */
  readonly unsettled: number;
  /** From the first call to the last token, in milliseconds; `null` if there was none. */
  readonly lastTokenMs: number | null;
  /** When the last token came, in milliseconds since the epoch. */
  readonly lastTokenAt: number | null;
  /** The most memory the process has had, in bytes. */
  readonly maxRss: number;
}

export interface CrowdMemory {
  /** Callers who were waiting when the memory was read. */
  readonly waiting: number;
  /** Heap over that before the calls, after a collection each, in bytes for each caller. */
  readonly heapPerCaller: number;
  /** Resident set over that before the calls, in bytes for each caller. */
  readonly rssPerCaller: number;
}
