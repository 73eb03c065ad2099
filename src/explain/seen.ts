import { diagnose } from "../failure/diagnose.js";
import type { Diagnosis } from "../failure/types.js";
import { safeDiagnosis } from "./redaction.js";
import { firstOnTopic, isFailure } from "./relevance.js";
import { fingerprint, sameness } from "./sameness.js";
import type { Severity } from "./types.js";

/**
 * What a report was found to say.
 *
 * @internal
 */
export interface Seen {
  /** The same for every report of the same failure. */
  readonly key: string;
  readonly diagnosis: Diagnosis;
}

const MAX_TEXTS = 20_000;
const MAX_DIAGNOSES = 1_000;
const MAX_FINGERPRINTED = 16_384;

/**
 * Diagnoses the reports of a log. They repeat, and a diagnosis costs more than a look-up; what is kept is bounded.
 *
 * @internal
 */
export class Examiner {
  readonly #texts = new Map<number, Seen | undefined>();
  readonly #diagnoses = new Map<string, Seen>();

  /**
   * @param text - a report
   * @param severity - as the log states it
   * @returns nothing where it tells of no failure of authentication
   */
  examine(text: string, severity: Severity | undefined): Seen | undefined {
    const print = text.length <= MAX_FINGERPRINTED ? fingerprint(text) : undefined;
    if (print !== undefined && this.#texts.has(print)) return this.#texts.get(print);
    const diagnosis = diagnose(text);
    const seen = isFailure(text, severity, diagnosis) ? this.#shared(text, diagnosis) : undefined;
    if (print === undefined) return seen;
    if (this.#texts.size >= MAX_TEXTS) this.#texts.clear();
    this.#texts.set(print, seen);
    return seen;
  }

  #shared(text: string, diagnosis: Diagnosis): Seen {
    const key = sameness(diagnosis, diagnosis.kind === "unknown" ? firstOnTopic(text) : "");
    const known = this.#diagnoses.get(key);
    if (known !== undefined) return known;
    if (this.#diagnoses.size >= MAX_DIAGNOSES) {
      this.#diagnoses.clear();
      this.#texts.clear();
    }
    const seen = { key, diagnosis: safeDiagnosis(diagnosis) };
    this.#diagnoses.set(key, seen);
    return seen;
  }
}
