import { diagnose } from "../failure/diagnose.js";
import { LogExplainer } from "./logExplainer.js";
import { quote, safeDiagnosis } from "./redaction.js";
import { isFailure } from "./relevance.js";
import type { ExplainedFailure, Explanation } from "./types.js";

/** Up to here an input without a single head may be one message that somebody pasted. */
const MAX_PASTED = 32_768;

function firstLineOf(text: string): string {
  return quote(text.split("\n").find((line) => line.trim() !== "") ?? "");
}

/** One text that a person chose: what is about authentication counts, known or not. */
function explainWhole(text: string): ExplainedFailure | undefined {
  const diagnosis = safeDiagnosis(diagnose(text));
  return diagnosis.kind === "not_authentication" ? undefined : { count: 1, firstLine: firstLineOf(text), diagnosis };
}

/**
 * Finds the distinct failures of authentication in a log, each with its count.
 *
 * @param batches - the lines of the log, any number at a time
 * @internal
 */
export async function explainLog(
  batches: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<Explanation> {
  const explainer = new LogExplainer();
  let pasted: string[] | undefined = [];
  let size = 0;
  for await (const lines of batches) {
    for (const line of lines) {
      explainer.push(line);
      size += line.length + 1;
      if (size <= MAX_PASTED) pasted?.push(line);
      else pasted = undefined;
    }
  }
  const explanation = explainer.finish();
  if (explanation.failures.length > 0 || pasted === undefined || explainer.isLog) return explanation;
  // Broken by hand or by the width of a terminal, a message may say what it says over several lines.
  const text = pasted.join("\n");
  const failure = explainWhole(text);
  if (failure === undefined) return explanation;
  const single = pasted.filter((line) => line.trim() !== "").length === 1;
  return single || isFailure(text, undefined, failure.diagnosis)
    ? { ...explanation, failures: [{ ...failure, lines: { first: 1, last: 1 } }] }
    : explanation;
}

/**
 * Explains a text that a person chose.
 *
 * @param text - a message, a stack, JSON, or a piece of a log
 * @internal
 */
export async function explainText(text: string): Promise<Explanation> {
  const lines = text.split("\n");
  if (lines.length > 1) return explainLog([lines]);
  const failure = explainWhole(text);
  return { failures: failure === undefined ? [] : [failure], lineCount: 1, omitted: 0 };
}
