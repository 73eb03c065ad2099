/**
 * All of the diagnosis, as one part that is loaded when the first failure asks for it. See {@link failureLibrary}.
 *
 * @packageDocumentation
 */
export { diagnose, diagnoseAcquisition, diagnoseAttempt, diagnoseNothing } from "./diagnose.js";
