import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const SENT = /redirect ur[il] '(https?):\/\/([a-z0-9.-]{1,253})(?::\d{1,5})?[/']/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1)$/;
const RULES = "https://learn.microsoft.com/entra/identity-platform/reply-url";
const LIST =
  'az ad app show --id <client-id> --query "{web:web.redirectUris,spa:spa.redirectUris,native:publicClient.redirectUris}"';

const OF_A_SITE: readonly Remedy[] = [
  {
    action:
      "Have the application build its redirect URI with https: it sends http, which can be registered for localhost only. Behind App Service or a proxy, let it heed X-Forwarded-Proto (ASP.NET Core: ASPNETCORE_FORWARDEDHEADERS_ENABLED=true).",
    url: "https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer",
  },
  {
    action: "Then compare the https address, letter by letter, with those that are registered.",
    command: LIST,
    url: RULES,
  },
];
const OF_THIS_MACHINE: readonly Remedy[] = [
  {
    action:
      "Register the redirect URI that the program sends. For a program on a desktop that is http://localhost, under ‘Mobile and desktop applications’: any port fits it then; its path must be the same.",
    command: LIST,
    url: "https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions",
  },
];

/**
 * What to do about a redirect URI that begins with http, by what it points to.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofRedirect({ plain }: Evidence): readonly Remedy[] | undefined {
  const [, scheme, host = ""] = SENT.exec(plain) ?? [];
  if (scheme !== "http") return undefined;
  return LOOPBACK.test(host) ? OF_THIS_MACHINE : OF_A_SITE;
}
