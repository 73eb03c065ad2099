const CREDENTIAL = /\b([A-Z][A-Za-z]{2,40}Credential)\b/g;
const NOT_A_MEMBER: ReadonlySet<string> = new Set([
  "ChainedTokenCredential",
  "DefaultAzureCredential",
  "TokenCredential",
  "NewDefaultAzureCredential",
  "UnavailableDefaultCredential",
  "ExecCredential",
]);
/** What credentials say of themselves where they do not name their class. */
const HINTS: readonly (readonly [string, string])[] = [
  ["azure developer cli", "AzureDeveloperCliCredential"],
  ["azd ", "AzureDeveloperCliCredential"],
  ["powershell", "AzurePowerShellCredential"],
  ["connect-azaccount", "AzurePowerShellCredential"],
  ["get-azaccesstoken", "AzurePowerShellCredential"],
  ["az.account", "AzurePowerShellCredential"],
  ["azure cli", "AzureCliCredential"],
  ["az login", "AzureCliCredential"],
  ["az: ", "AzureCliCredential"],
  ["visual studio code", "VisualStudioCodeCredential"],
  ["managed identity", "ManagedIdentityCredential"],
  ["169.254.169.254", "ManagedIdentityCredential"],
  ["broker", "BrokerCredential"],
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

/**
 * The class of the credential that a text is about. Names of other languages are given as JavaScript spells them.
 *
 * @param text - the text as it came
 * @param plain - the same for matching
 * @internal
 */
export function credentialTypeOf(text: string, plain: string): string | undefined {
  if (plain.includes("credential")) {
    for (const match of text.slice(0, MAX_LENGTH).matchAll(CREDENTIAL)) {
      const name = match[1];
      if (name !== undefined && !NOT_A_MEMBER.has(name)) return SAME[name] ?? name;
    }
  }
  const start = plain.slice(0, 1_000);
  for (const [hint, name] of HINTS) if (start.includes(hint)) return name;
  return undefined;
}
