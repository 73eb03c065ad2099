import { SECRETS, WORKLOAD_IDENTITY_VARIABLES } from "./application.js";
import type { Asked } from "./asked.js";
import type { Candidate, ManagedIdentityHost, ManagedIdentitySelector } from "./choice.js";
import { CredentialSetupError } from "./credentialSetupError.js";
import { are, type Environment, list } from "./environment.js";
import { findHost, HOST_NAMES, type HostFinding } from "./hosts.js";
import type { Machine } from "./machine.js";

/** Which identity, and by what it is named. */
interface Named {
  readonly identity: ManagedIdentitySelector;
  readonly words: string;
}

/** Variables that make AZURE_CLIENT_ID the id of an application and not of a managed identity. */
const OF_AN_APPLICATION = ["AZURE_CLIENT_CERTIFICATE_PATH", ...SECRETS];

function named(
  environment: Environment,
  option: ManagedIdentitySelector | undefined,
  host: ManagedIdentityHost,
): Named {
  if (option === "systemAssigned") return { identity: option, words: "system-assigned, by the option managedIdentity" };
  const systemAssigned: Named = { identity: "systemAssigned", words: "system-assigned" };
  if (host === "serviceFabric") {
    if (option === undefined) return { ...systemAssigned, words: "the one in its manifest" };
    throw new CredentialSetupError(
      "ambiguous",
      'The option managedIdentity names an identity, but on Service Fabric the application manifest does: the SDK refuses an id there. Remove the option, or set it to "systemAssigned".',
    );
  }
  if (option !== undefined) {
    return { identity: option, words: `user-assigned, by the option managedIdentity.${Object.keys(option)[0]}` };
  }
  const clientId = environment.get("AZURE_CLIENT_ID");
  if (clientId === undefined) return systemAssigned;
  const application = environment.set(OF_AN_APPLICATION);
  if (application.length === 0) return { identity: { clientId }, words: "user-assigned, by AZURE_CLIENT_ID" };
  throw new CredentialSetupError(
    "ambiguous",
    `AZURE_CLIENT_ID may name the managed identity of ${HOST_NAMES[host]} or, since ${are(application, "set")} too, an application. ` +
      'Say which: with the option managedIdentity ("systemAssigned", or an id of the identity), with the option use, or by removing the variables that are not needed.',
  );
}

/** Why the instance metadata service may be asked, although nothing shows that it is there. */
function asksForMetadataService(
  option: ManagedIdentitySelector | undefined,
  asked: Asked | undefined,
): string | undefined {
  if (asked !== undefined) return `${asked.by} asks for it`;
  return option === undefined ? undefined : "the option managedIdentity asks for it";
}

function hostOf(
  finding: HostFinding,
  option: ManagedIdentitySelector | undefined,
  asked: Asked | undefined,
): { host: ManagedIdentityHost; because: string; variables: readonly string[] } | undefined {
  switch (finding.found) {
    case "host": {
      const shown =
        finding.variables.length === 0 ? "its agent is installed on this machine" : are(finding.variables, "set");
      const because = asked === undefined ? shown : `${asked.by} asks for it and ${shown}`;
      return { host: finding.host, because, variables: finding.variables };
    }
    case "person":
      throw new CredentialSetupError(
        "not_for_production",
        "MSI_ENDPOINT is set and MSI_SECRET is not, as in Cloud Shell, whose tokens are those of the person who opened it. createProductionCredential never gives one.",
      );
    case "half":
      throw new CredentialSetupError(
        "half_set_up",
        `${are(finding.set, "set")}, so a managed identity is meant, but ${list(
          finding.ways.map(([name, missing]) => `${are(missing, "not set")} (${name})`),
          "or",
        )}. The host sets these variables itself; do not set or copy them by hand.`,
        { missing: [...new Set(finding.ways.flatMap(([, missing]) => missing))] },
      );
    case "nothing": {
      const because = asksForMetadataService(option, asked);
      return because === undefined ? undefined : { host: "virtualMachine", because, variables: [] };
    }
  }
}

/**
 * The managed identity of this host, if the environment shows one or the caller says there is one.
 *
 * @throws CredentialSetupError if the host is half set up, or which identity is meant is not clear
 * @internal
 */
export function managedIdentity(
  environment: Environment,
  machine: Machine,
  option: ManagedIdentitySelector | undefined,
  asked: Asked | undefined,
): Candidate | undefined {
  const place = hostOf(findHost(environment, machine), option, asked);
  if (place === undefined) return undefined;
  const { host, because, variables } = place;
  // The SDK's ManagedIdentityCredential trades the token file for a token wherever it finds these three.
  const exchange = environment.missing(WORKLOAD_IDENTITY_VARIABLES).length === 0;
  if (exchange) {
    throw new CredentialSetupError(
      "ambiguous",
      `${asked?.by ?? "The option managedIdentity"} asks for a managed identity, but ${are(WORKLOAD_IDENTITY_VARIABLES, "set")}: with these the SDK's ManagedIdentityCredential uses workload identity instead. Ask for workloadIdentity, or unset AZURE_FEDERATED_TOKEN_FILE.`,
    );
  }
  const { identity, words } = named(environment, option, host);
  return {
    plan: { way: "managedIdentity", identity },
    host,
    variables: words.endsWith("AZURE_CLIENT_ID") ? [...variables, "AZURE_CLIENT_ID"] : variables,
    reason: `The managed identity of ${HOST_NAMES[host]} (${words}), since ${because}`,
  };
}
