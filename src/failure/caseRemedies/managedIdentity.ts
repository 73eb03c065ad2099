import type { Evidence } from "../evidence.js";
import { MANAGED_IDENTITY_ANSWER_KINDS } from "../kinds/managedIdentityAnswer.js";
import type { Remedy } from "../types.js";

const ARC_URL = "https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication";

const ARC_KEY: readonly Remedy[] = [
  {
    action:
      "On Azure Arc, let this process read the agent’s key files: add its user to the group himds (Linux) or Hybrid Agent Extension Applications (Windows).",
    command: "ls -ld /var/opt/azcmagent/tokens",
    url: ARC_URL,
  },
  { action: "Check the agent.", command: "azcmagent check", url: ARC_URL },
];

/**
 * The tenant of a managed identity, which the platform names.
 *
 * @internal
 */
export const MOVED: readonly Remedy[] = [
  {
    action:
      "Find out whether the subscription has moved to another directory: the platform, not this program, names the tenant of a managed identity. Switch a system-assigned identity off and on, create a user-assigned one anew, and assign their roles again.",
    url: "https://learn.microsoft.com/azure/role-based-access-control/transfer-subscription",
  },
];

/**
 * The certificate of a managed identity, which the platform owns.
 *
 * @internal
 */
export const PLATFORM_CERTIFICATE: readonly Remedy[] = [
  {
    action:
      "Restart the resource, on Azure Arc the agent: the platform owns and renews the certificate of a managed identity, so there is nothing to upload.",
    url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-faq",
  },
  { action: "If it lasts, switch the identity off and on again, and assign its roles again." },
];

const [CHECK_IDS, SWITCH_ON] = MANAGED_IDENTITY_ANSWER_KINDS.managed_identity_not_assigned.remedies;
const OLD_LIBRARY: readonly Remedy[] = [
  CHECK_IDS,
  SWITCH_ON,
  {
    action:
      'With several user-assigned identities, name one: new AzureServiceTokenProvider("RunAs=App;AppId=<identity-client-id>"). Azure.Identity has taken the place of this library.',
    url: "https://learn.microsoft.com/dotnet/api/overview/azure/app-auth-migration",
  },
];

/**
 * How a library that Azure.Identity replaced is told of an identity.
 *
 * @internal
 */
export function ofOldLibrary({ plain }: Evidence): readonly Remedy[] | undefined {
  return /azureservicetokenprovider|services\.appauthentication|exception message: tried to get token using/.test(plain)
    ? OLD_LIBRARY
    : undefined;
}

const HOST = /^[a-z0-9.-]{1,253}$/i;
const IMDS = "169.254.169.254";

/**
 * What to do about a key file of Azure Arc's agent that cannot be read.
 *
 * @internal
 */
export function ofKeyFile({ plain }: Evidence): readonly Remedy[] | undefined {
  return /unable_to_read_secret_file|azcmagent|azureconnectedmachineagent/.test(plain) ? ARC_KEY : undefined;
}

/**
 * What to do about a gateway in front of an endpoint that is not the metadata service.
 *
 * @param host - the endpoint
 * @internal
 */
export function ofGateway(host: string | undefined): readonly Remedy[] | undefined {
  if (host === undefined || host === IMDS || !HOST.test(host)) return undefined;
  return [
    {
      action: "Exempt the address of the endpoint from any proxy of this process.",
      command: `NO_PROXY=${host}`,
      url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
    },
    {
      action:
        "Check that IDENTITY_ENDPOINT, MSI_ENDPOINT or AZURE_POD_IDENTITY_AUTHORITY_HOST point to the real endpoint, and that no sign-in page or sidecar answers there.",
    },
  ];
}
