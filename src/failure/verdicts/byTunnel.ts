import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/**
 * How undici, and with it `fetch`, tells that a proxy refused to open a tunnel; around it stands that the request was
 * cancelled.
 *
 * @see https://github.com/nodejs/undici/blob/main/lib/dispatcher/proxy-agent.js
 */
const REFUSED = /proxy response \(\d{3}\) !== 200 when http tunneling/;

/**
 * What it means that undici could not get through a proxy.
 *
 * @internal
 */
export function byTunnel({ plain }: Evidence): Verdict | undefined {
  return REFUSED.test(plain) ? { kind: "proxy_failure", answered: true } : undefined;
}
