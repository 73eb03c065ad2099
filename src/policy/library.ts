/**
 * All of the policy, as one part that is loaded when the first credential has one. See {@link policyLibrary}.
 *
 * It holds no error class that is exported: what it throws is known by its `code`, so that it does not matter that the
 * class exists once more here.
 *
 * @packageDocumentation
 */
export { checkCredential } from "./checkCredential.js";
export { checkCall, checkConstruction, checkToken, checkWinner } from "./evaluate.js";
export { providePolicyFileTools } from "./fileTools.js";
export { describeCredential } from "./inspect.js";
export { logWarning, provideImportedLogger, writeLog } from "./log.js";
export { resolvePolicy } from "./resolve.js";
export { ruleOf } from "./rules/index.js";
