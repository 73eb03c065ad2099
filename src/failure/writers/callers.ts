import type { Variation } from "./variation.js";

const NOTHING_WRONG = "Nothing is wrong with the credential: look at what";
const USUALLY = "usually a client time-out or a closed request.";

/**
 * Where a call is cancelled.
 *
 * @internal
 */
export const WHO_CANCELLED: Variation = {
  usual: { action: `${NOTHING_WRONG} cancelled the call, ${USUALLY}` },
  by: {
    js: {
      action: `${NOTHING_WRONG} fired the AbortSignal, ${USUALLY}`,
      url: "https://learn.microsoft.com/javascript/api/@azure/core-auth/gettokenoptions",
    },
    dotnet: { action: `${NOTHING_WRONG} cancelled the CancellationToken, ${USUALLY}` },
    go: {
      action: `${NOTHING_WRONG} cancelled the context, ${USUALLY}`,
      url: "https://pkg.go.dev/context",
    },
    cpp: { action: `${NOTHING_WRONG} cancelled the Azure::Core::Context, ${USUALLY}` },
  },
  programs: "as-built",
};

const ALLOW = (option: string): string => `If that tenant is right, add it to ${option} of the credential.`;

/**
 * How a credential is let into another tenant.
 *
 * @internal
 */
export const ALLOW_TENANT: Variation = {
  usual: { action: ALLOW("the additionally allowed tenants") },
  by: {
    js: { action: ALLOW("additionallyAllowedTenants"), url: "https://aka.ms/azsdk/js/identity/troubleshoot" },
    python: {
      action: ALLOW("additionally_allowed_tenants"),
      url: "https://aka.ms/azsdk/python/identity/defaultazurecredential/troubleshoot",
    },
    java: {
      action: ALLOW("additionallyAllowedTenants"),
      url: "https://aka.ms/azsdk/java/identity/multitenant/troubleshoot",
    },
    dotnet: {
      action: ALLOW("AdditionallyAllowedTenants"),
      url: "https://aka.ms/azsdk/net/identity/multitenant/troubleshoot",
    },
    go: { action: ALLOW("AdditionallyAllowedTenants"), url: "https://aka.ms/azsdk/go/identity/troubleshoot" },
    cpp: { action: ALLOW("AdditionallyAllowedTenants"), url: "https://aka.ms/azsdk/cpp/identity/troubleshooting" },
  },
  programs: { action: "If that tenant is right, sign the program in to it." },
};

/**
 * Whose callback gives the assertion.
 *
 * @internal
 */
export const OWN_CALLBACK: Variation = {
  usual: { action: "With an own assertion callback, log why it fails." },
  by: {},
  programs: null,
};
