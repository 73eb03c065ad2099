import type { FailureKind } from "../kinds.js";
import type { Rule } from "../rules/rule.js";
import type { Verdict } from "../verdict.js";

/** Where a managed identity is asked, as the host tells it. */
const ENDPOINTS = ["AZURE_POD_IDENTITY_AUTHORITY_HOST", "IDENTITY_ENDPOINT", "MSI_ENDPOINT", "IMDS_ENDPOINT"] as const;

function isMalformed(name: string): boolean {
  const value = process.env[name] ?? "";
  return value !== "" && !(/^https?:\/\//i.test(value) && URL.canParse(value));
}

/** What the versions of the SDK make of it. */
const SAID: ReadonlySet<FailureKind> = new Set(["managed_identity_unreachable", "unknown", "not_authentication"]);

/** One rule per variable, since the advice names it. */
const RULES = Object.fromEntries(
  ENDPOINTS.map((name): [string, Rule] => [
    name,
    {
      id: `configuration.${name.toLowerCase().replaceAll("_", "-")}-malformed`,
      kind: "configuration_invalid",
      says: `${name} of this process holds no URL, so no managed identity endpoint could be asked: nothing was sent.`,
      example: `${name}=not a url`,
      sources: ["msal"],
      remedies: [
        {
          action: `Correct ${name}: it must hold a whole URL, from http:// on. Where the platform sets it, take out what overwrites it.`,
          command: `printf "%s\\n" "$${name}"`,
        },
        { action: `On a host that has no such endpoint, unset ${name}: the metadata service is asked then.` },
      ],
    },
  ]),
) as Readonly<Record<(typeof ENDPOINTS)[number], Rule>>;

/**
 * What it means that nothing was sent to a managed identity endpoint, where a variable of this process should tell where
 * it is and holds no URL.
 *
 * @param own - what the error says
 * @internal
 */
export function byMalformedEndpoint(own: Verdict): Verdict | undefined {
  if (!SAID.has(own.kind) || own.code !== undefined) return undefined;
  const variable = ENDPOINTS.find(isMalformed);
  if (variable === undefined) return undefined;
  const rule = RULES[variable];
  return { kind: rule.kind, rule, answered: false };
}
