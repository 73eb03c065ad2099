import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

/** The value of a sample: `<your-tenant-id>`, `{tenant}`, `YOUR_TENANT_ID`. */
const LEFT_IN =
  /\b(?:tenant|application|client|identifier)\b.{0,40}?['"](?:<[a-z _-]{2,40}>|\{\{?[a-z _-]{2,40}\}?\}|your[ _-][a-z_ -]{2,40}(?:id|name|domain)(?:[ _-]here)?|enter[ _-]the[ _-][a-z_ -]{2,60}|(?:tenant|client|application)[ _-]?id)['"]/;

const REMEDIES: readonly Remedy[] = [
  {
    action:
      "Put the real value in the place of the one in the sample: the setting still holds the placeholder. Of a template, the variable of that name is not set where it is rendered.",
  },
];

/**
 * What to do where a placeholder was left in a setting.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofPlaceholder({ plain }: Evidence): readonly Remedy[] | undefined {
  return LEFT_IN.test(plain) ? REMEDIES : undefined;
}
