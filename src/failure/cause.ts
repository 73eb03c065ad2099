import type { Evidence } from "./evidence.js";
import { KINDS } from "./kinds.js";
import { CONTENT_FOR_PATH } from "./rules/contentForPath.js";
import { transportCode } from "./transport.js";
import type { Verdict } from "./verdict.js";

const URL_END = /[.)\]]+$/;
const ENDS = ".!?";

function sentence(text: string): string {
  const trimmed = text.trim();
  return ENDS.includes(trimmed.at(-1) ?? " ") ? trimmed : `${trimmed}.`;
}

function answerOf({ entry, codes }: Verdict, evidence: Evidence): string | undefined {
  if (entry !== undefined) {
    // Where no name is published the number stands for it.
    const name = entry.name === `AADSTS${entry.code}` ? "" : ` (${entry.name})`;
    return `Entra ID answered AADSTS${entry.code}${name}.`;
  }
  if (codes?.[0] !== undefined) {
    return `Entra ID answered AADSTS${codes[0]}, which is not in the table of this package.`;
  }
  return evidence.oauthError === undefined ? undefined : `The answer was ${evidence.oauthError}.`;
}

function wireOf(verdict: Verdict, evidence: Evidence): string | undefined {
  const { stage } = KINDS[verdict.kind];
  if (verdict.wire !== undefined) return `On the wire, ${verdict.wire.seen}`;
  if (verdict.code === undefined && stage !== "network" && stage !== "managed_identity") return undefined;
  const { host, port } = evidence;
  const code = verdict.code ?? (stage === "network" ? transportCode(evidence.codes) : undefined);
  if (code !== undefined) {
    const at = host === undefined ? "" : ` for ${host}${port === undefined ? "" : `:${port}`}`;
    return `The error code was ${code}${at}.`;
  }
  return host !== undefined && (stage === "network" || stage === "managed_identity")
    ? `The host was ${host}.`
    : undefined;
}

/**
 * What a verdict means here, with what the evidence shows. May hold host names and file paths.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @internal
 */
export function causeOf(verdict: Verdict, evidence: Evidence): string {
  const { kind, entry, wire } = verdict;
  const { stage, means } = KINDS[kind];
  const parts = [entry === undefined ? means : entry.summary];
  const answer = kind === "not_authentication" ? undefined : answerOf(verdict, evidence);
  if (answer !== undefined) parts.push(answer);
  const seen = wireOf(verdict, evidence);
  if (seen !== undefined) parts.push(seen);
  if (wire === undefined && stage !== "configuration" && stage !== "developer_tool") {
    const { status } = evidence;
    if (status !== undefined) parts.push(`The HTTP status was ${status}.`);
  }
  if (stage === "configuration") {
    const { variables } = evidence;
    if (variables.length > 0) parts.push(`The message names ${variables.join(", ")}.`);
  }
  if (verdict.rule?.id === CONTENT_FOR_PATH.id) {
    const { contentGiven = "content" } = evidence;
    parts[0] = `The option or variable holds ${contentGiven} where the path of a file belongs.`;
  }
  if (kind === "credential_file_unreadable" || kind === "certificate_unusable") {
    const { file } = evidence;
    if (file !== undefined) parts.push(`The file is ${file.replace(URL_END, "")}.`);
  }
  return parts.map(sentence).join(" ");
}
