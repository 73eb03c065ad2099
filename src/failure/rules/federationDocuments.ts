import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** What is read of a federated user's home: where it is, what it speaks, where its tokens come from. */
const DOCUMENT =
  "(?:\\bmex ?(?:document|settings|endpoint)|\\bmexparser\\b|\\bmex\\b:|\\badfs metadata exchange|\\bsaml assertion(?: type|, version|: unknown version)\\b|\\b(?:user ?)?realm discovery\\b|\\buser realm\\b|\\bws[- ]?trust\\b|\\bcloud instance (?:urn|name)\\b|\\brstr\\b|account type \\(federated or managed\\))";
const WRONG =
  "(?:\\bno (?:usable )?(?:\\S{2,30} )?(?:policy|policies|ports)\\b|unsupported assertion|(?:could not|couldn't|cannot|can't|failed to) (?:be )?pars|pars\\w{1,4} failed|failed for body|\\bmissing\\b|\\bunknown\\b|\\bblank\\b|\\bempty\\b|invalid version|not implemented|not recogni[sz]ed|\\bno policies\\b|cannot be|\\bunsupported\\b)";

/**
 * Answers of a federated identity provider that a library cannot make sense of.
 *
 * @internal
 */
export const FEDERATION_DOCUMENT_RULES: readonly Rule[] = [
  {
    id: "federation.document",
    kind: "federation_issue",
    says: "What the user's home says of itself, by which a token is to be had there, cannot be used.",
    pattern: anyOf(
      `${DOCUMENT}.{0,60}?${WRONG}`,
      `${WRONG}.{0,40}?${DOCUMENT}`,
      /\bsaml ?grant\b.{0,60}\bassertion type\b/,
      /unsupported soap action.{0,160}\b(?:adfs|mex)\b/,
    ),
    unless:
      /federated identity|managed ?identity|aadsts|dial tcp|no such host|i\/o timeout|connection refused|x509: |getaddrinfo|enotfound|econn|tls handshake/,
    answered: true,
    example: "found unknown port type in MEX document",
    sources: ["msal", "go", "python", "java"],
  },
];
