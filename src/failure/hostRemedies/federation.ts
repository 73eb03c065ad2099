import { SERVICE_ACCOUNT_TOKEN } from "../writers/cluster.js";
import type { HostRemedies } from "./each.js";
import { AKS, AKS_TROUBLE, GITHUB, PIPELINES } from "./pages.js";

/**
 * How a host gives a process the file of its federated token.
 *
 * @internal
 */
export const TOKEN_FILE: HostRemedies = {
  kubernetes: [
    {
      action:
        "On AKS, check that the webhook mounted the token into this container: the pod label, the service account and the webhook’s pods.",
      command: "kubectl get pods -n kube-system -l azure-workload-identity.io/system=true",
      url: AKS_TROUBLE,
    },
  ],
};

/**
 * How a job comes by an external token.
 *
 * @internal
 */
export const ASSERTION: HostRemedies = {
  kubernetes: [SERVICE_ACCOUNT_TOKEN.usual],
  "github-actions": [
    { action: "In GitHub Actions, let the job ask for an OIDC token: permissions id-token: write.", url: GITHUB },
  ],
  "azure-pipelines": [
    {
      action: "In Azure Pipelines, map System.AccessToken into the step, and check the service connection id.",
      url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
    },
  ],
};

/**
 * What issuer and subject a host puts in the token that it issues.
 *
 * @internal
 */
export const SUBJECT: HostRemedies = {
  "github-actions": [
    {
      action:
        "In GitHub Actions the subject changes with branch, tag, environment and pull request: register the one this job sends.",
      url: GITHUB,
    },
  ],
  kubernetes: [
    {
      action: "On AKS, compare the cluster’s issuer and the service account with the federated credential.",
      command: "az aks show -g <group> -n <cluster> --query oidcIssuerProfile.issuerUrl",
      url: AKS,
    },
  ],
  "azure-pipelines": [
    {
      action: "In Azure Pipelines, copy issuer and subject from the service connection into the federated credential.",
      url: PIPELINES,
    },
  ],
};
