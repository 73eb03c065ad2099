import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What the SDKs say on a host that offers no managed identity endpoint.
 *
 * @internal
 */
export const MANAGED_IDENTITY_HOST_RULES: readonly Rule[] = [
  {
    id: "managed-identity.variable-missing",
    kind: "managed_identity_not_configured",
    says: "The environment variables of a managed identity endpoint are not set for this process, or not all of them.",
    pattern: anyOf(
      /(?:identity|msi|imds)_(?:endpoint|header|secret|server_thumbprint)\b.{0,60}(?:(?:not|aren't|isn't) (?:set|defined|found|present|available)|missing|required|(?:is|are) (?:both )?(?:empty|blank)|undefined|\babsent|unset\b)/,
      /(?:identity|msi|imds)_(?:endpoint|header|secret) is set but .{0,40}(?:is|are) not\b/,
      /(?:requires?|no|without|missing|lacks?)(?: the)? (?:environment variables?:? )?(?:identity|msi|imds)_(?:endpoint|header|secret|server_thumbprint)/,
    ),
    unless: /malformed|invalid|no credential sources/,
    example: "App Service managed identity: environment variables IDENTITY_ENDPOINT and IDENTITY_HEADER are not set",
    sources: ["rust", "net"],
  },
  {
    id: "managed-identity.not-configured",
    kind: "managed_identity_not_configured",
    pattern: anyOf(
      /no msi credential available/,
      /unable to create a managed identity source/,
      /managed identity (?:isn't|is not) supported in this environment/,
      /managed identity authentication is not available/,
      /\bmsi (?:is |was )?(?:not|un)[ -]?available/,
      /not supported by azure arc/,
      /no managed identity endpoint found/,
      /target azure platform could not be determined/,
      /msi_?notenabled/,
      /managed identity (?:(?:is |was )?not|isn't|wasn't) (?:enabled|turned on|switched on)/,
      /managed identity (?:configuration|settings?|variables?) (?:(?:was|were|is|are) )?(?:not (?:be )?(?:found|present|set|available)|missing|absent)/,
      /no managed identity (?:configuration|settings?|variables?)\b/,
    ),
    example:
      "No managed identity endpoint found. The Target Azure platform could not be determined from environment variables.",
    sources: ["js", "go", "python", "java", "msal"],
  },
];
