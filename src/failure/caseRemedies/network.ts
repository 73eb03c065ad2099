import type { Evidence } from "../evidence.js";
import { MANAGED_IDENTITY_REACH_KINDS } from "../kinds/managedIdentityReach.js";
import { isServiceHost } from "../service.js";
import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";
import { SET_PROXY } from "../writers/proxy.js";

/** Names that are right as they stand, and that no private zone has. */
const OF_MICROSOFT =
  /^(?:login\.(?:microsoftonline\.(?:com|us|de)|windows\.net|partner\.microsoftonline\.cn|chinacloudapi\.cn)|sts\.windows\.net|graph\.microsoft\.com|management\.azure\.com)\.?$/i;
/** As .NET writes the host behind what the system said. */
const BEHIND = /\((login\.microsoftonline\.com|login\.windows\.net):443\)/;
const NO_ANSWER = /\beai_again\b|temporary failure in name resolution|resource temporarily unavailable/;
const OUTBOUND =
  "https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges#microsoft-365-common-and-office-online";

const NAME_IS_RIGHT: readonly Remedy[] = [
  {
    action:
      "Check the resolver of this host, container or pod, and the network behind it: the name is right, and nothing resolves it here.",
    command: "nslookup <authority-host>",
    url: OUTBOUND,
  },
  SET_PROXY.usual,
];
const RESOLVER_IS_SILENT: readonly Remedy[] = [
  {
    action: "Check the resolver of this host, container or pod, and the way to it: it gave no answer.",
    command: "nslookup <authority-host>",
    url: OUTBOUND,
  },
  { action: "Retry: one such failure may be a passing condition." },
];

const OF_SERVICE: readonly Remedy[] = [
  {
    action:
      "Check the name of the resource: it may be misspelt, or the resource deleted or purged. Without a resource there is no such name.",
    command: "nslookup <service-host>",
  },
  {
    action:
      "If it is reached through a private endpoint, check that its private DNS zone is linked to this network and has the name.",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
  },
];

/**
 * What to do about a name that was not resolved and is spelled right.
 *
 * @internal
 */
export function ofName({ wire, code }: Verdict, { host, plain }: Evidence): readonly Remedy[] | undefined {
  if (wire?.code === "EAI_AGAIN" || code === "EAI_AGAIN" || NO_ANSWER.test(plain)) return RESOLVER_IS_SILENT;
  const asked = wire?.host ?? host ?? BEHIND.exec(plain)?.[1];
  if (asked === undefined) return undefined;
  if (OF_MICROSOFT.test(asked)) return NAME_IS_RIGHT;
  return isServiceHost(asked) && !asked.startsWith("login.") ? OF_SERVICE : undefined;
}

const REFUSED = /econnrefused|refused/;
const HOST = /^[a-z0-9][a-z0-9.-]{0,252}$/i;

/**
 * What to do about a port that refuses and is none of the authority's: most often that of a proxy.
 *
 * @internal
 */
export function ofRefusal({ wire, code }: Verdict, evidence: Evidence): readonly Remedy[] | undefined {
  const { host, port } = wire?.port === undefined ? evidence : wire;
  if (host === undefined || port === undefined || port === 443 || port === 80 || !HOST.test(host)) return undefined;
  if (!REFUSED.test((wire?.code ?? code ?? evidence.plain).toLowerCase())) return undefined;
  return [
    {
      action: `Check what should listen at ${host}:${port}: nothing does. Where it is a proxy, start it, or correct HTTPS_PROXY (in Java https.proxyHost and https.proxyPort).`,
      command: `nc -vz -w 5 ${host} ${port}`,
    },
    { action: "Check that no firewall rejects connections to that port." },
  ];
}

/**
 * What to do where a driver waited in vain for the token of a managed identity, for which it asks no authority.
 *
 * @internal
 */
export function ofSilence({ text }: Evidence): readonly Remedy[] | undefined {
  return text.includes("getManagedIdentityCredAuthToken")
    ? MANAGED_IDENTITY_REACH_KINDS.managed_identity_unreachable.remedies
    : undefined;
}
