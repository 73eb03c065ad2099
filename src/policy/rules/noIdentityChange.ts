import { NO_OPTIONS } from "../optionSchema.js";
import type { Rule } from "./rule.js";

export const noIdentityChange: Rule<"no-identity-change"> = {
  id: "no-identity-change",
  finds: "a chain that takes its token from another member than before in the same process",
  why: "A chain does not keep to the member that worked. When that one fails the next takes over, and the service goes on with the rights of somebody else; nothing says so.",
  fix: "Use the one credential that is meant to work here instead of a chain, and look at why it failed.",
  url: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/best-practices#use-deterministic-credentials-in-production-environments",
  limits: "Only the first token tells which member is the one to keep to.",
  production: "warn",
  options: NO_OPTIONS,
  winner({ previous, selected }) {
    return { message: `The token comes from ${selected}, and came from ${previous} before.` };
  },
};
