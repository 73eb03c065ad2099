import { anyOf } from "../anyOf.js";
import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const AZURE_RBAC = "https://learn.microsoft.com/azure/aks/manage-azure-rbac";

/**
 * The API server of a cluster in AKS.
 *
 * @internal
 */
export const KUBERNETES: Service = {
  name: "kubernetes",
  shows: anyOf(
    /error from server \(/,
    /api group ""/,
    /user does not have access to the resource in azure/,
    /cannot (?:list|get|create|watch|delete|patch) resource/,
    /failed to fetch credentials for the cluster/,
    /kubernetes api server/,
    /logged in to the server/,
  ),
  scope: "6dae42f8-4368-4678-94ff-3960e28e3630/.default",
  values: {
    role: [
      [/fetch credentials|clusteruser/, "Azure Kubernetes Service Cluster User Role"],
      [/cannot (?:create|delete|patch|update)/, "Azure Kubernetes Service RBAC Writer"],
      [/cluster scope/, "Azure Kubernetes Service RBAC Cluster Admin"],
      [/./, "Azure Kubernetes Service RBAC Reader"],
    ],
  },
  authorization_denied: [
    {
      when: /fetch credentials/,
      remedies: [
        assign(
          "Assign the identity of the service connection the role that may fetch the cluster’s credentials.",
          "<cluster-id>",
          AZURE_RBAC,
        ),
        WAIT,
      ],
    },
    {
      remedies: [
        assign(
          "With Azure RBAC for Kubernetes, assign the identity a role on the cluster or a namespace.",
          "<cluster-id>",
          AZURE_RBAC,
        ),
        {
          action:
            "Otherwise bind a role of Kubernetes to the user or group that the message names, and ask what it may do.",
          command: "kubectl auth can-i --list",
          url: "https://learn.microsoft.com/azure/aks/azure-ad-rbac",
        },
      ],
    },
  ],
  token_rejected: [
    {
      remedies: [
        {
          action: "Fetch the cluster’s credentials again, and convert them to a sign-in that works here.",
          command: "az aks get-credentials -g <group> -n <cluster> && kubelogin convert-kubeconfig -l azurecli",
          url: "https://learn.microsoft.com/azure/aks/kubelogin-authentication",
        },
        {
          action:
            "Check that the token is for AKS (application 6dae42f8-4368-4678-94ff-3960e28e3630) and from the tenant of the cluster.",
          command: "az aks show -g <group> -n <cluster> --query aadProfile.tenantId",
          url: "https://learn.microsoft.com/azure/aks/kubelogin-authentication",
        },
      ],
    },
  ],
};
