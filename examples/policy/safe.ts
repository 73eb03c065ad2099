/**
 * The same service, with one credential for production and another for development. The policy is the same too:
 *
 *     NODE_ENV=production AZURE_CLIENT_ID=<client id of the managed identity> node examples/policy/safe.ts
 */
import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { startService } from "./service.ts";

const production = process.env.NODE_ENV === "production";

/** In production one identity, named; whatever the developer has signed in to elsewhere. */
function identity(): TokenCredential {
  const clientId = process.env.AZURE_CLIENT_ID;
  if (!production) return new DefaultAzureCredential();
  if (!clientId) throw new Error("Set AZURE_CLIENT_ID to the client id of the managed identity.");
  return new ManagedIdentityCredential({ clientId });
}

try {
  const credential = new DiagnosticCredential(identity(), { policy: production ? "production" : "development" });
  await startService(credential);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
