/** What a credential without a usable class name is called: an object literal, an anonymous or a proxied class. */
export const UNNAMED_CREDENTIAL = "TokenCredential";

const CLASS_NAME = /^[A-Za-z_$][\w$]{0,63}$/;

/**
 * Class names of the stand-ins that DefaultAzureCredential keeps for members it could not construct. They carry the name
 * of the factory that failed:
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/identity/identity/src/credentials/defaultAzureCredentialFunctions.ts
 */
const FACTORY = /^createDefault(\w+Credential)$/;
/** The factory for AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential is the only one without a name. */
const UNNAMED_FACTORY = "ManagedIdentityCredential";
/** Neither its factory nor its subclass of 4.0 spells its class as the class does. */
const SPELLING: Readonly<Record<string, string>> = { AzurePowershellCredential: "AzurePowerShellCredential" };

/** Subclasses that DefaultAzureCredential kept for its members in 4.0: one member, one name in the metrics. */
const OLD_NAME = /^Default((?:WorkloadIdentity|ManagedIdentity|AzureCli|AzurePowershell|AzureDeveloperCli)Credential)$/;

function missingMember(credentialName: unknown): string | undefined {
  return credentialName === "" ? UNNAMED_FACTORY : FACTORY.exec(String(credentialName))?.[1];
}

/**
 * The class name of a credential; for a stand-in of DefaultAzureCredential the class it stands for. A closed, small set
 * of values, fit for a metric attribute.
 */
export function credentialTypeOf(credential: unknown): string {
  try {
    const { credentialName } = credential as { credentialName?: unknown };
    const name: unknown = (credential as object).constructor?.name;
    if (typeof name !== "string" || name === "Object" || !CLASS_NAME.test(name)) return UNNAMED_CREDENTIAL;
    const wanted = name === "UnavailableDefaultCredential" ? missingMember(credentialName) : OLD_NAME.exec(name)?.[1];
    return wanted === undefined ? name : (SPELLING[wanted] ?? wanted);
  } catch {
    return UNNAMED_CREDENTIAL;
  }
}
