import { add } from "../collect.js";
import type { Evidence } from "../evidence.js";
import { type FailureKind, KINDS } from "../kinds.js";
import type { Verdict } from "../verdict.js";

const MAX_NAMES = 8;

/** Options, settings and parameters by which credentials and tools are configured: a closed list, so no value can be one. */
const OPTION =
  /(?<![\w#/.-])(?:authority[_-]?host|(?:client|tenant|object|principal|resource|subscription|service[_-]?connection|managed[_-]?identity[_-]?(?:client|resource|object)|user[_-]?assigned[_-]?identity)[_-]?id|client[_-]?(?:secret|assertion|certificate(?:[_-]?path)?)|certificate[_-]?(?:path|password|thumbprint)|(?:federated[_-]?)?token[_-]?file(?:[_-]?path)?|assertion[_-]?(?:callback|provider|func)|get[_-]?assertion|redirect[_-]?uri|system[_-]?access[_-]?token|additionally[_-]?allowed[_-]?tenants|disable[_-]?instance[_-]?discovery|(?:nodepublish)?secretref|connectedservicename(?:arm)?|auth[_-](?:source|type)|azurecredentialtype|grant_type|refresh_token|serviceaccountref|fullyqualifiednamespace)(?!\w)/gi;
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
export function namesOf({ kind }: Verdict, { variables, text, plain }: Evidence): string | undefined {
  const ofOption = OF_OPTION.has(kind);
  if (!ofOption && KINDS[kind].stage !== "configuration" && kind !== "managed_identity_not_configured")
    return undefined;
  const names = [...variables];
  if (ofOption) {
    for (const [option] of text.matchAll(OPTION)) if (names.length < MAX_NAMES) add(names, option);
    if (kind === "malformed_request") {
      for (const [, parameter = ""] of plain.matchAll(PARAMETER)) if (names.length < MAX_NAMES) add(names, parameter);
    }
    if (names.length === 0) {
      for (const [option] of plain.matchAll(IN_WORDS)) if (names.length < MAX_NAMES) add(names, option);
    }
  }
  return names.length === 0 ? undefined : `The message names ${names.join(", ")}.`;
}

/**
 * The file that the text is about.
 *
 * @internal
 */
export function fileOf({ kind }: Verdict, { file }: Evidence): string | undefined {
  return file === undefined || !OF_FILE.has(kind) ? undefined : `The file is ${file.replace(FILE_END, "")}.`;
}
