import type { HeaderReader } from "./exchange.js";

/** Products that stand between a program and the network, as they name themselves. */
const SERVER =
  /\bproxy|squid|zscaler|blue ?coat|mcafee|forcepoint|websense|netskope|forti|sophos|iboss|barracuda|cisco|umbrella/i;
/** What squid and its kin say of their cache; a content delivery network names no host there. */
const CACHE = /\b(?:HIT|MISS|NONE) from \S/i;
const OWN_HEADERS: readonly string[] = ["via", "x-squid-error", "proxy-authenticate", "proxy-agent", "proxy-status"];

/** Whether the head of an answer shows that a proxy gave it or passed it on. Nothing of the headers is kept. */
export function isOfIntermediary(header: HeaderReader): boolean {
  if (OWN_HEADERS.some((name) => header(name) !== undefined)) return true;
  return SERVER.test(header("server")?.slice(0, 200) ?? "") || CACHE.test(header("x-cache")?.slice(0, 200) ?? "");
}
