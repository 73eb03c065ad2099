import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const LOGIN_PAGE = "https://learn.microsoft.com/azure/container-registry/container-registry-troubleshoot-login";
const ROLES_PAGE =
  "https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview";
const AKS_PAGE = "https://learn.microsoft.com/azure/aks/cluster-container-registry-integration";
const FIREWALL_PAGE = "https://aka.ms/acr/firewall";
const LOG_IN = "az acr login -n <registry>";
const ATTACH = "az aks update -g <group> -n <cluster> --attach-acr <registry>";
const IN_CLUSTER = /kubelet|failed to pull|containerd|imagepull|rpc error|pod sandbox|\bpods?\b/;

/**
 * Azure Container Registry.
 *
 * @internal
 */
export const REGISTRY: Service = {
  name: "registry",
  shows: /\.azurecr\.|\bacr\b|aka\.ms\/acr|acrpull|acrpush|container registry|ocirepository|connectivity_refresh_token/,
  scope: "https://containerregistry.azure.net/.default",
  values: {
    registry: /\b([a-z0-9]{5,50})\.azurecr\.(?:io|cn|us)\b/i,
    role: [
      [/\bpush\b|acrpush/, "AcrPush"],
      [/./, "AcrPull"],
    ],
  },
  authorization_denied: [
    {
      when: IN_CLUSTER,
      remedies: [
        {
          action: "Let the cluster pull from the registry: this gives AcrPull to its kubelet identity.",
          command: ATTACH,
          url: AKS_PAGE,
        },
        {
          action: "Check it from the cluster’s side.",
          command: "az aks check-acr -g <group> -n <cluster> --acr <registry>.azurecr.io",
          url: AKS_PAGE,
        },
        WAIT,
      ],
    },
    {
      remedies: [
        assign(
          "Assign the identity the role on the registry (AcrPull to pull, AcrPush to push).",
          "<registry-id>",
          ROLES_PAGE,
        ),
        { action: "Then log in again.", command: LOG_IN, url: LOGIN_PAGE },
      ],
    },
  ],
  network_rule_denied: [
    {
      remedies: [
        {
          action: "Allow the address of this client in the registry’s firewall.",
          command: "az acr network-rule add -n <registry> --ip-address <ip>",
          url: FIREWALL_PAGE,
        },
        {
          action:
            "Where a private endpoint is meant to be used, check that the name resolves to its private address here.",
          command: "nslookup <registry>.azurecr.io",
          url: "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
        },
        {
          action: "Look at the registry’s health from here.",
          command: "az acr check-health -n <registry> --yes",
          url: "https://learn.microsoft.com/azure/container-registry/container-registry-check-health",
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: IN_CLUSTER,
      remedies: [
        {
          action: "Let the cluster pull from the registry: this gives AcrPull to its kubelet identity.",
          command: ATTACH,
          url: AKS_PAGE,
        },
        {
          action:
            "With a pull secret instead, check that the pod’s imagePullSecrets name it, that it is for this registry, and that its password is not expired.",
          url: "https://learn.microsoft.com/azure/container-registry/container-registry-auth-kubernetes",
        },
      ],
    },
    {
      remedies: [
        { action: "Log in to the registry; the login lasts three hours.", command: LOG_IN, url: LOGIN_PAGE },
        assign(
          "Check that the identity has the role on the registry (AcrPull to pull, AcrPush to push).",
          "<registry-id>",
          ROLES_PAGE,
        ),
        {
          action: "Check that the registry’s name in the image is spelled right, in lower case.",
          url: LOGIN_PAGE,
        },
      ],
    },
  ],
};
