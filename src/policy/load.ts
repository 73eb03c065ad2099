import { createRequire } from "node:module";

/**
 * The parts of the policy that the decorator uses.
 *
 * @internal
 */
export type PolicyLibrary = typeof import("./library.js");

let library: PolicyLibrary | undefined;

/**
 * Hands over the library where it cannot be loaded from a file of its own: in a bundle, and in tests of the sources.
 *
 * @internal
 */
export function providePolicyLibrary(provided: PolicyLibrary): void {
  library = provided;
}

/**
 * The rules and what checks them. Loaded by the first credential that has a policy; if that fails so does the
 * constructor, since a policy that is silently ignored is worse than none.
 *
 * @internal
 */
export function policyLibrary(): PolicyLibrary {
  if (library === undefined) {
    try {
      library = createRequire(import.meta.url)(["./policy", "library.cjs"].join("/")) as PolicyLibrary;
    } catch (cause) {
      const hint = 'A bundler has to take the entry of the export condition "module", which has it inside.';
      throw new Error(`diagnostic-credential: the credential policy could not be loaded. ${hint}`, { cause });
    }
  }
  return library;
}
