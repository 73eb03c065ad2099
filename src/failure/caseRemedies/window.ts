import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const IN_A_PAGE: readonly Remedy[] = [
  {
    action:
      "Open the sign-in from a click: browsers block windows that a page opens by itself. Or use loginRedirect and acquireTokenRedirect in place of the popup.",
    url: "https://learn.microsoft.com/entra/msal/javascript/browser/errors#popup_window_error",
  },
  { action: "Let the browser open pop-up windows of this site." },
];
const ON_A_MACHINE: readonly Remedy[] = [
  {
    action:
      "Run it where there is a browser, or use DeviceCodeCredential: the code can be entered on any other machine. On Linux, BROWSER names the program to open.",
    url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code",
  },
  { action: "Or sign in with a developer tool on this machine, and use its credential.", command: "az login" },
];

/**
 * What to do where no window for the sign-in could be opened.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofWindow({ plain }: Evidence): readonly Remedy[] | undefined {
  if (/\b(?:popup|empty)_window_error\b/.test(plain)) return IN_A_PAGE;
  return /(?:failed|unable|could not|couldn't) (?:to )?open (?:a|the) (?:default )?(?:web )?browser/.test(plain)
    ? ON_A_MACHINE
    : undefined;
}
