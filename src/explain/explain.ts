import { LogExplainer } from "./logExplainer.js";
import { asOne, explainWhole, MAX_PASTED } from "./pasted.js";
import type { Explanation } from "./types.js";

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
  return pasted === undefined ? explanation : asOne(explanation, pasted, explainer);
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
