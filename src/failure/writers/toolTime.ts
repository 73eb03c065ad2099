import type { Remedy } from "../types.js";
import type { Variation } from "./variation.js";
import type { Language } from "./writer.js";

/** What gives a tool more time; Rust has nothing. */
const OPTIONS: Readonly<Record<Exclude<Language, "rust">, readonly [option: string, url: string]>> = {
  js: ["processTimeoutInMs", "https://aka.ms/azsdk/js/identity/troubleshoot"],
  python: ["process_timeout (seconds)", "https://aka.ms/azsdk/python/identity/azclicredential/troubleshoot"],
  java: ["processTimeout", "https://aka.ms/azsdk/java/identity/azclicredential/troubleshoot"],
  dotnet: ["ProcessTimeout", "https://aka.ms/azsdk/net/identity/azclicredential/troubleshoot"],
  go: [
    "the deadline of the context (without one it is ten seconds)",
    "https://aka.ms/azsdk/go/identity/troubleshoot#azure-cli",
  ],
  cpp: ["CliProcessTimeout", "https://aka.ms/azsdk/cpp/identity/troubleshooting"],
};

function variation(words: (option: string) => string): Variation {
  const by: Partial<Record<Language, Remedy | null>> = { rust: null };
  for (const [language, [option, url]] of Object.entries(OPTIONS))
    by[language as Language] = { action: words(option), url };
  return { usual: { action: words("the time that the credential gives the tool") }, by, programs: null };
}

/**
 * More time for a tool that ran out of it.
 *
 * @internal
 */
export const RAISE_TIME: Variation = variation(
  (option) => `Raise ${option}: tools are slow on a cold start and when called in parallel.`,
);

/**
 * More time for a tool that may have been ended for being slow.
 *
 * @internal
 */
export const RAISE_TIME_IF_SLOW: Variation = variation(
  (option) => `If it is slow, raise ${option}: a tool ended for being slow looks like empty output.`,
);
