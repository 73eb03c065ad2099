import type { TokenCredential } from "@azure/identity";

/** Stands for a service that needs a token before it can do anything. */
export async function startService(credential: TokenCredential): Promise<void> {
  const token = await credential.getToken("https://vault.azure.net/.default");
  if (token === null) throw new Error("There is no token.");
  console.log("The service has started.");
}
