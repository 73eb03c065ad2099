import type { TokenClaims } from "../claims.js";
import type { Rule } from "./rule.js";

/**
 * `idtyp` says it where it is; `scp` is in the tokens of people only; the names of a person count where nothing else
 * speaks for an application.
 */
function isUserToken(claims: TokenClaims): boolean {
  if (typeof claims.idtyp === "string") return claims.idtyp.toLowerCase() === "user";
  if (typeof claims.scp === "string" && claims.scp !== "") return true;
  if (Array.isArray(claims.roles) && claims.roles.length > 0) return false;
  const names = [claims.upn, claims.unique_name, claims.preferred_username];
  return names.some((name) => typeof name === "string" && name !== "");
}

export const noUserToken: Rule<"no-user-token"> = {
  id: "no-user-token",
  finds: "a token that was issued for a person, not for an application",
  why: "Then the service acts as that person, whatever credential it was configured with: a developer's sign-in has stood in for the identity of the application.",
  fix: "Find out which credential gave the token (the span attribute azure.identity.credential.selected says so) and take it out, or make its sign-in one of an application.",
  url: "https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference",
  limits:
    "The token is read, not verified, and an opaque one cannot be read. Accepted by default: the token that an OnBehalfOfCredential gets, for its purpose is to act for a person.",
  production: "error",
  options: {
    type: "object",
    properties: {
      allowOnBehalfOf: {
        type: "boolean",
        default: true,
        description: "Accept the token of a person from an OnBehalfOfCredential, whose purpose that is.",
      },
    },
    additionalProperties: false,
  },
  tightens: (base, options) => base.allowOnBehalfOf !== false || options.allowOnBehalfOf === false,
  token({ claims }, facts, { allowOnBehalfOf = true }) {
    if (allowOnBehalfOf && facts.type === "OnBehalfOfCredential") return undefined;
    const seen = claims();
    return seen !== undefined && isUserToken(seen)
      ? { message: "The token was issued for a person, not for an application." }
      : undefined;
  },
};
