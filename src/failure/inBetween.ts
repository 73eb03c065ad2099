import type { Rule } from "./rules/rule.js";

/**
 * The proxy was not reached, so nothing is known of what is behind it.
 *
 * @internal
 */
export const PROXY_UNREACHED: Rule = {
  id: "network.proxy-unreached",
  kind: "connection_failed",
  example: "connect ECONNREFUSED 127.0.0.1:3128",
  sources: ["node"],
  remedies: [
    {
      action:
        "Correct the address of the proxy in HTTPS_PROXY (or the credential's proxyOptions), and check that the proxy runs and accepts connections from this host.",
      command: 'env | grep -i "_proxy=" | sed "s#//.*@#//#"',
    },
    { action: "Where the network needs no proxy, unset HTTPS_PROXY, or name the host of the authority in NO_PROXY." },
  ],
};

/**
 * The same for an identity endpoint, which is asked directly or not at all.
 *
 * @internal
 */
export const ENDPOINT_BEHIND_PROXY: Rule = {
  id: "network.proxy-before-identity-endpoint",
  kind: "managed_identity_unreachable",
  says: "The request to the managed identity endpoint was sent through a forward proxy, which was not reached.",
  example: "connect ECONNREFUSED 127.0.0.1:3128",
  sources: ["node"],
  remedies: [
    {
      action:
        "Exempt the address of the endpoint from the proxy: only the host itself reaches it. HTTPS_PROXY names a proxy for every request of this process.",
      command: 'export NO_PROXY="$NO_PROXY,169.254.169.254,127.0.0.1,localhost"',
      url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
    },
    {
      action: "Correct the address of the proxy in HTTPS_PROXY for what does need it.",
    },
  ],
};

/**
 * Docker Desktop refuses requests to an address that it cannot reach. The SDK takes that for no endpoint too, where the
 * body of the answer says so.
 *
 * @internal
 */
export const REFUSED_BY_CONTAINER: Rule = {
  id: "network.refused-by-container",
  kind: "managed_identity_unreachable",
  says: "No managed identity endpoint answers on this host: the network of the container refused the request, as Docker Desktop does for an address that it cannot reach.",
  example: "connectex: A socket operation was attempted to an unreachable network.",
  sources: ["js"],
};

/**
 * The authority, or what answers for it, gave something else than its metadata.
 *
 * @internal
 */
export const NO_METADATA: Rule = {
  id: "network.no-metadata",
  kind: "authority_unreachable",
  says: "The authority answered, but not with metadata that can be used.",
  example: "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details",
  sources: ["msal"],
};
