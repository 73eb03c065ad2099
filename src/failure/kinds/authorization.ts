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
        action: "Ask for a token of this very service and cloud: its own identifier with /.default.",
        url: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
      },
      {
        action: "Check that the token comes from the tenant that the resource trusts.",
        command: 'az account list --all --query "[].{subscription:id,tenant:tenantId}" -o table',
        url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
      },
      {
        action: "Check that the token was not kept past its end, and that the clock of the machine is right.",
        command: "date -u",
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
        action:
          "Have the challenge answered: update the client of the service, which does it, or pass its claims on to getToken with continuous access evaluation enabled.",
        url: "https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation",
      },
      {
        action: "Where a user is signed in, start an interactive sign-in with those claims.",
        url: "https://learn.microsoft.com/entra/identity-platform/claims-challenge",
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
        action: "Find out which identity the token is for, and see which roles it has, and on what.",
        command: "az role assignment list --assignee <object-id> --all -o table",
        url: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
      },
      {
        action:
          "Give it what this operation needs: for data mostly a data role of the service, since Owner and Contributor only manage resources.",
        command: 'az role assignment create --assignee <object-id> --role "<role>" --scope "<resource-id>"',
        url: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
      },
      {
        action:
          "After a change wait, and get a new token: an assignment takes up to ten minutes, a change of a managed identity’s groups up to a day.",
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
        url: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
      },
      {
        action:
          "Check that the service’s name resolves to the private address where a private endpoint is meant to be used.",
        command: "nslookup <service-host>",
        url: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
      },
    ],
  },
} as const satisfies Record<string, KindInfo>;
