import * as library from "../../src/failure/library.js";
import { provideFailureLibrary } from "../../src/failure/load.js";

// The built package loads it from a file of its own, which the sources do not have.
provideFailureLibrary(library);
