import { createClientLogger } from "@azure/logger";
import type { PolicyViolation } from "./types.js";

/**
 * Writes to the logger of the SDK, which says nothing until the application asks for it, by AZURE_LOG_LEVEL or setLogLevel.
 *
 * @param area - what the line is about: its logger is `azure:diagnostic-credential:<area>:<level>`
 * @internal
 */
export function writeLog(area: string, level: "info" | "warning", line: string): void {
  createClientLogger(`diagnostic-credential:${area}`)[level](line);
}

/**
 * Logs a violation that is let pass. The tenant, authority or scope in question stays out of it.
 *
 * @param credential - what the credential is called, one line
 * @internal
 */
export function logWarning(credential: string, { ruleId, message, remedy, url }: PolicyViolation): void {
  writeLog("policy", "warning", `${credential}: ${ruleId}: ${message} Fix: ${remedy} See ${url}`);
}
