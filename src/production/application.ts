import type { Asked } from "./asked.js";
import type { Candidate, ProductionWay } from "./choice.js";
import { CredentialSetupError } from "./credentialSetupError.js";
import { are, type Environment } from "./environment.js";

/** A way of an application that proves itself to Entra ID with something in a file. */
interface ApplicationWay {
  readonly way: ProductionWay;
  readonly name: string;
  /** The variable that shows that this way is meant; the other two belong to several ways. */
  readonly file: string;
  /** Variables that make no sense without it. */
  readonly companions: readonly string[];
  readonly remedy: string;
}

const WORKLOAD_IDENTITY: ApplicationWay = {
  way: "workloadIdentity",
  name: "workload identity",
  file: "AZURE_FEDERATED_TOKEN_FILE",
  companions: [],
  remedy:
    "On AKS the webhook sets all three: annotate the service account with azure.workload.identity/client-id and start the pods again.",
};

const CERTIFICATE: ApplicationWay = {
  way: "certificate",
  name: "a certificate",
  file: "AZURE_CLIENT_CERTIFICATE_PATH",
  companions: ["AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN"],
  remedy: "Set it where this runs, or remove the others.",
};

const APPLICATION = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID"];

/** Static secrets, which are no way here. @internal */
export const SECRETS = ["AZURE_CLIENT_SECRET", "AZURE_USERNAME", "AZURE_PASSWORD"];

/** @internal */
export const WORKLOAD_IDENTITY_VARIABLES: readonly string[] = [WORKLOAD_IDENTITY.file, ...APPLICATION];
/** @internal */
export const CERTIFICATE_VARIABLES: readonly string[] = [CERTIFICATE.file, ...APPLICATION];

/** The variables of a way if all are set, undefined if it is not meant. @throws CredentialSetupError if it is half set up */
function whole(way: ApplicationWay, environment: Environment, asked: Asked | undefined): readonly string[] | undefined {
  const variables = [way.file, ...APPLICATION];
  const missing = environment.missing(variables);
  if (missing.length === 0) return variables;
  const shown = environment.set([way.file, ...way.companions]);
  if (asked === undefined && shown.length === 0) return undefined;
  const meant = asked === undefined ? `${are(shown, "set")}, so` : `${asked.by} asks for it, so`;
  throw new CredentialSetupError(
    "half_set_up",
    `${meant} ${way.name} is meant, but ${are(missing, "not set")}. ${way.remedy}`,
    { missing },
  );
}

function because(variables: readonly string[], asked: Asked | undefined): string {
  return `${asked === undefined ? "" : `${asked.by} asks for it and `}${are(variables, "set")}`;
}

/** @internal */
export function workloadIdentity(environment: Environment, asked: Asked | undefined): Candidate | undefined {
  const variables = whole(WORKLOAD_IDENTITY, environment, asked);
  if (variables === undefined) return undefined;
  const plan = {
    way: "workloadIdentity",
    tokenFile: environment.get(WORKLOAD_IDENTITY.file) ?? "",
    clientId: environment.get("AZURE_CLIENT_ID") ?? "",
    tenantId: environment.get("AZURE_TENANT_ID") ?? "",
  } as const;
  return { plan, variables, reason: `Workload identity, since ${because(variables, asked)}` };
}

/** @internal */
export function certificate(environment: Environment, asked: Asked | undefined): Candidate | undefined {
  const variables = whole(CERTIFICATE, environment, asked);
  if (variables === undefined) return undefined;
  const plan = {
    way: "certificate",
    path: environment.get(CERTIFICATE.file) ?? "",
    clientId: environment.get("AZURE_CLIENT_ID") ?? "",
    tenantId: environment.get("AZURE_TENANT_ID") ?? "",
    password: environment.get("AZURE_CLIENT_CERTIFICATE_PASSWORD"),
    sendChain: /^(?:1|true)$/i.test(environment.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN") ?? ""),
    additionalTenants: environment.get("AZURE_ADDITIONALLY_ALLOWED_TENANTS")?.split(";"),
  } as const;
  const elsewhere = asked === undefined ? " and neither workload identity nor a managed identity is" : "";
  return { plan, variables, reason: `A certificate, since ${because(variables, asked)}${elsewhere}` };
}
