import type { Evidence } from "../evidence.js";
import type { VariableNames } from "../hosts.js";
import { ToldBy } from "../surroundings.js";
import type { Remedy } from "../types.js";

const TENANT = "AZURE_TENANT_ID";
const CLIENT = "AZURE_CLIENT_ID";
const PROOFS = ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH"] as const;
/** Of a person, and of a pod: other flows. */
const OTHERS = ["AZURE_USERNAME", "AZURE_FEDERATED_TOKEN_FILE"] as const;
/** As the SDK of Go tells a set that is not whole. */
const ONLY = /\bonly ((?:azure_\w{4,40}(?:, (?:and )?| and )?){1,3}) (?:is|are) set/;

function list(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

function advise(set: readonly string[], missing: readonly string[]): Remedy {
  return {
    action: `Of a service principal, ${list(set, "and")} ${set.length === 1 ? "is" : "are"} set: set ${list(missing, "and")} too, or unset ${set.length === 1 ? "it" : "them"} where another credential is meant.`,
    command: "env | cut -d= -f1 | grep -E '^AZURE_'",
    url: "https://aka.ms/azsdk/js/identity/environmentcredential/troubleshoot",
  };
}

function remedyOf(has: (name: string) => boolean): Remedy | undefined {
  if (OTHERS.some(has)) return undefined;
  const proof = PROOFS.find(has);
  const set = [TENANT, CLIENT, ...(proof === undefined ? [] : [proof])].filter(has);
  // A client alone is how a user-assigned managed identity is named, a tenant alone narrows a sign-in.
  if (set.length < 2) return undefined;
  const missing = [TENANT, CLIENT].filter((name) => !has(name));
  if (proof === undefined) missing.push(PROOFS.join(" or "));
  return missing.length === 0 ? undefined : advise(set, missing);
}

/**
 * What a service principal of the environment lacks, where some of it is set.
 *
 * @param evidence - what was read off the error, where there is one
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @internal
 */
export function remedyOfPrincipal(evidence: Evidence | undefined, variables: VariableNames): Remedy | undefined {
  if (!(variables instanceof ToldBy)) return remedyOf((name) => variables.has(name));
  const told = ONLY.exec((evidence ?? variables.whole).plain)?.[1]?.toUpperCase();
  if (told === undefined) return undefined;
  const names = new Set(told.match(/AZURE_\w+/g));
  return remedyOf((name) => names.has(name));
}
