import { createClientLogger } from "@azure/logger";
import type { PolicyViolation } from "./types.js";

type LoggerPackage = Pick<typeof import("@azure/logger"), "createClientLogger">;
type Logger = ReturnType<typeof createClientLogger>;

const NAME = "diagnostic-credential:policy";

/** The logger of the SDK: it writes nothing until the application asks for it, by AZURE_LOG_LEVEL or setLogLevel. */
const logger = createClientLogger(NAME);
let loadImported: (() => LoggerPackage | undefined) | undefined;
let imported: Logger | undefined;

/**
 * Hands over the logger's package as `import` gives it, where this file was loaded by `require()`: the two are copies
 * that do not know of each other, and the application sets the level of the one that it uses.
 *
 * @internal
 */
export function provideImportedLogger(load: () => LoggerPackage | undefined): void {
  loadImported = load;
}

/** The logger that the application listens to. */
function heard(): Logger {
  imported ??= loadImported?.()?.createClientLogger(NAME);
  return imported?.warning.enabled ? imported : logger;
}

/**
 * Logs a violation that is let pass. The tenant, authority or scope in question stays out of it.
 *
 * @param credential - what the credential is called, one line
 * @internal
 */
export function logWarning(credential: string, { ruleId, message, remedy, url }: PolicyViolation): void {
  heard().warning(`${credential}: ${ruleId}: ${message} Fix: ${remedy} See ${url}`);
}
