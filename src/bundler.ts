// The entry that bundlers take (export condition "module"): they cannot follow the diagnosis to a file of its own, so
// here it is imported like anything else.
import * as library from "./failure/library.js";
import { provideFailureLibrary } from "./failure/load.js";

provideFailureLibrary(library);

// biome-ignore lint/performance/noReExportAll: the same public surface, listed in one place.
export * from "./index.js";
