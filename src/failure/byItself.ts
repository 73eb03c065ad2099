import { OwnVariables } from "./hosts.js";
import { KINDS } from "./kinds.js";
import { remediesOfKind } from "./remedies.js";
import type { AcquisitionEvidence, Finding, Remedy } from "./types.js";
import { USE_DIRECTLY } from "./writers/chains.js";

/** For a chain: it is not one, and what it is told to use instead it is. */
function isForChain({ action }: Remedy): boolean {
  return action === USE_DIRECTLY.usual.action || action.includes("AZURE_TOKEN_CREDENTIALS");
}

/**
 * The credential by itself probes only in versions of the SDK of before MSAL took that over.
 *
 * @internal
 */
export function probedByItself({ cause, remedies }: Finding): Pick<Finding, "cause" | "remedies"> {
  const { means } = KINDS.managed_identity_probe_timeout;
  const own =
    "The short availability probe that this version of @azure/identity puts before every managed identity ran out, though the identity may exist.";
  const update = {
    action: "Update @azure/identity: the ManagedIdentityCredential of newer versions does not probe.",
    command: "npm install @azure/identity@latest",
    url: "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/CHANGELOG.md",
  };
  return { cause: cause.replace(means, own), remedies: [update, ...remedies.filter((remedy) => !isForChain(remedy))] };
}

/**
 * An abort that the caller did not ask for: the credential has a limit of its own, and it ran out.
 *
 * @internal
 */
export function gaveUpByItself({ exchanges }: AcquisitionEvidence): Pick<Finding, "kind" | "cause"> & Partial<Finding> {
  const last = exchanges.at(-1);
  const waiting = last !== undefined && (last.pending === true || last.errorCode === "ABORT_ERR");
  const kind = waiting ? "network_timeout" : "unknown";
  const { stage, owner, retryable, summary } = KINDS[kind];
  const remedies = remediesOfKind(kind, new OwnVariables());
  const where = waiting ? ` while ${last.method} ${last.host}:${last.port} had not answered` : "";
  const cause = `The credential gave up by itself${where}; the caller's AbortSignal had not fired.`;
  return { kind, stage, owner, retryable, summary, cause, remedies };
}
