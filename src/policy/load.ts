import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

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

const require = createRequire(import.meta.url);

/** The file that `import` takes. Required, since a constructor that logs cannot wait for it. */
function importedLogger(): typeof import("@azure/logger") | undefined {
  try {
    return require(fileURLToPath(import.meta.resolve("@azure/logger")));
  } catch {
    return undefined;
  }
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
      library = require(["./policy", "library.cjs"].join("/")) as PolicyLibrary;
      library.provideImportedLogger(importedLogger);
    } catch (cause) {
      const hint = 'A bundler has to take the entry of the export condition "module", which has it inside.';
      throw new Error(`diagnostic-credential: the credential policy could not be loaded. ${hint}`, { cause });
    }
  }
  return library;
}
