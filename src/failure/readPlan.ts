import { type Plan, planOf } from "./prefilter/plan.js";
import { REQUIREMENTS } from "./requirements.js";

/**
 * What to look for in texts. The build puts the answer in place of this file, so that no service reads hundreds of
 * patterns before its first answer; see scripts/plan.ts.
 *
 * @internal
 */
export function readPlan(): Plan {
  return planOf(REQUIREMENTS);
}
