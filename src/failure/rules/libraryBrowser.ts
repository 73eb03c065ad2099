import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const CODE = "\\bauthorization (?:code|response)\\b";
const LATE = oneOf("timed? ?out", "in time\\b", "within \\d", "gave up", "expired");

/**
 * Sign-ins in a browser that nobody finished, or that could not be begun for want of one.
 *
 * @internal
 */
export const LIBRARY_BROWSER_RULES: readonly Rule[] = [
  {
    id: "library.browser-late",
    kind: "interaction_required",
    says: "The sign-in in the browser was not finished in time.",
    pattern: anyOf(
      `\\b(?:no|without an?) ${CODE}.{0,60}${LATE}`,
      `${LATE}.{0,80}\\b(?:no|without an?|with an?) ${CODE}`,
      `${LATE}[.:,] no ${CODE}`,
      /\bno auth response arrived\b/,
      /\b(?:sign-?in|log-?in)\b.{0,40}\bnot (?:finished|completed) in time/,
      /\bnobody (?:completed|finished|answered) the (?:sign|log)-?in/,
    ),
    unless: /aadsts|device|\bqueue\b|webhook|\bsms\b/,
    answered: true,
    example: "RuntimeError: Timeout. No auth response arrived.",
    sources: ["msal", "java", "python"],
  },
  {
    id: "library.browser-absent",
    kind: "interaction_required",
    says: "The sign-in needs a browser, and none could be opened here.",
    pattern: anyOf(
      /\bbrowser could not be opened - please open (?:https?:\/\/)?[\w.]{0,20}(?:microsoft|login)/,
      /\bfound no browser in (?:the )?current environment\b.{0,60}(?:if this program is|\bsign|\blog ?in|\bauth)/,
      /\bno browser (?:was )?found to (?:sign|log) ?in\b/,
      /(?:could not|couldn't|cannot|can't|unable to|failed to) open (?:a |the )?(?:system |default )?browser (?:for|to) (?:the )?interactive (?:sign|log|auth)/,
    ),
    unless: /aadsts|az login|azd auth|selenium|playwright|webdriver|chromedriver|puppeteer|econn|enotfound/,
    example: "Found no browser in current environment. If this program is being run inside a container",
    sources: ["msal", "java", "python"],
  },
  {
    id: "library.browser-no-code",
    kind: "interaction_required",
    says: "The browser came back from the sign-in without an authorization code.",
    pattern:
      /\bquery pair not found: code\b|\bredirect(?:ed)? (?:\w{2,12} ){0,3}(?:without|carried no) (?:an? )?(?:authorization )?code\b/,
    unless: /aadsts|access_denied|country|postal/,
    answered: true,
    example: "query pair not found: code",
    sources: ["rust"],
  },
  {
    id: "library.browser-get",
    kind: "unsupported_grant_or_response",
    says: "The answer to the sign-in came in the address of the page, where it is taken only in a form that is posted.",
    pattern: /\bresponse was received via a get operation\b/,
    example: "response was received via a GET operation, which is not supported",
    sources: ["go"],
  },
];
