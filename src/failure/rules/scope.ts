import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Scopes that an SDK refuses before it asks anybody.
 *
 * @internal
 */
export const SCOPE_RULES: readonly Rule[] = [
  {
    id: "scope.refused",
    kind: "invalid_scope_or_resource",
    phrases: [
      [
        "gettoken",
        "get_token",
        "credential",
        "msal",
        "azure",
        "value that is reserved",
        "user-provided scopes",
        "aadtoken",
      ],
    ],
    pattern: anyOf(
      /unsafe command line input found in scopes/,
      /any scope value that is reserved/,
      /does not accept .{1,120} as user-provided scopes/,
      /scopes? (?:contains?|has|includes?) (?:unsafe |illegal |invalid |unsupported )?characters?(?: that (?:are|is) not (?:allowed|supported|permitted))?/,
    ),
    unless: /aadsts|eslint|\bnpm\b/,
    example: "MSAL does not accept openid, profile as user-provided scopes",
    sources: ["msal", "cpp"],
  },
  {
    id: "scope.none",
    kind: "configuration_missing",
    says: "No scope was given.",
    phrases: [["gettoken", "get_token", "credential", "msal", "azure"]],
    pattern: /requires at least one scope|missing scope in request/,
    unless: /aadsts|eslint|\bnpm\b/,
    example: "ClientSecretCredential.GetToken() requires at least one scope",
    sources: ["go", "python", "java"],
  },
];
