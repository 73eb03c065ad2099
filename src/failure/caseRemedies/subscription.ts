import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const URL = "https://learn.microsoft.com/cli/azure/authenticate-azure-cli";
const NONE_FOUND = /\bno subscriptions? (?:(?:was|were) )?found for\b/;

const REMEDIES: readonly Remedy[] = [
  {
    action: "Name the tenant that has the subscription: the account may be a guest there.",
    command: "az login --tenant <its-tenant>",
    url: URL,
  },
  {
    action: "If no subscription is needed, as for Microsoft Graph, sign in without one.",
    command: "az login --tenant <its-tenant> --allow-no-subscriptions",
    url: URL,
  },
  {
    action: "Else have the account given a role on a subscription.",
    url: "https://learn.microsoft.com/azure/role-based-access-control/role-assignments-steps",
  },
];

/**
 * What to do where an account has no subscription: nothing is wrong with the tool.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofSubscription({ plain }: Evidence): readonly Remedy[] | undefined {
  return NONE_FOUND.test(plain) ? REMEDIES : undefined;
}
