import type { Evidence } from "../evidence.js";
import type { FailureKind } from "../kinds.js";
import { kindOfNumber } from "../rules/numbers.js";
import { WORDS } from "../rules/words.js";
import type { Verdict } from "../verdict.js";

/** What the network says of an address that is not to be reached. */
const UNREACHED: ReadonlySet<FailureKind> = new Set(["connection_failed", "network_timeout"]);
/** Where managed identities are asked for, and nothing else is. */
const IDENTITY_ADDRESS = /169\.254\.169\.254|\bimds\b/;
const OTHER_ADDRESS = /login\.microsoftonline|oidc/;

/**
 * What the sentences and words say that are known.
 *
 * @internal
 */
export function byText(evidence: Evidence): Verdict | undefined {
  const numbered = evidence.signs.has("numbered") ? kindOfNumber(evidence.plain) : undefined;
  if (numbered !== undefined) return { kind: numbered, answered: true };
  const rule = evidence.signs.rule(evidence.managedIdentity);
  if (rule !== undefined) {
    const { plain } = evidence;
    // The same odd answer, but of another endpoint.
    if (rule.kind === "invalid_token_response" && evidence.managedIdentity) {
      return { kind: "managed_identity_endpoint_error", rule, answered: rule.answered === true };
    }
    const unreached = UNREACHED.has(rule.kind) && IDENTITY_ADDRESS.test(plain) && !OTHER_ADDRESS.test(plain);
    return { kind: unreached ? "managed_identity_unreachable" : rule.kind, rule, answered: rule.answered === true };
  }
  const kinds = evidence.words.flatMap((word) => WORDS.get(word) ?? []);
  // MSAL says this of a request that failed, whatever came of it: what else is said tells more.
  const kind = kinds.find((found) => found !== "authority_unreachable") ?? kinds[0];
  // An answer came, so the network is not what failed.
  if (kind === undefined || (kind === "authority_unreachable" && evidence.status !== undefined)) return undefined;
  return { kind, answered: false };
}
