import { type AzureLogLevel, AzureLogger as sdkLogger, setLogLevel } from "@azure/logger";
import { afterEach, beforeEach } from "vitest";

/** What each test of a file writes to the logger of the Azure SDK. */
export function recordLog(level: AzureLogLevel): { readonly lines: readonly string[]; clear(): void } {
  const lines: string[] = [];
  const { log } = sdkLogger;
  const clear = (): void => {
    lines.length = 0;
  };
  beforeEach(() => {
    clear();
    setLogLevel(level);
    sdkLogger.log = (...args) => {
      const line = args.join(" ");
      if (line.startsWith("azure:diagnostic-credential")) lines.push(line);
    };
  });
  afterEach(() => {
    setLogLevel(undefined);
    sdkLogger.log = log;
  });
  return { lines, clear };
}
