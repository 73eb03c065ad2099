import type { KindInfo } from "../kinds.js";

/**
 * The kinds of failures of services that were shown a token.
 *
 * @internal
 */
export const AUTHORIZATION_KINDS = {
  token_rejected: {
    stage: "authorization",
    owner: "developer",
    retryable: false,
    title: "Token rejected by the service",
    means: "The service did not accept the caller's token.",
    summary: "The service rejected the token.",
    remedies: [
      {
        action: "Check that the scope belongs to this very service and cloud.",
        url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
      },
      {
        action: "Check that the token comes from the tenant that the resource trusts.",
        command: "az account show --query tenantId",
        url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
      },
      {
        action: "Check that the clock of the machine is right.",
        url: "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync",
      },
    ],
  },
  claims_challenge: {
    stage: "authorization",
    owner: "nobody",
    retryable: true,
    title: "Claims challenge",
    means: "The service demands a new token with further claims (a claims challenge).",
    summary: "The service demands a new token with further claims.",
    remedies: [
      {
        action: "Let the SDK answer the challenge: pass the claims on to getToken and enable CAE.",
        url: "https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation",
      },
      {
        action: "A developer tool cannot answer it by itself: sign in again.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
    ],
  },
  authorization_denied: {
    stage: "authorization",
    owner: "identity-admin",
    retryable: false,
    title: "Not authorised",
    means: "The service does not allow the identity to do this.",
    summary: "The identity lacks the permission on this resource.",
    remedies: [
      {
        action:
          "Find out which identity the token is for, and grant it a data-plane role of this service at the right scope.",
        command: "az role assignment list --assignee <object-id> --all",
        url: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
      },
      {
        action:
          "Assign a data role of the service: control-plane roles such as Owner or Contributor do not give access to data.",
        command: 'az role assignment create --assignee <object-id> --role "<role>" --scope <resource-id>',
        url: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
      },
      {
        action: "Wait: a new assignment takes up to ten minutes, a group change with a managed identity up to a day.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations",
      },
    ],
  },
  network_rule_denied: {
    stage: "authorization",
    owner: "platform",
    retryable: false,
    title: "Blocked by network rules",
    means: "The network rules of the service do not let this client in.",
    summary: "The network rules of the service do not let this client in.",
    remedies: [
      {
        action: "Allow this network in the firewall of the service, or use its private endpoint.",
        url: "https://learn.microsoft.com/azure/key-vault/general/network-security",
      },
      {
        action:
          "Check that the service’s name resolves to the private address where a private endpoint is meant to be used.",
        command: "nslookup <service-host>",
        url: "https://learn.microsoft.com/azure/key-vault/general/network-security",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
