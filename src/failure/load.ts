import { createRequire } from "node:module";

/** The parts of the diagnosis that the decorator uses. */
export type FailureLibrary = typeof import("./library.js");

let library: FailureLibrary | undefined;

/** Hands over the library where it cannot be loaded from a file of its own: in a bundle, and in tests of the sources. */
export function provideFailureLibrary(provided: FailureLibrary): void {
  library = provided;
}

/**
 * The diagnosis: rules, kinds and Entra's 926 codes. Loaded on the first failure, for a service that starts should not
 * wait for what it may never need, and at once, for `diagnose` gives its answer to a caller that is not waiting.
 */
export function failureLibrary(): FailureLibrary {
  library ??= createRequire(import.meta.url)("./failure/library.cjs") as FailureLibrary;
  return library;
}
