import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";
import { CHECK_PROXY } from "../writers/proxy.js";

const AUTHENTICATE: readonly Remedy[] = [
  CHECK_PROXY.usual,
  {
    action:
      "Where the proxy asks for NTLM or Kerberos, have it let the authority hosts pass without: many HTTP clients answer to Basic only.",
    url: "https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/407",
  },
];

/**
 * What to do about a proxy that asks who this host is. A managed identity needs none: its address is exempted.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param identity - whether a managed identity was asked for
 * @internal
 */
export function ofProxy(verdict: Verdict, evidence: Evidence, identity: boolean): readonly Remedy[] | undefined {
  const asked = (verdict.wire?.status ?? evidence.status) === 407;
  return asked && !identity && !evidence.plain.includes("169.254.169.254") ? AUTHENTICATE : undefined;
}
