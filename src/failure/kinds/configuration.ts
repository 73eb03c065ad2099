import type { KindInfo } from "../kinds.js";
import { ALLOW_TENANT } from "../writers/callers.js";
import { CREDENTIALS_VALUE, DECIDE_ONE } from "../writers/chains.js";
import { LOG_CHAIN } from "../writers/logging.js";
import { REACH_PROCESS, SET_ALL } from "../writers/settings.js";

/**
 * The kinds of failures before anything was asked for: the options, the environment, the chain.
 *
 * @internal
 */
export const CONFIGURATION_KINDS = {
  configuration_missing: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Configuration missing",
    means: "Something that has to be set is absent or empty: an option, a parameter or an environment variable.",
    summary: "A required option or environment variable is not set.",
    remedies: [
      SET_ALL.usual,
      REACH_PROCESS.usual,
      {
        action:
          "On AKS, check the pod label azure.workload.identity/use, the service account annotation and the webhook.",
        url: "https://azure.github.io/azure-workload-identity/docs/troubleshooting.html",
      },
    ],
  },
  configuration_invalid: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Configuration invalid",
    means: "An option, a parameter or an environment variable has a value that cannot work here.",
    summary: "An option or environment variable has a value that cannot work.",
    remedies: [
      {
        action: "Correct the option or variable that the message names.",
        url: "https://aka.ms/azsdk/js/identity/troubleshoot",
      },
      {
        action:
          "Give tenants as a GUID or verified domain, subscriptions as an id, authorities and endpoints as absolute HTTPS URLs.",
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
      },
      CREDENTIALS_VALUE.usual,
    ],
  },
  no_credential_available: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "No credential available",
    means:
      "None of the credentials that were tried could be used here, and none stands out as the one that was meant to work.",
    summary: "No credential of the chain is set up on this host.",
    remedies: [
      {
        action: "On a developer machine, sign in.",
        command: "az login",
        url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
      },
      {
        action: "On Azure, enable a managed identity; on AKS, workload identity.",
        url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview",
      },
      DECIDE_ONE.usual,
      LOG_CHAIN.usual,
    ],
  },
  tenant_not_allowed: {
    stage: "configuration",
    owner: "developer",
    retryable: false,
    title: "Tenant not allowed",
    means: "A token was asked for in a tenant that this credential is not configured to get tokens from.",
    summary: "A token was asked for in a tenant this credential may not use.",
    remedies: [
      {
        action: "Check the tenant that was asked for; a challenge of the service may name a tenant other than yours.",
        url: "https://learn.microsoft.com/partner-center/find-ids-and-domain-names",
      },
      ALLOW_TENANT.usual,
    ],
  },
} as const satisfies Record<string, KindInfo>;
