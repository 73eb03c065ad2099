import type { Value } from "./service.js";

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/**
 * What fills the placeholders of all services. Nothing that a shell acts on fits these patterns.
 *
 * @internal
 */
export const COMMON_VALUES: Readonly<Record<string, Value>> = {
  "object-id": new RegExp(`(?:object id '?|\\boid=|principal(?: id)?:? ?[[\`'"]?)(${GUID})`, "i"),
  "scope-id": /(?:over scope|resource:) ?\\{0,3}['"](\/subscriptions\/[\w./-]{1,300})\\{0,3}['"]/i,
  action:
    /(?:perform (?:data )?action|data action|action:) ?\\{0,3}[[`'"]?([a-z]{3,40}\.[a-z]{2,60}\/[\w/*]{1,150}(?:\.[\w/]{1,60})?)/i,
  // A private address is no use in a rule for public ones.
  ip: /(?:client address:|ip address|from ip|client with ip|client ip(?: address)?:?|source ip:?) {0,2}['"]?(?!10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)((?:\d{1,3}\.){3}\d{1,3})\b/i,
  "found-tenant": new RegExp(
    `(?:found:? |wrong issuer |issued by the authority \\[|got )['"]?(?:https://(?:sts\\.windows\\.net|login\\.microsoftonline\\.com)/)?(${GUID})`,
    "i",
  ),
  "expected-tenant": new RegExp(
    `(?:expected one of|must match the tenant|must match one of(?: the tenants)?) ['"]?https://sts\\.windows\\.net/(${GUID})`,
    "i",
  ),
};
