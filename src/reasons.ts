import type { TokenCredential } from "@azure/core-auth";
import { AbortError, reasonOf } from "./acquisition/abort.js";
import { acquisitionEvidence, describeAttempts } from "./acquisition/acquisition.js";
import { silentReasonOf } from "./acquisition/chain.js";
import type { Caller } from "./acquisition/coalesce.js";
import { CredentialDeadlineError, waitingFor } from "./acquisition/deadline.js";
import { HeldBackWatch } from "./acquisition/heldBack.js";
import type { Recorder } from "./acquisition/recorder.js";
import { failureLibrary } from "./failure/load.js";
import { rememberEvidence } from "./failure/memory.js";
import type { AcquisitionEvidence, Diagnosis } from "./failure/types.js";
import type { TelemetryGuard } from "./telemetry/guard.js";

/** A diagnosis costs more than all the rest, and often nobody wants it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Why an acquisition of one credential gave no token. Nothing here throws. */
export class Reasons {
  private readonly _credential: TokenCredential;
  private readonly _type: string;
  private readonly _guard: TelemetryGuard;
  private readonly _heldBack = new HeldBackWatch();

  constructor(credential: TokenCredential, type: string, guard: TelemetryGuard) {
    this._credential = credential;
    this._type = type;
    this._guard = guard;
  }

  /** It threw. What was seen of it is remembered with the error, for `diagnose(error)`. */
  ofError(error: unknown, recorder: Recorder, callerAborted: boolean): () => Diagnosis {
    const evidence = this._evidence(recorder, callerAborted);
    rememberEvidence(error, evidence);
    return once(() => failureLibrary().diagnoseAcquisition(error, evidence));
  }

  /** It came back with nothing. */
  ofNothing(recorder: Recorder): () => Diagnosis {
    const evidence = this._evidence(recorder, false);
    return once(() => {
      const attempts = describeAttempts(evidence.attempts);
      return { ...failureLibrary().diagnoseNothing(evidence, silentReasonOf(this._credential)), attempts };
    });
  }

  /** The error for a deadline that is over; it says what was being waited for. */
  late(deadlineMs: number, recorder: Recorder): CredentialDeadlineError {
    return new CredentialDeadlineError(deadlineMs, this._waitingFor(recorder));
  }

  /** The error for a caller whose signal has fired; it says what was being waited for. */
  aborted({ signal }: Pick<Caller, "signal">, recorder: Recorder): AbortError {
    return new AbortError(this._waitingFor(recorder), reasonOf(signal));
  }

  private _waitingFor(recorder: Recorder): string | undefined {
    return this._guard.run(() => waitingFor(recorder));
  }

  private _evidence(recorder: Recorder, callerAborted: boolean): AcquisitionEvidence {
    const seen = this._guard.run(() => acquisitionEvidence(this._type, recorder, callerAborted));
    const complete = seen && this._guard.run(() => this._heldBack.complete(seen, Date.now()));
    return (
      complete ?? seen ?? { credentialType: this._type, callerAborted, attempts: [], exchanges: [], processes: [] }
    );
  }
}
