import type { Remedy } from "../types.js";
import type { Variation } from "./variation.js";
import type { Language } from "./writer.js";

const PAGES: Readonly<Record<Language, string | undefined>> = {
  js: "https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/identity/identity-cache-persistence",
  python: "https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/identity/azure-identity/TOKEN_CACHING.md",
  java: "https://github.com/Azure/azure-sdk-for-java/blob/main/sdk/identity/azure-identity/TOKEN_CACHING.MD",
  dotnet: "https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/identity/Azure.Identity/samples/TokenCache.md",
  go: "https://github.com/Azure/azure-sdk-for-go/blob/main/sdk/azidentity/TOKEN_CACHING.MD",
  cpp: undefined,
  rust: undefined,
};

function paged(action: string): Partial<Record<Language, Remedy>> {
  return Object.fromEntries(
    Object.entries(PAGES).map(([language, url]) => [language, url === undefined ? { action } : { action, url }]),
  );
}

const STORE =
  "Unlock or install the key store (Keychain, libsecret with a D-Bus session, DPAPI), or run without a persistent cache.";
const FOLDER = "Check that the process user may read and write the cache directory.";
const CLEAR = "If entries cannot be told apart, clear the cache and sign in again.";
const AZ = "https://learn.microsoft.com/cli/azure/authenticate-azure-cli";

/**
 * What keeps the cache.
 *
 * @internal
 */
export const KEY_STORE: Variation = {
  usual: { action: STORE },
  by: {
    ...paged(STORE),
    "azure-cli": {
      action: "Clear the cache of the Azure CLI, and sign in again.",
      command: "az account clear && az login",
      url: AZ,
    },
    azcopy: {
      action:
        "Give AzCopy a key ring of the session (on Linux: keyctl new_session), or let it sign in by AZCOPY_AUTO_LOGIN_TYPE, which caches nothing.",
      command: "keyctl new_session",
      url: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-azure-active-directory",
    },
    "azure-powershell": {
      action:
        "Clear the context of Azure PowerShell and sign in again; where the cache cannot be kept on this machine, keep none.",
      command: "Clear-AzContext -Force; Disable-AzContextAutosave",
      url: "https://learn.microsoft.com/powershell/azure/context-persistence",
    },
  },
};

/**
 * Who may use the folder of the cache.
 *
 * @internal
 */
export const CACHE_FOLDER: Variation = {
  usual: { action: FOLDER },
  by: {
    ...paged(FOLDER),
    "azure-cli": {
      action: "Check that the user of the process may read and write the folder of the Azure CLI.",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
      command: 'ls -la "${AZURE_CONFIG_DIR:-$HOME/.azure}"',
      url: AZ,
    },
  },
};

/**
 * What ends a muddle in it.
 *
 * @internal
 */
export const CLEAR_CACHE: Variation = {
  usual: { action: CLEAR },
  by: {
    ...paged(CLEAR),
    "azure-cli": null,
    "azure-powershell": null,
    azcopy: { action: "If it lasts, sign out and in again.", command: "azcopy logout && azcopy login" },
  },
};
