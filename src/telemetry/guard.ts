import { diag } from "@opentelemetry/api";

/**
 * Keeps telemetry from breaking a call. The first failure of a tracer, meter, span or logger is reported through
 * OpenTelemetry's `diag`; later ones are passed over in silence, since a broken exporter breaks on every call.
 */
export class TelemetryGuard {
  private _reported = false;

  /** Reports a failure of telemetry, once. Never throws. */
  readonly report = (error: unknown): void => {
    if (this._reported) return;
    this._reported = true;
    try {
      diag.error("diagnostic-credential: telemetry failed and is ignored from now on; tokens are not affected", error);
    } catch {
      // The diag logger is the user's too.
    }
  };

  /** Runs a piece of telemetry; its failure is reported and gives undefined. */
  run<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }
}
