import { anyOf } from "../anyOf.js";
import { RBAC } from "./pages.js";
import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const DENY_PAGE = "https://learn.microsoft.com/azure/role-based-access-control/deny-assignments";
const LIST = "az role assignment list --assignee <object-id> --all -o table";

const RESOURCE_MANAGER_CASES: Omit<Service, "name" | "shows"> = {
  scope: "https://management.azure.com/.default",
  values: {
    role: [
      [/roleassignments\/(?:write|delete)/, "Role Based Access Control Administrator"],
      [/microsoft\.[\w./]{1,100}\/read\b/, "Reader"],
      [/listclusteradmincredential/, "Azure Kubernetes Service Cluster Admin Role"],
      [/listclusterusercredential/, "Azure Kubernetes Service Cluster User Role"],
      [/storageaccounts\/listkeys/, "Storage Account Key Operator Service Role"],
      [/microsoft\.network\/dnszones/, "DNS Zone Contributor"],
      [/microsoft\.network\/privatednszones/, "Private DNS Zone Contributor"],
      [/microsoft\.network\//, "Network Contributor"],
      [/microsoft\.operationalinsights\//, "Log Analytics Contributor"],
      [/microsoft\.web\//, "Website Contributor"],
      [/microsoft\.compute\/virtualmachine/, "Virtual Machine Contributor"],
      [/microsoft\.[a-z]{3,40}\/[\w./]{1,100}\/(?:write|delete|action)\b/, "Contributor"],
    ],
  },
  authorization_denied: [
    {
      when: /deny ?assignment/,
      remedies: [
        {
          action:
            "Find the deny assignment: it outweighs every role, and only whoever made it (a deployment stack, a managed application, a blueprint) can lift it.",
          command:
            'az rest --method get --url "https://management.azure.com<scope-id>/providers/Microsoft.Authorization/denyAssignments?api-version=2022-04-01"',
          url: DENY_PAGE,
        },
      ],
    },
    {
      when: /linkedauthorizationfailed|on (?:the )?linked scope/,
      remedies: [
        assign(
          "Grant the role on the linked resource too, such as the subnet or the identity that this one is joined to.",
          "<linked-resource-id>",
          RBAC,
        ),
        WAIT,
      ],
    },
    {
      when: /no access was configured for the managed identity|no subscriptions (?:were )?found/,
      remedies: [
        assign("Assign the identity a role on the subscription it is to use.", "/subscriptions/<subscription-id>"),
        {
          action: "If it needs no subscription, sign in without one.",
          command: "az login --identity --allow-no-subscriptions",
          url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli-managed-identity",
        },
      ],
    },
    {
      when: /roleassignmentupdatenotpermitted/,
      remedies: [
        {
          action:
            "Delete the assignment that has this name, or give the new one another: for whom and on what it is cannot be changed. It is often one for an identity that was deleted and made anew.",
          command: 'az role assignment list --scope "<scope-id>" -o table',
          url: RBAC,
        },
      ],
    },
    {
      remedies: [
        [
          assign("Assign the identity a role that allows <action>, on this scope or above it.", "<scope-id>", RBAC),
          assign(
            "Assign the identity a role that allows this operation, on this scope or above it.",
            "<scope-id>",
            RBAC,
          ),
        ],
        {
          action: "See which roles it has, and on what: subscription and resource group must be those of the request.",
          command: LIST,
          url: RBAC,
        },
        WAIT,
      ],
    },
  ],
  token_rejected: [
    {
      when: /wrong issuer|tokentenant|issuer|wrong tenant/,
      remedies: [
        [
          {
            action:
              "Get the token from tenant <expected-tenant>, which the subscription belongs to, instead of <found-tenant>: set the tenant id of the credential (AZURE_TENANT_ID).",
            command: 'az account list --all --query "[].{subscription:id,tenant:tenantId}" -o table',
            url: "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-authentication",
          },
          {
            action:
              "Get the token from the tenant that the subscription belongs to: set the tenant id of the credential (AZURE_TENANT_ID).",
            command: 'az account list --all --query "[].{subscription:id,tenant:tenantId}" -o table',
            url: "https://learn.microsoft.com/azure/role-based-access-control/transfer-subscription",
          },
        ],
        {
          action: "With a developer tool, sign in to that tenant.",
          command: "az login --tenant <expected-tenant>",
          url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
        },
      ],
    },
  ],
};

/**
 * Azure Resource Manager, told by its own error.
 *
 * @internal
 */
export const RESOURCE_MANAGER: Service = {
  ...RESOURCE_MANAGER_CASES,
  name: "resource-manager",
  shows: anyOf(
    /does not have authorization to perform action/,
    /\b(?:linked|denyassignment)?authorizationfailed\b/,
    /invalidauthenticationtoken(?:tenant|audience)/,
    /expiredauthenticationtoken/,
    /no access was configured for the managed identity/,
    /denied? (?:by a|because of the) deny assignment/,
    /permission on linked scope/,
  ),
};

/**
 * The same, told by its host or the name of an operation.
 *
 * @internal
 */
export const RESOURCE_MANAGER_HOST: Service = {
  ...RESOURCE_MANAGER_CASES,
  name: "resource-manager-host",
  shows: anyOf(
    /management\.(?:azure|usgovcloudapi|chinacloudapi)\./,
    /\bmicrosoft\.[a-z]{3,40}\/[\w./]{1,100}\/(?:read|write|delete|action)\b/,
    /azure resource (?:manager|graph)/,
    /\b[a-z]{3,30}\.[a-z]{3,30}client#/,
    /azure subscription/,
    /perform action '?microsoft\./,
    /roleassignmentupdate/,
    /app service\b/,
    /\bkudu\b/,
    /publishing credentials/,
    /resource type 'microsoft\./,
    /resource graph/,
  ),
};
