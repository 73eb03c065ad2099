import type { Rule } from "./rules/rule.js";

/** Where a managed identity is asked, as the host tells it. */
const ENDPOINTS = ["AZURE_POD_IDENTITY_AUTHORITY_HOST", "IDENTITY_ENDPOINT", "MSI_ENDPOINT", "IMDS_ENDPOINT"] as const;

function isMalformed(name: string): boolean {
  const value = process.env[name] ?? "";
  return value !== "" && !(/^https?:\/\//i.test(value) && URL.canParse(value));
}

/**
 * The variable of this process that should tell where a managed identity is asked, and holds no URL.
 *
 * @internal
 */
export function malformedEndpoint(): (typeof ENDPOINTS)[number] | undefined {
  return ENDPOINTS.find(isMalformed);
}

/**
 * What it means that nothing could be sent for that. One rule per variable, since the advice names it.
 *
 * @internal
 */
export const MALFORMED_ENDPOINT = Object.fromEntries(
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
