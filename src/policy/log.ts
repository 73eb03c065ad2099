import { createClientLogger } from "@azure/logger";
import type { PolicyViolation } from "./types.js";

/** The logger of the SDK: it writes nothing until the application asks for it, by AZURE_LOG_LEVEL or setLogLevel. */
const logger = createClientLogger("diagnostic-credential:policy");

/**
 * Logs a violation that is let pass. The tenant, authority or scope in question stays out of it.
 *
 * @param credential - what the credential is called, one line
 * @internal
 */
export function logWarning(credential: string, { ruleId, message, remedy, url }: PolicyViolation): void {
  logger.warning(`${credential}: ${ruleId}: ${message} Fix: ${remedy} See ${url}`);
}
