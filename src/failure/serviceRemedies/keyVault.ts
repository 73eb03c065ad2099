import { anyOf } from "../anyOf.js";
import { KEY_VAULT_NETWORK } from "./keyVaultNetwork.js";
import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const RBAC_PAGE = "https://learn.microsoft.com/azure/key-vault/general/rbac-guide";
const POLICY_PAGE = "https://learn.microsoft.com/azure/key-vault/general/assign-access-policy";
const NETWORK_PAGE = "https://learn.microsoft.com/azure/key-vault/general/network-security";
const VAULT =
  /(?:https:\/\/|vault:? {0,2}\\{0,3}['"]?|\/vaults\/)([a-z][a-z0-9-]{1,22}[a-z0-9])(?=\.vault\.(?:azure|usgov)|;|\\{0,3}['"]|\/)/i;

const SHOW_MODE = {
  action: "Find out how the vault grants access: true means Azure roles, anything else access policies.",
  command: "az keyvault show -n <vault> --query properties.enableRbacAuthorization",
  url: RBAC_PAGE,
};
const SET_POLICY = "az keyvault set-policy -n <vault> --object-id <object-id>";

/**
 * Azure Key Vault: roles or access policies, one at a time, and a firewall of its own.
 *
 * @internal
 */
export const KEY_VAULT: Service = {
  name: "key-vault",
  shows: anyOf(
    /\.vault\.(?:azure\.|usgov)/,
    /azure key ?vault/,
    /\bkey vault\b/,
    /keyvault/,
    /\bakv10\d{3}\b/,
    /forbiddenby(?:rbac|policy|firewall|connection)/,
    /caller is not authorized to perform action/,
    /caller was not found on any access policy/,
    /caller is not a trusted service/,
    /request is not from a trusted service/,
  ),
  scope: "https://vault.azure.net/.default",
  values: {
    vault: VAULT,
    "vault-id":
      /(\/subscriptions\/[\w-]{1,40}\/resourcegroups\/[\w.-]{1,90}\/providers\/microsoft\.keyvault\/vaults\/[\w-]{3,24})/i,
    "object-type": /does not have (secret|key|certificate|storage)s? \w{3,20} permission/i,
    permission: /does not have \w{3,12} (\w{3,20}) permission/i,
    role: [
      [/vaults\/secrets\/(?:getsecret|readmetadata|read)|key vault secrets user/, "Key Vault Secrets User"],
      [/vaults\/secrets\/|key vault secrets officer/, "Key Vault Secrets Officer"],
      [/vaults\/certificates\/(?:read|getcertificate)|key vault certificate user/, "Key Vault Certificate User"],
      [/vaults\/certificates\/|certificatecas/, "Key Vault Certificates Officer"],
      [/vaults\/keys\/(?:encrypt|decrypt|wrap|unwrap|sign|verify|read)/, "Key Vault Crypto User"],
      [/vaults\/keys\//, "Key Vault Crypto Officer"],
      [/\/secrets\/|\bsecrets?\b/, "Key Vault Secrets User"],
      [/\/certificates\//, "Key Vault Certificate User"],
      [/\/keys\//, "Key Vault Crypto User"],
    ],
  },
  authorization_denied: [
    {
      when: /does not have \w{3,12} \w{3,20} permission on key ?vault|access policy|forbiddenbypolicy/,
      remedies: [
        [
          {
            action:
              "Give the identity the permission ‘<permission>’ in the vault’s access policies; roles do not count there.",
            command: `${SET_POLICY} --<object-type>-permissions <permission>`,
            url: POLICY_PAGE,
          },
          {
            action: "Give the identity what it needs in the vault’s access policies; roles do not count there.",
            command: `${SET_POLICY} --secret-permissions get list`,
            url: POLICY_PAGE,
          },
        ],
        {
          action:
            "Compare with the policies that are there: the object id must be that of this very identity, in the vault’s tenant.",
          command:
            'az keyvault show -n <vault> --query "properties.accessPolicies[].{id:objectId,secrets:permissions.secrets}"',
          url: POLICY_PAGE,
        },
      ],
    },
    {
      when: /caller is not authorized to perform action|forbiddenbyrbac|deniedwith|key vault \w{3,20} (?:user|officer|reader)|microsoft\.keyvault\/vaults\//,
      remedies: [
        assign(
          "Assign the role of Key Vault for this operation, on the vault; Owner and Contributor do not open its data.",
          "<vault-id>",
          RBAC_PAGE,
        ),
        {
          action: "See which roles the identity has, and on what.",
          command: "az role assignment list --assignee <object-id> --all -o table",
          url: RBAC_PAGE,
        },
        WAIT,
      ],
    },
    {
      remedies: [
        SHOW_MODE,
        assign("With Azure roles, assign a data role of Key Vault on the vault.", "<vault-id>", RBAC_PAGE),
        {
          action: "With access policies, add one for the identity.",
          command: `${SET_POLICY} --secret-permissions get list`,
          url: POLICY_PAGE,
        },
        {
          action: "If neither is missing, look at the vault’s firewall.",
          command: "az keyvault network-rule list -n <vault>",
          url: NETWORK_PAGE,
        },
      ],
    },
  ],
  network_rule_denied: KEY_VAULT_NETWORK,
  token_rejected: [
    {
      when: /akv10032|issuer|tenant/,
      remedies: [
        [
          {
            action:
              "Get the token from tenant <expected-tenant>, which the vault trusts, instead of <found-tenant>: set the tenant id of the credential (AZURE_TENANT_ID).",
            command: "az keyvault show -n <vault> --query properties.tenantId",
            url: "https://learn.microsoft.com/azure/key-vault/general/authentication",
          },
          {
            action:
              "Get the token from the tenant that the vault belongs to: set the tenant id of the credential (AZURE_TENANT_ID).",
            command: "az keyvault show -n <vault> --query properties.tenantId",
            url: "https://learn.microsoft.com/azure/key-vault/general/authentication",
          },
        ],
        {
          action: "If the vault’s subscription was moved to another tenant, give the vault the new tenant id.",
          url: "https://learn.microsoft.com/azure/key-vault/general/move-subscription",
        },
      ],
    },
  ],
};
