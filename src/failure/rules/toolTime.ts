import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * That a developer tool took too long, in whatever words, and under whatever headline.
 *
 * @internal
 */
export const TOOL_TIME_RULES: readonly Rule[] = [
  {
    id: "tool-time.process",
    kind: "tool_timeout",
    phrases: [
      ["azure", "get-az", "azcli", "az process", "az command", "az account", "azd"],
      [
        "did not",
        "didn't",
        "does not",
        "doesn't",
        "has not",
        "hasn't",
        "had not",
        "gave no",
        "took ",
        "timeoutexception",
        "timeout after",
        "time-out after",
        "no output",
        "exceeded",
        "not finish",
        "time-out while",
        "timeout while",
        "timed out while",
      ],
    ],
    pattern: anyOf(
      /(?:power ?shell|pwsh|azure (?:developer )?cli|\bazd?)(?: \w{2,12}){0,2} (?:(?:did not|didn't|does not|doesn't) (?:complete|finish|exit|return|answer|respond|end)|(?:has not|hasn't|had not) (?:completed|finished|exited|returned|answered|responded)|gave no (?:output|answer|token)|took (?:longer|more) than)[^.;]{0,20} (?:with)?in (?:\d{1,4}|the|its|time)\b/,
      /(?:power ?shell|pwsh|azure (?:developer )?cli|\bazd?)(?: \w{2,12}){0,2} (?:did not|didn't) (?:respond|answer|return) in time/,
      /timeoutexception: (?:the )?(?:power ?shell|pwsh|azure (?:developer )?cli|azd?)\b/,
      /time-?out after \d{1,4} ?\w{1,12} .{0,40}(?:get-azaccesstoken|azure cli|azd\b)/,
      /(?:\baz account|\bazd auth|azure (?:developer )?cli|get-azaccesstoken)\b.{0,40}(?:no output after \d|exceeded (?:the|its) time-?out|not finish in the)/,
      /(?:power ?shell|pwsh) (?:\w{2,12} )?did not finish in the \d/,
      /(?:deadline exceeded|timed out|time-?out) while (?:waiting for|running|calling) (?:the )?(?:\baz\b|\bazd\b|azure (?:developer )?cli|pwsh|power ?shell)/,
    ),
    unless: /\.ps1\b|aadsts|runbook/,
    example:
      "CredentialUnavailableException: Azure PowerShell command failure. TimeoutException: PowerShell process did not complete within 10 seconds",
    sources: ["java", "python", "js", "cpp"],
  },
];
