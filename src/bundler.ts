// The entry that bundlers take (export condition "module"): they cannot follow the diagnosis and the policy to files of
// their own, so here they are imported like anything else.
import * as ajv from "ajv";
import * as jsonc from "jsonc-parser";
import * as failureLibrary from "./failure/library.js";
import { provideFailureLibrary } from "./failure/load.js";
import * as policyLibrary from "./policy/library.js";
import { providePolicyLibrary } from "./policy/load.js";

provideFailureLibrary(failureLibrary);
providePolicyLibrary(policyLibrary);
policyLibrary.providePolicyFileTools({ ajv, jsonc });

export * from "./index.js";
