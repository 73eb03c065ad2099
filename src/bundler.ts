// The entry that bundlers take (export condition "module"): they cannot follow the diagnosis to a file of its own, so
// here it is imported like anything else.
import * as library from "./failure/library.js";
import { provideFailureLibrary } from "./failure/load.js";

provideFailureLibrary(library);

export * from "./index.js";
