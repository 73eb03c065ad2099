import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/** What a tool printed that crashed, or that is of another version: the SDK passes it on under its own name. */
const CRASHED =
  /credentialunavailable(?:error|exception): (?:error: )?(?:traceback \(most recent call last\)|panic: |fatal error: |unhandled exception\. ?system\.|segmentation fault|unrecogni[sz]ed arguments|no access token found in the output)/;

/**
 * What a developer tool printed in place of an error of its own.
 *
 * @internal
 */
export function byTool({ plain }: Evidence): Verdict | undefined {
  return CRASHED.test(plain) ? { kind: "tool_failed", answered: false } : undefined;
}
