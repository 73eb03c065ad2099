/**
 * Gets a token and, when none comes, says what is wrong, whose job it is and what to do about it:
 *
 *     node examples/basic.ts
 *
 * Node.js 22.18 or later runs TypeScript as it is; in this repository, `npm run build` first.
 *
 * The credentials read their settings from the environment, as they always do: AZURE_TENANT_ID, AZURE_CLIENT_ID and
 * AZURE_CLIENT_SECRET for a service principal; nothing for the managed identity of an Azure host.
 */
import { ChainedTokenCredential, EnvironmentCredential, ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential, diagnose } from "diagnostic-credential";

const scope = "https://vault.azure.net/.default";

// This line is all it takes. Any Azure client takes the result: new SecretClient(vaultUrl, credential)
const credential = new DiagnosticCredential(
  new ChainedTokenCredential(new EnvironmentCredential(), new ManagedIdentityCredential()),
);

try {
  await credential.getToken(scope);
  console.log(`Got a token for ${scope}`);
} catch (error) {
  const { kind, owner, cause, remedies } = diagnose(error);
  console.error(`No token: ${kind}`);
  console.error(`  Why:  ${cause}`);
  console.error(`  Who:  ${owner}`);
  console.error(`  What: ${remedies[0]?.action}`);
  process.exitCode = 1;
}
