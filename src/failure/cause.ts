import { answerOf } from "./cause/answer.js";
import { fileOf, namesOf } from "./cause/names.js";
import { pauseOf, placeOf, statusOf } from "./cause/place.js";
import { comparedOf, resourceOf } from "./cause/resources.js";
import { timesOf } from "./cause/times.js";
import type { Evidence } from "./evidence.js";
import { KINDS } from "./kinds.js";
import { meaningOf } from "./meaning/index.js";
import { CONTENT_FOR_PATH } from "./rules/contentForPath.js";
import type { Verdict } from "./verdict.js";

const ENDS = ".!?";

function sentence(text: string): string {
  const trimmed = text.trim();
  return ENDS.includes(trimmed.at(-1) ?? " ") ? trimmed : `${trimmed}.`;
}

/** What has happened: as exactly as the number, the rule or the words of the text say it, else what the kind means. */
function eventOf({ kind, entry, rule, code, wire }: Verdict, evidence: Evidence): string {
  if (entry !== undefined) return entry.summary;
  if (rule?.id === CONTENT_FOR_PATH.id) {
    return `The option or variable holds ${evidence.contentGiven ?? "content"} where the path of a file belongs.`;
  }
  if (rule?.says !== undefined && rule.kind === kind) return rule.says;
  const seen = (wire?.code ?? code)?.toLowerCase();
  const found = (seen === undefined ? undefined : meaningOf(kind, seen)) ?? meaningOf(kind, evidence.plain);
  if (found !== undefined) return found;
  if (kind === "managed_identity_endpoint_error" && (wire?.status ?? evidence.status ?? 0) >= 400) {
    return "The managed identity endpoint answered with an error.";
  }
  return kind === "managed_identity_not_assigned" && rule === undefined
    ? "The managed identity endpoint refused the request, most often because the identity that was asked for is not assigned to this resource."
    : KINDS[kind].means;
}

/**
 * What a verdict means here, with what the evidence shows. May hold host names, file paths, the names of options and
 * variables, resources and times; nothing else of the text.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @internal
 */
export function causeOf(verdict: Verdict, evidence: Evidence): string {
  const parts = [
    eventOf(verdict, evidence),
    timesOf(verdict, evidence),
    verdict.kind === "not_authentication" ? undefined : answerOf(verdict, evidence),
    placeOf(verdict, evidence),
    statusOf(verdict, evidence),
    pauseOf(verdict, evidence),
    namesOf(verdict, evidence),
    fileOf(verdict, evidence),
    resourceOf(verdict, evidence),
    comparedOf(verdict, evidence),
  ];
  return parts
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(" ");
}
