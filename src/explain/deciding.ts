import type { Diagnosis } from "../failure/types.js";
import { firstOnTopic } from "./relevance.js";

/**
 * The line of a report that decided what it is.
 *
 * @internal
 */
export function deciding(text: string, _diagnosis: Diagnosis): string {
  return firstOnTopic(text);
}
