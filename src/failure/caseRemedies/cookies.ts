import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";

const PARSER: readonly Remedy[] = [
  {
    action: "Put middleware that parses cookies before that of the sign-in: app.use(cookieParser()).",
    url: "https://expressjs.com/en/resources/middleware/cookie-parser.html",
  },
];
const STATE: readonly Remedy[] = [
  {
    action:
      "Have the cookie of the sign-in come back to its callback: the same host name, https from end to end (behind a proxy by X-Forwarded-Proto), SameSite=None with Secure.",
    url: "https://learn.microsoft.com/aspnet/core/security/samesite",
  },
  {
    action:
      "With several instances, have them share what protects cookie and state: data protection keys, session store.",
    url: "https://learn.microsoft.com/aspnet/core/security/data-protection/configuration/overview",
  },
  { action: "As a user, start the sign-in anew, not from an old link or by the Back button." },
];

/**
 * Whether the application's own sign-in lost its cookie or state, as opposed to a session of Entra ID.
 *
 * @internal
 */
export function isOwnSignIn({ rule, entry }: Verdict): boolean {
  return entry === undefined && rule?.id === "federation.cookie";
}

/**
 * What to do about a cookie that an application's own sign-in lost.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @internal
 */
export function ofCookie(verdict: Verdict, { plain }: Evidence): readonly Remedy[] | undefined {
  if (!isOwnSignIn(verdict)) return undefined;
  return /cookie-parser|cookie parsing middleware/.test(plain) ? PARSER : STATE;
}
