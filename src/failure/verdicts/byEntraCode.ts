import { aadstsEntry } from "../aadsts.js";
import { kindOfSentence, rankAadsts } from "../entraCodes.js";
import type { Evidence } from "../evidence.js";
import { fromError } from "../fromError.js";
import { KINDS } from "../kinds.js";
import { OAUTH_ERRORS } from "../rules/oauthErrors.js";
import { bySkew, skewClause } from "../skew.js";
import type { Verdict } from "../verdict.js";
import type { WireAnswer, WireVerdict } from "../wire.js";

/**
 * What was seen of a failure in which Entra ID gave a number.
 *
 * @internal
 */
export interface EntraContext {
  readonly wire: WireVerdict | undefined;
  readonly answer: WireAnswer | undefined;
  /** Class name of the credential, where it is known from elsewhere than the error. */
  readonly credentialType: string | undefined;
  readonly acquiring: boolean;
}

/**
 * What Entra ID's numbers say, and the sentences and clocks beside them.
 *
 * @param evidence - what was read off the error
 * @param context - what was seen of the acquisition
 * @returns `undefined` where there is no number
 * @internal
 */
export function byEntraCode(evidence: Evidence, context: EntraContext): Verdict | undefined {
  if (evidence.aadsts.length === 0) return undefined;
  const { wire, answer, credentialType, acquiring } = context;
  const facts = wire ?? (answer !== undefined && answer.status >= 300 ? answer : undefined);
  const attached = facts === undefined ? {} : { wire: facts };
  const codes = rankAadsts(evidence.aadsts);
  const code = codes[0] as number;
  const entry = aadstsEntry(code);
  // One number for several failures of a client: its sentence tells them apart.
  const told = kindOfSentence(code, evidence.plain);
  if (told !== undefined) return { kind: told, codes, answered: true, ...attached };
  const known = entry?.kind === "invalid_assertion" ? fromError(evidence, acquiring) : undefined;
  // A malformed assertion is what is sent where none could be had.
  const notHad = known?.kind === "assertion_unavailable" || known?.rule?.id === "federated-source.variable-absent";
  if (known !== undefined && notHad) return { ...known, codes, answered: true };
  const skewed = bySkew(code, evidence, { credentialType, skewSeconds: answer?.skewSeconds });
  if (skewed !== undefined) {
    const seen = facts && { ...facts, seen: `${facts.seen}${skewClause(answer?.skewSeconds)}` };
    return { kind: "clock_skew", entry: skewed, codes, answered: true, ...(seen === undefined ? {} : { wire: seen }) };
  }
  if (entry !== undefined) return { kind: entry.kind, entry, codes, answered: true, ...attached };
  // Of a number that is not in the table, the sentence beside it tells, then OAuth's word.
  const rule = evidence.signs.rule(false);
  const said = rule !== undefined && KINDS[rule.kind].stage === "entra" ? rule.kind : undefined;
  const oauth = evidence.oauthError === undefined ? undefined : OAUTH_ERRORS.get(evidence.oauthError);
  return { kind: said ?? oauth ?? "unknown", codes, answered: true, ...attached };
}
