import { collect } from "../collect.js";
import type { Evidence } from "../evidence.js";
import { type FailureKind, KINDS } from "../kinds.js";
import type { Verdict } from "../verdict.js";

const MAX_NAMES = 8;

/**
 * Options, settings and parameters by which credentials and tools are configured, as they are written: a closed list, so
 * that no value is taken for one. Not the end of an address.
 */
const OPTION =
  /\b(?<![#/-])(?:[cC]lient[_-]?(?:[iI][dD]|[sS]ecret|[aA]ssertion|[cC]ertificate(?:[_-]?(?:[pP]ath|[pP]assword))?)|[tT]enant[_-]?[iI][dD]|[aA]uthority[_-]?[hH]ost|[oO]bject[_-]?[iI][dD]|[rR]esource[_-]?[iI][dD]|[pP]rincipal[_-]?[iI][dD]|[sS]ubscription[_-]?[iI][dD]|[sS]ervice[_-]?[cC]onnection[_-]?[iI][dD]|[mM]anaged[_-]?[iI]dentity[_-]?(?:[cC]lient|[rR]esource|[oO]bject)[_-]?[iI][dD]|[uU]ser(?:[aA]ssigned[iI]dentity[iI][dD]|[_-]?[aA]ssertion)|[cC]ertificate[_-]?(?:[pP]ath|[pP]assword|[tT]humbprint)|(?:[fF]ederated[_-]?)?[tT]oken[_-]?[fF]ile(?:[_-]?[pP]ath)?|[aA]ssertion[_-]?(?:[cC]allback|[pP]rovider|[fF]unc)|[gG]et[_-]?[aA]ssertion|[rR]edirect[_-]?[uU]r[iI]|[sS]ystem[_-]?[aA]ccess[_-]?[tT]oken|[aA]dditionally[_-]?[aA]llowed[_-]?[tT]enants|[dD]isable[_-]?[iI]nstance[_-]?[dD]iscovery|[nN]ode[pP]ublish[sS]ecret[rR]ef|[sS]ecret[rR]ef|[sS]ervice[aA]ccount[rR]ef|[cC]onnected[sS]ervice[nN]ame(?:ARM|Arm|arm)?|auth_source|[aA]zure[cC]redential[tT]ype|grant_type|refresh_token|[fF]ully[qQ]ualified[nN]amespace)(?!\w)/g;
/** Parameters of requests for a token, beside a word that says what they are. */
const PARAMETER =
  /\bparameters?['"]?:? ?['"]?(scope|resource|code|assertion|username|password|code_verifier|device_code|client_assertion_type)\b/g;
/** The same in words. */
const IN_WORDS =
  /\b(?:tenant|client|subscription|application|service connection|object|resource) id\b|\bclient (?:secret|certificate|assertion)\b|\b(?:federated )?token file\b|\bauthority host\b|\bredirect ur[il]\b/g;

/** Kinds whose texts name what has to be set, or to be set otherwise. */
const OF_OPTION: ReadonlySet<FailureKind> = new Set([
  "configuration_missing",
  "configuration_invalid",
  "tenant_not_allowed",
  "malformed_request",
]);
const OF_FILE: ReadonlySet<FailureKind> = new Set([
  "credential_file_unreadable",
  "certificate_unusable",
  "token_cache_unavailable",
]);
const FILE_END = /[.)\]]+$/;

/**
 * The variables and options that the text names, as it writes them.
 *
 * @internal
 */
export function namesOf({ kind }: Verdict, evidence: Evidence): string | undefined {
  const ofOption = OF_OPTION.has(kind);
  if (!ofOption && KINDS[kind].stage !== "configuration" && kind !== "managed_identity_not_configured")
    return undefined;
  const { plain } = evidence;
  const names = [...evidence.variables];
  if (ofOption) {
    collect(names, evidence.text, OPTION, MAX_NAMES);
    if (names.length === 0) collect(names, plain, IN_WORDS, MAX_NAMES);
  }
  if (kind === "malformed_request") collect(names, plain, PARAMETER, MAX_NAMES);
  return names.length === 0 ? undefined : `The message names ${names.join(", ")}.`;
}

/**
 * The file that the text is about.
 *
 * @internal
 */
export function fileOf({ kind }: Verdict, evidence: Evidence): string | undefined {
  const file = OF_FILE.has(kind) ? evidence.file : undefined;
  return file === undefined ? undefined : `The file is ${file.replace(FILE_END, "")}.`;
}
