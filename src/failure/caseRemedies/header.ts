import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";
import { EXEMPT_IMDS } from "../writers/proxy.js";

const LACKS = /required metadata header|metadata header (?:is |was )?(?:not|missing)|missing (?:the )?metadata header/;

const REMEDIES: readonly Remedy[] = [
  {
    action: "Update the driver or library that asks; in code of your own, send the header Metadata: true.",
    url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token",
  },
  EXEMPT_IMDS.usual,
];

/**
 * Whether the metadata service missed the header that each request to it must have.
 *
 * @internal
 */
export function lacksHeader({ plain }: Evidence): boolean {
  return LACKS.test(plain);
}

/**
 * What to do about a request without that header.
 *
 * @internal
 */
export function ofHeader(evidence: Evidence): readonly Remedy[] | undefined {
  return lacksHeader(evidence) ? REMEDIES : undefined;
}
