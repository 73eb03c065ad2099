import type { Remedy } from "../types.js";
import type { Variation } from "./variation.js";
import type { Language } from "./writer.js";

/** About the members of a DefaultAzureCredential. */
export const CHAIN_PAGES: Readonly<Record<Language, string>> = {
  js: "https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains",
  python: "https://learn.microsoft.com/azure/developer/python/sdk/authentication/credential-chains",
  java: "https://learn.microsoft.com/azure/developer/java/sdk/authentication/credential-chains",
  dotnet: "https://learn.microsoft.com/dotnet/azure/sdk/authentication/credential-chains",
  go: "https://learn.microsoft.com/azure/developer/go/sdk/authentication/credential-chains",
  cpp: "https://github.com/Azure/azure-sdk-for-cpp/blob/main/sdk/identity/azure-identity/credential-chains.md",
  rust: "https://github.com/Azure/azure-sdk-for-rust/blob/main/sdk/identity/azure_identity/README.md",
};

/** The same remedy, each with the page of its language. */
function paged(action: string): Variation["by"] {
  return Object.fromEntries(Object.entries(CHAIN_PAGES).map(([language, url]) => [language, { action, url }]));
}

const DECIDE = "Decide which credential is meant to work on this host, and use that one instead of the whole chain.";

/**
 * One credential instead of many.
 *
 * @internal
 */
export const DECIDE_ONE: Variation = {
  usual: { action: DECIDE },
  by: paged(DECIDE),
  programs: { action: "Decide how the program is meant to sign in on this host, and configure that one way." },
};

const VALUES = "Give AZURE_TOKEN_CREDENTIALS the value dev, prod or one credential name, or unset it.";

/**
 * What AZURE_TOKEN_CREDENTIALS may be.
 *
 * @internal
 */
export const CREDENTIALS_VALUE: Variation = {
  usual: { action: VALUES },
  by: {
    ...paged(VALUES),
    cpp: { action: "Give AZURE_TOKEN_CREDENTIALS the value dev or prod, or unset it.", url: CHAIN_PAGES.cpp },
  },
};

const DIRECTLY = "In production use ManagedIdentityCredential directly: it does not probe.";
const NAMED = "Or set AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential, which skips the probe.";
const DEV = "On a developer machine, where there is no managed identity, set AZURE_TOKEN_CREDENTIALS=dev.";

/** A program’s chain is its own. */
const PROGRAM: Remedy = {
  action:
    "Check that the host or pod has a managed identity, and that nothing on the way delays or drops the call of its endpoint.",
  command:
    'curl -s -o /dev/null -w "%{http_code} %{time_total}\\n" -H Metadata:true --noproxy "*" --max-time 5 "http://169.254.169.254/metadata/instance?api-version=2021-02-01"',
  url: "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service",
};

/**
 * A managed identity without its probe.
 *
 * @internal
 */
export const USE_DIRECTLY: Variation = { usual: { action: DIRECTLY }, by: paged(DIRECTLY), programs: PROGRAM };

/**
 * A chain of the managed identity alone.
 *
 * @internal
 */
export const NAME_IN_CHAIN: Variation = {
  usual: { action: NAMED },
  by: { ...paged(NAMED), rust: null, cpp: null },
  programs: null,
};

/**
 * A chain without the managed identity.
 *
 * @internal
 */
export const ONLY_DEVELOPER_TOOLS: Variation = {
  usual: { action: DEV },
  by: { ...paged(DEV), rust: null },
  programs: null,
};

const SERVER = "On a server, do not rely on developer tools: use a managed identity or workload identity.";

/**
 * What a server signs in with.
 *
 * @internal
 */
export const NO_TOOLS_ON_SERVERS: Variation = { usual: { action: SERVER }, by: paged(SERVER), programs: null };

const LAPTOP = "On a developer machine there is no managed identity: sign in with a developer tool";

/**
 * What a developer machine has in place of a managed identity.
 *
 * @internal
 */
export const ON_LAPTOP: Variation = {
  usual: { action: `${LAPTOP}, and set AZURE_TOKEN_CREDENTIALS=dev.`, command: "az login" },
  by: {
    ...Object.fromEntries(
      Object.entries(CHAIN_PAGES).map(([language, url]) => [
        language,
        { action: `${LAPTOP}, and set AZURE_TOKEN_CREDENTIALS=dev.`, command: "az login", url },
      ]),
    ),
    rust: { action: `${LAPTOP}.`, command: "az login" },
  },
  programs: {
    action: "On a developer machine there is no managed identity: sign in as yourself.",
    command: "az login",
    url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
  },
};
