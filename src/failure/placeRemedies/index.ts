import type { Evidence } from "../evidence.js";
import type { Host, VariableNames } from "../hosts.js";
import { KINDS } from "../kinds.js";
import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";
import { remediesOfEndpoint } from "./endpoint.js";
import { remediesOfFile } from "./file.js";

const OWN_CALLBACK: Remedy = {
  action:
    "Find out why the application’s own callback for the assertion failed: what it threw is in the message or the cause of the error.",
};

/** How credentials with a user say that they may not ask by themselves. */
const NOT_BY_ITSELF =
  /automatic authentication (?:has been |is )?disabled|call '?authenticate'?|disable_?automatic_?authentication/;
const AUTHENTICATE: Remedy = {
  action:
    "Call authenticate() of the credential, with the scopes that the token is for, where a user is there to answer; then ask for the token again.",
};

/** What is true of some values only, and what a text must be about for it. */
const OF_VALUES: readonly (readonly [start: string, about: RegExp])[] = [
  ["Give AZURE_TOKEN_CREDENTIALS", /azure_token_credentials/],
  ["Give tenants as", /tenant|subscription|authority|endpoint|\bur[il]\b|https?\b|directory/],
];

/**
 * Advice without what is about values that the text does not name.
 *
 * @internal
 */
export function aboutNamed(remedies: readonly Remedy[], { plain }: Evidence): readonly Remedy[] {
  return remedies.filter(({ action }) =>
    OF_VALUES.every(([start, about]) => !action.startsWith(start) || about.test(plain)),
  );
}

/**
 * What to do instead of what is usual for the kind, where the place tells more: which endpoint was asked, which file was
 * read, whose callback failed.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param variables - names of the telling variables of this process
 * @param host - where it happened, where that is known
 * @param credentialType - class name of the credential, where it is known
 * @returns `undefined` where the usual holds
 * @internal
 */
export function remediesOfPlace(
  verdict: Verdict,
  evidence: Evidence,
  variables: VariableNames,
  host: Host | undefined,
  credentialType: string | undefined,
): readonly Remedy[] | undefined {
  if (verdict.rule?.remedies !== undefined) return undefined;
  switch (verdict.kind) {
    case "managed_identity_unreachable":
      return remediesOfEndpoint(verdict, evidence, variables, host);
    case "credential_file_unreadable":
      return remediesOfFile(evidence, host, credentialType);
    case "assertion_unavailable":
      return credentialType === "ClientAssertionCredential" && verdict.rule === undefined
        ? [OWN_CALLBACK, ...KINDS.assertion_unavailable.remedies.slice(0, -1)]
        : undefined;
    case "interaction_required":
      return NOT_BY_ITSELF.test(evidence.plain)
        ? [AUTHENTICATE, ...KINDS.interaction_required.remedies.filter(({ command }) => command === undefined)]
        : undefined;
    default:
      return undefined;
  }
}
