import type { Remedy } from "../types.js";
import { ASSIGN_ROLE, RBAC } from "./pages.js";

/**
 * How long a new assignment takes to count.
 *
 * @internal
 */
export const WAIT: Remedy = {
  action:
    "After a change wait up to ten minutes, and get a new token: tokens and their caches keep what was true before.",
  url: RBAC,
};

/**
 * An assignment of the role that `<role>` is filled with.
 *
 * @param action - what to do, in the imperative
 * @param scope - what the role is assigned on
 * @param url - page of the service
 * @internal
 */
export function assign(action: string, scope: string, url: string = ASSIGN_ROLE): Remedy {
  return {
    action,
    command: `az role assignment create --assignee <object-id> --role "<role>" --scope "${scope}"`,
    url,
  };
}
