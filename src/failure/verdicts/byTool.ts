import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/** What a tool printed that crashed, or that is of another version: the SDK passes it on under its own name. */
const CRASHED =
  /credentialunavailable(?:error|exception): (?:error: )?(?:traceback \(most recent call last\)|panic: |fatal error: |unhandled exception\. ?system\.|segmentation fault|unrecogni[sz]ed arguments)|no access token found in the output/;
/** Such an output that says itself that nobody is signed in. */
const NOT_SIGNED_IN =
  /unable to acquire token for tenant.{0,300}(?:authenticated with a developer tool|token acquisition failed for user|user interaction is required|connect-azaccount)/;

/**
 * What a developer tool printed in place of an error of its own.
 *
 * @internal
 */
export function byTool({ plain }: Evidence): Verdict | undefined {
  if (!CRASHED.test(plain)) return undefined;
  return { kind: NOT_SIGNED_IN.test(plain) ? "tool_not_signed_in" : "tool_failed", answered: false };
}
