/**
 * A service that signs in with whatever it finds, and so must not start in production:
 *
 *     NODE_ENV=production node examples/policy/unsafe.ts
 *
 * On a developer's machine, without NODE_ENV=production, it works as before.
 */
import { DefaultAzureCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { startService } from "./service.ts";

const production = process.env.NODE_ENV === "production";

try {
  const credential = new DiagnosticCredential(new DefaultAzureCredential(), {
    policy: production ? "production" : "development",
  });
  await startService(credential);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
