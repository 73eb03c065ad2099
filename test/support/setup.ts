import * as library from "../../src/failure/library.js";
import { provideFailureLibrary } from "../../src/failure/load.js";
import * as policyLibrary from "../../src/policy/library.js";
import { providePolicyLibrary } from "../../src/policy/load.js";

// The built package loads it from a file of its own, which the sources do not have.
provideFailureLibrary(library);
providePolicyLibrary(policyLibrary);
