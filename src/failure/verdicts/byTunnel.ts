import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";
import { kindOfPage } from "./byStatus.js";

/**
 * How undici, and with it `fetch`, tells that a proxy refused to open a tunnel; around it stands that the request was
 * cancelled.
 *
 * @see https://github.com/nodejs/undici/blob/main/lib/dispatcher/proxy-agent.js
 */
const REFUSED = /proxy response \(\d{3}\) !== 200 when http tunneling/;

/** A web page, as MSAL quotes it, of whatever answered in place of a managed identity endpoint. */
const PAGE = /http status code: (\d{3}) http status message: <(?:!doctype|html)/;

/**
 * What it means that undici could not get through a proxy, or that a page came in place of an endpoint’s answer.
 *
 * @internal
 */
export function byTunnel({ plain, managedIdentity }: Evidence): Verdict | undefined {
  const status = managedIdentity ? PAGE.exec(plain)?.[1] : undefined;
  if (status !== undefined) return { kind: kindOfPage(Number(status), plain), answered: true };
  return REFUSED.test(plain) ? { kind: "proxy_failure", answered: true } : undefined;
}
