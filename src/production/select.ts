import {
  CERTIFICATE_VARIABLES,
  certificate,
  SECRETS,
  WORKLOAD_IDENTITY_VARIABLES,
  workloadIdentity,
} from "./application.js";
import { askedWay } from "./asked.js";
import type {
  Candidate,
  ManagedIdentitySelector,
  ProductionCredentialChoice,
  ProductionWay,
  Selection,
} from "./choice.js";
import { CredentialSetupError } from "./credentialSetupError.js";
import { are, type Environment, list } from "./environment.js";
import { hostSetups } from "./hostGuides.js";
import type { Machine } from "./machine.js";
import { managedIdentity } from "./managedIdentity.js";

/** They belong to several ways. */
const SHARED = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID"];

/** @internal */
export interface SelectionOptions {
  readonly use?: ProductionWay | undefined;
  readonly managedIdentity?: ManagedIdentitySelector | undefined;
}

/**
 * Chooses, from variables and options alone.
 *
 * @throws CredentialSetupError if there is nothing to choose, or a way is half set up: then the next is not tried, since
 * it would be an identity that nobody meant
 * @internal
 */
export function select(environment: Environment, machine: Machine, options: SelectionOptions): Selection {
  const asked = askedWay(environment, options.use);
  const only = asked?.way;
  let candidate: Candidate | undefined;
  if (only === undefined || only === "workloadIdentity") candidate = workloadIdentity(environment, asked);
  if (candidate === undefined && (only === undefined || only === "managedIdentity")) {
    candidate = managedIdentity(environment, machine, options.managedIdentity, asked);
  }
  if (candidate === undefined && (only === undefined || only === "certificate")) {
    candidate = certificate(environment, asked);
  }
  if (candidate === undefined) throw nothing(environment, machine);
  return { plan: candidate.plan, choice: choiceOf(candidate, environment, options) };
}

const CREDENTIALS = {
  workloadIdentity: "WorkloadIdentityCredential",
  managedIdentity: "ManagedIdentityCredential",
  certificate: "ClientCertificateCredential",
} as const;

function choiceOf(
  { plan: { way }, host, variables, reason }: Candidate,
  environment: Environment,
  options: SelectionOptions,
): ProductionCredentialChoice {
  const others = [...WORKLOAD_IDENTITY_VARIABLES, ...CERTIFICATE_VARIABLES].filter((name) => !SHARED.includes(name));
  const unused = environment.set([...others, ...SECRETS]).filter((name) => !variables.includes(name));
  if (way !== "managedIdentity" && options.managedIdentity !== undefined) unused.push("the option managedIdentity");
  return {
    way,
    credentialType: CREDENTIALS[way],
    ...(host !== undefined && { host }),
    variables,
    unused,
    sentence: `${reason}${unused.length === 0 ? "" : `; not used: ${list(unused)}`}.`,
  };
}

function nothing(environment: Environment, machine: Machine): CredentialSetupError {
  const application = environment.set(SHARED);
  const secrets = environment.set(SECRETS);
  const lines = [
    "No credential is set up for production. Looked for, in this order:",
    `- workload identity: ${are(environment.missing(WORKLOAD_IDENTITY_VARIABLES), "not set")}`,
    "- a managed identity: no variable of a host is set, no Azure Arc agent is installed, and nothing asks for the one of a virtual machine",
    `- a certificate: ${are(environment.missing(CERTIFICATE_VARIABLES), "not set")}`,
  ];
  if (application.length > 0) {
    lines.push(`${are(application, "set")}, but alone that does not say how this process proves who it is.`);
  }
  if (secrets.length > 0) {
    lines.push(
      `${are(secrets, "set")}, but a secret or password is no credential for production: it leaks and it expires.`,
    );
  }
  return new CredentialSetupError("nothing_set_up", lines.join("\n"), { hosts: hostSetups(environment, machine) });
}
