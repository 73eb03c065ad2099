import type { Signs } from "./signs.js";

const SUFFIX = "Credential";
/** A name before its suffix. */
const STEM = /^[A-Z][A-Za-z]{2,40}$/;
const MAX_STEM = 41;
const NOT_A_MEMBER: ReadonlySet<string> = new Set([
  "ChainedTokenCredential",
  "DefaultAzureCredential",
  "TokenCredential",
  "NewDefaultAzureCredential",
  "UnavailableDefaultCredential",
  "ExecCredential",
]);
/**
 * What credentials say of themselves where they do not name their class.
 *
 * @internal
 */
export const HINTS: readonly (readonly [string, string])[] = [
  ["azure developer cli", "AzureDeveloperCliCredential"],
  ["azd ", "AzureDeveloperCliCredential"],
  ["powershell", "AzurePowerShellCredential"],
  ["connect-azaccount", "AzurePowerShellCredential"],
  ["get-azaccesstoken", "AzurePowerShellCredential"],
  ["az.account", "AzurePowerShellCredential"],
  ["azure cli", "AzureCliCredential"],
  ["az login", "AzureCliCredential"],
  ["az: ", "AzureCliCredential"],
  ["asal.tokenservice", "VisualStudioCredential"],
  ["visual studio code", "VisualStudioCodeCredential"],
  ["vscode", "VisualStudioCodeCredential"],
  // As the library before Azure.Identity names its methods.
  ["token using visual studio", "VisualStudioCredential"],
  ["token using managed service identity", "ManagedIdentityCredential"],
  ["managed identity", "ManagedIdentityCredential"],
  ["169.254.169.254", "ManagedIdentityCredential"],
  ["broker", "BrokerCredential"],
  ["intellij", "IntelliJCredential"],
  ["azure identity shared token cache", "SharedTokenCacheCredential"],
];
const SAME: Readonly<Record<string, string>> = {
  AzureCLICredential: "AzureCliCredential",
  AzureDeveloperCLICredential: "AzureDeveloperCliCredential",
  AzurePowershellCredential: "AzurePowerShellCredential",
  ImdsManagedIdentityCredential: "ManagedIdentityCredential",
  ImdsCredential: "ManagedIdentityCredential",
  AppServiceCredential: "ManagedIdentityCredential",
  AppServiceManagedIdentityCredential: "ManagedIdentityCredential",
  VirtualMachineManagedIdentityCredential: "ManagedIdentityCredential",
};
/** Where to look: the first words name the credential that failed. */
const MAX_LENGTH = 4_000;

/** What follows names credentials that might be used, not the one that failed. */
const OTHERS = /valid values are|any of these credentials|\bCredentialPolicyError\b/i;

/** What a word is made of: letters, digits, underscores. */
function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** The name that ends at `end`: the suffix is found much faster than a pattern of it. */
function nameEndingAt(text: string, end: number): string | undefined {
  if (end < text.length && isWord(text.charCodeAt(end))) return undefined;
  const stemEnd = end - SUFFIX.length;
  let start = stemEnd;
  while (start > 0 && stemEnd - start <= MAX_STEM && isWord(text.charCodeAt(start - 1))) start--;
  return STEM.test(text.slice(start, stemEnd)) ? text.slice(start, end) : undefined;
}

/**
 * The class of the credential that a text is about. Names of other languages are given as JavaScript spells them.
 *
 * @param text - the text as it came
 * @param signs - what the same text is about
 * @internal
 */
export function credentialTypeOf(text: string, signs: Signs): string | undefined {
  if (signs.has("credential")) {
    const start = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
    const others = start.search(OTHERS);
    const looked = others < 0 ? start : start.slice(0, others);
    for (let at = looked.indexOf(SUFFIX); at >= 0; at = looked.indexOf(SUFFIX, at + SUFFIX.length)) {
      const name = nameEndingAt(looked, at + SUFFIX.length);
      if (name !== undefined && !NOT_A_MEMBER.has(name)) return SAME[name] ?? name;
    }
    if (others >= 0) return undefined;
  }
  return signs.credentialHint;
}
