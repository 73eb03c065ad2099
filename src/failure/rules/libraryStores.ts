import type { Rule } from "./rule.js";

/**
 * What libraries say of a store that keeps sign-ins, and of a sign-in that has to be shown.
 *
 * @internal
 */
export const LIBRARY_STORE_RULES: readonly Rule[] = [
  {
    id: "library.cache-module",
    kind: "token_cache_unavailable",
    says: "Tokens were to be kept between runs, and the module that does so is not there.",
    phrases: ["persistent"],
    pattern:
      /import github\.com\/azure\/azure-sdk-for-go\/sdk\/azidentity\/cache|azidentity\/cache to (?:enable|use) persistent/,
    unless: /aadsts/,
    example: "import github.com/Azure/azure-sdk-for-go/sdk/azidentity/cache to enable persistent caching",
    sources: ["go"],
  },
  {
    id: "library.keyring-not-written",
    kind: "token_cache_unavailable",
    says: "Nothing has been stored yet in the place where tokens are kept.",
    pattern: /\b(?:keyring|keychain) persistence not initialized\b|\bpersistence not initialized\. you can recover/,
    example: "PersistenceNotFound: Keyring persistence not initialized. You can recover by call a save() first.",
    sources: ["msal"],
  },
  {
    id: "library.device-code",
    kind: "device_code_flow",
    pattern:
      /\bdevice code flow had an exception before acquiring|\bdevice code stopped polling\b|\buser defined timeout for device code polling|\bunexpected error in polling from the server/,
    unless: /aadsts/,
    example: "com.microsoft.aad.msal4j.MsalClientException: Device code flow had an exception before acquiring a token",
    sources: ["msal", "java"],
  },
  {
    id: "library.keepass",
    kind: "configuration_missing",
    says: "The path of the database in which IntelliJ keeps the sign-in on Windows is not set.",
    pattern: /\bkeepass database path is (?:either )?(?:empty|not)/,
    example: "The KeePass database path is either empty or not configured. Please configure it on the builder.",
    sources: ["java"],
    remedies: [
      {
        action:
          "Sign in with the Azure Toolkit for IntelliJ, and set the path of its KeePass database: IntelliJCredentialBuilder.keePassDatabasePath, or intelliJKeePassDatabasePath of DefaultAzureCredentialBuilder.",
        url: "https://aka.ms/azsdk/java/identity/intellijcredential/troubleshoot",
      },
      { action: "Or leave IntelliJ out, and sign in with another tool.", command: "az login" },
    ],
  },
];
