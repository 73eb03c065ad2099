import type { Evidence } from "../evidence.js";
import { KINDS } from "../kinds.js";
import { isServiceHost } from "../service.js";
import { Signs } from "../signs.js";
import type { Verdict } from "../verdict.js";

/**
 * What a service answered to a token, where the error is one of a service call.
 *
 * @internal
 */
export function byServiceAnswer(evidence: Evidence): Verdict | undefined {
  if (evidence.nodes.some((node) => node.claimsChallenge)) return { kind: "claims_challenge", answered: true };
  const service = evidence.nodes.find((node) => node.status === 401 || node.status === 403);
  if (service === undefined || evidence.managedIdentity) return undefined;
  if (service.name !== "RestError" && service.url === undefined) return undefined;
  if (service.url !== undefined && /^https?:\/\/login\.|\/oauth2\/|oidc/i.test(service.url)) return undefined;
  if (service.page === true && isServiceHost(evidence.host)) return { kind: "proxy_failure", answered: true };
  // The code says what the message may not: storage words a role and its firewall alike.
  const rule = new Signs(`${service.code?.toLowerCase() ?? ""} ${evidence.plain}`).rule(false);
  // A service also refuses for reasons of its own, such as a secret that is disabled.
  const isKnown =
    rule !== undefined && (rule.kind === "not_authentication" || KINDS[rule.kind].stage === "authorization");
  if (isKnown) return { kind: rule.kind, rule, answered: true };
  if (evidence.oauthError !== undefined) return undefined;
  return { kind: service.status === 401 ? "token_rejected" : "authorization_denied", answered: true };
}
