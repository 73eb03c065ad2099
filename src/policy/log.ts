import { createClientLogger } from "@azure/logger";
import type { PolicyViolation } from "./types.js";

type LoggerPackage = Pick<typeof import("@azure/logger"), "createClientLogger">;
type Logger = ReturnType<typeof createClientLogger>;

let loadImported: (() => LoggerPackage | undefined) | undefined;
const loggers = new Map<string, { readonly own: Logger; readonly imported: Logger | undefined }>();

/**
 * Hands over the logger's package as `import` gives it, where this file was loaded by `require()`: the two are copies
 * that do not know of each other, and the application sets the level of the one that it uses.
 *
 * @internal
 */
export function provideImportedLogger(load: () => LoggerPackage | undefined): void {
  loadImported = load;
}

function loggersOf(area: string): { readonly own: Logger; readonly imported: Logger | undefined } {
  let both = loggers.get(area);
  if (both === undefined) {
    const name = `diagnostic-credential:${area}`;
    both = { own: createClientLogger(name), imported: loadImported?.()?.createClientLogger(name) };
    loggers.set(area, both);
  }
  return both;
}

/**
 * Writes to the logger of the SDK, which says nothing until the application asks for it, by AZURE_LOG_LEVEL or
 * setLogLevel.
 *
 * @param area - what the line is about: its logger is `azure:diagnostic-credential:<area>:<level>`
 * @internal
 */
export function writeLog(
  area: "policy" | "refresh" | "identity" | "ready",
  level: "info" | "warning",
  line: string,
): void {
  const { own, imported } = loggersOf(area);
  const heard = imported?.[level].enabled ? imported : own;
  heard[level](line);
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
