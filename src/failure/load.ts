import { createRequire } from "node:module";
import { diag } from "@opentelemetry/api";
import type { AcquisitionEvidence, Diagnosis, Finding } from "./types.js";

/** The parts of the diagnosis that the decorator uses. */
export type FailureLibrary = typeof import("./library.js");

let library: FailureLibrary | undefined;

/** Hands over the library where it cannot be loaded from a file of its own: in a bundle, and in tests of the sources. */
export function provideFailureLibrary(provided: FailureLibrary): void {
  library = provided;
}

const MISSING =
  'The diagnosis could not be loaded. A bundler has to take the entry of the export condition "module", which has it inside.';

/** What is said where the diagnosis is missing: a call must not fail for it. */
function withoutLibrary(): FailureLibrary {
  const finding: Finding = {
    kind: "unknown",
    stage: "other",
    owner: "developer",
    retryable: false,
    summary: MISSING,
    cause: MISSING,
    remedies: [],
  };
  const diagnosis = (_: unknown, evidence?: AcquisitionEvidence): Diagnosis => ({
    ...finding,
    attempts: [],
    exchanges: evidence?.exchanges ?? [],
  });
  return {
    diagnose: (input, recall) => {
      const known = recall?.(input);
      return known !== undefined && "kind" in known ? known : diagnosis(input, known);
    },
    diagnoseAcquisition: diagnosis,
    diagnoseAttempt: () => finding,
    diagnoseNothing: (evidence) => diagnosis(undefined, evidence),
  };
}

function load(): FailureLibrary {
  try {
    // Put together, so that a bundler does not take it for a second copy of what its own entry has inside.
    return createRequire(import.meta.url)(["./failure", "library.cjs"].join("/")) as FailureLibrary;
  } catch (error) {
    diag.error(`diagnostic-credential: ${MISSING}`, error);
    return withoutLibrary();
  }
}

/**
 * The diagnosis: rules, kinds and Entra's 926 codes. Loaded on the first failure, for a service that starts should not
 * wait for what it may never need, and at once, for `diagnose` gives its answer to a caller that is not waiting.
 */
export function failureLibrary(): FailureLibrary {
  library ??= load();
  return library;
}
