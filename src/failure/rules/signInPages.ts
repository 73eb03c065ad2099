import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What Microsoft's sign-in page says to a person, copied from the browser without a number.
 *
 * @internal
 */
export const SIGN_IN_PAGE_RULES: readonly Rule[] = [
  {
    id: "sign-in-page.locked",
    kind: "account_disabled_or_locked",
    pattern:
      /\byour account (?:has been locked\. contact your support person|is temporarily locked to prevent unauthori)/,
    unless: /aadsts/,
    answered: true,
    example: "Your account is temporarily locked to prevent unauthorized use. Try again later.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.password",
    kind: "invalid_user_credentials",
    phrases: ["your account or password is incorrect"],
    unless: /aadsts/,
    answered: true,
    example: "Your account or password is incorrect. If you don't remember your password, reset it now.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.user",
    kind: "user_not_found",
    pattern:
      /\bthis username may be incorrect\. make sure you typed it|\bwe couldn't find an account with that (?:username|name)\b/,
    unless: /aadsts/,
    answered: true,
    example: "This username may be incorrect. Make sure you typed it correctly. Otherwise, contact your admin.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.new-password",
    kind: "password_expired",
    phrases: ["you need to update your password because"],
    unless: /aadsts/,
    answered: true,
    example:
      "You need to update your password because this is the first time you are signing in, or because your password has expired.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.cookies",
    kind: "session_or_cookie",
    pattern: /\byour browser is (?:currently )?set to block (?:all )?cookies/,
    unless: /aadsts/,
    answered: true,
    example: "We can't sign you in. Your browser is currently set to block cookies.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.more-information",
    kind: "mfa_required",
    pattern: anyOf(
      /\byour organi[sz]ation (?:needs|requires) more information to keep your account secure/,
      /\byour organi[sz]ation requires you to set up the following methods/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "More information required. Your organization needs more information to keep your account secure.",
    sources: ["service"],
  },
  {
    id: "sign-in-page.tenant-restrictions",
    kind: "policy_or_license",
    says: "An organization restricts which tenants may be signed in to from its network.",
    pattern: anyOf(
      /\bhas restricted which organi[sz]ations can be accessed/,
      /\btenant restrictions?\b.{0,80}\b(?:do not|does not|don't|doesn't) (?:allow|permit)/,
      /\b(?:blocked|forbidden|denied|refused) (?:by|because of|due to) (?:the |our |a )?(?:organi[sz]ation's )?tenant restrictions?\b/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "The Contoso IT department has restricted which organizations can be accessed.",
    sources: ["service"],
  },
];
