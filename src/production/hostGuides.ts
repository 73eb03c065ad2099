import type { Remedy } from "../failure/types.js";
import { are, type Environment } from "./environment.js";
import type { Machine } from "./machine.js";

/**
 * How a credential is set up on one host, as a {@link CredentialSetupError} lists it.
 *
 * @public
 * @since 0.1.0
 */
export interface HostSetup {
  /** E.g. `"App Service"`. */
  readonly host: string;
  /** What shows that this process runs there, e.g. `"WEBSITE_SITE_NAME is set"`; absent where nothing does. */
  readonly sign?: string;
  /** What was looked for there. */
  readonly lookedFor: string;
  readonly remedy: Remedy;
}

interface HostGuide extends Omit<HostSetup, "sign"> {
  readonly signs: readonly string[];
  readonly machineSign?: (machine: Machine) => string | undefined;
}

const APP_SERVICE_URL = "https://learn.microsoft.com/azure/app-service/overview-managed-identity";

const GUIDES: readonly HostGuide[] = [
  {
    host: "Functions",
    signs: ["FUNCTIONS_WORKER_RUNTIME", "AZURE_FUNCTIONS_ENVIRONMENT"],
    lookedFor: "IDENTITY_ENDPOINT and IDENTITY_HEADER, which the host sets once the app has an identity",
    remedy: {
      action: "switch the identity of the function app on and restart it",
      command: "az functionapp identity assign -g <group> -n <app>",
      url: APP_SERVICE_URL,
    },
  },
  {
    host: "Container Apps",
    signs: ["CONTAINER_APP_NAME"],
    lookedFor: "IDENTITY_ENDPOINT and IDENTITY_HEADER, which each revision gets once the app has an identity",
    remedy: {
      action: "switch the identity on, which starts a new revision",
      command: "az containerapp identity assign --system-assigned -g <group> -n <app>",
      url: "https://learn.microsoft.com/azure/container-apps/managed-identity",
    },
  },
  {
    host: "App Service",
    signs: ["WEBSITE_SITE_NAME", "WEBSITE_INSTANCE_ID"],
    lookedFor: "IDENTITY_ENDPOINT and IDENTITY_HEADER, which the host sets once the app has an identity",
    remedy: {
      action: "switch the identity on and restart the app",
      command: "az webapp identity assign -g <group> -n <app>",
      url: APP_SERVICE_URL,
    },
  },
  {
    host: "AKS workload identity",
    signs: ["KUBERNETES_SERVICE_HOST"],
    lookedFor:
      "AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID, which the cluster's webhook gives to pods with the label azure.workload.identity/use=true",
    remedy: {
      action: "annotate the service account with the client id, label the pods of the deployment, and federate the two",
      command:
        "kubectl annotate serviceaccount <account> azure.workload.identity/client-id=<client id>; " +
        'kubectl patch deployment <name> -p \'{"spec":{"template":{"metadata":{"labels":{"azure.workload.identity/use":"true"}}}}}\'; ' +
        "az identity federated-credential create -g <group> --identity-name <identity> -n <name> --issuer <issuer of the cluster> --subject system:serviceaccount:<namespace>:<account>",
      url: "https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster",
    },
  },
  {
    host: "Service Fabric",
    signs: ["Fabric_ApplicationName", "Fabric_NodeName"],
    lookedFor: "IDENTITY_ENDPOINT, IDENTITY_HEADER and IDENTITY_SERVER_THUMBPRINT, which the runtime sets",
    remedy: {
      action: "give the application an identity in its template and name it in the application manifest",
      command: 'az deployment group create -g <group> --template-file <application with "identity">',
      url: "https://learn.microsoft.com/azure/service-fabric/concepts-managed-identity",
    },
  },
  {
    host: "Azure Arc",
    signs: ["IMDS_ENDPOINT"],
    lookedFor: "IDENTITY_ENDPOINT and IMDS_ENDPOINT, or the agent on the disk",
    remedy: {
      action: "connect the machine",
      command: "azcmagent connect -g <group> -l <region> --tenant-id <tenant> --subscription-id <subscription>",
      url: "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication",
    },
  },
  {
    host: "virtual machine or scale set",
    signs: [],
    machineSign: (machine) => (machine.isAzureVirtualMachine() ? "the machine is one of Azure's" : undefined),
    lookedFor:
      "the option managedIdentity or AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential, since such a machine shows its identity nowhere and to ask its network would be a guess",
    remedy: {
      action:
        'give the machine an identity and say that it is meant: createProductionCredential({ managedIdentity: "systemAssigned" })',
      command: "az vm identity assign -g <group> -n <machine> (scale set: az vmss identity assign)",
      url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-configure-managed-identities",
    },
  },
];

/**
 * How to set a credential up, host by host; those where this process seems to run come first.
 *
 * @internal
 */
export function hostSetups(environment: Environment, machine: Machine): HostSetup[] {
  const setups = GUIDES.map(({ signs, machineSign, ...guide }): HostSetup => {
    const shown = environment.set(signs).slice(0, 1);
    const sign = shown.length > 0 ? are(shown, "set") : machineSign?.(machine);
    return { ...guide, ...(sign !== undefined && { sign }) };
  });
  return [...setups.filter(({ sign }) => sign !== undefined), ...setups.filter(({ sign }) => sign === undefined)];
}
