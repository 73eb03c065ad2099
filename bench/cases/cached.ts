// The cost on top of a token from MSAL's cache, with the real credentials.
// Argument: none or on - no SDK registered, or one with a batch processor.
import { ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { DiagnosticCredential } from "diagnostic-credential";
import { startIdentityEmulator } from "diagnostic-credential/testing";
import { compare, type Row } from "../compare.ts";
import { discarding } from "../discarding.ts";

if (process.argv[2] === "on") {
  new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(discarding)] }).register();
}
const SCOPE = "https://vault.azure.net/.default";
await using emulator = await startIdentityEmulator();
Object.assign(process.env, emulator.environment("imds"));

const { tenantId, clientId, clientSecret } = emulator;
const rows: Row[] = [];
for (const credential of [
  new ClientSecretCredential(tenantId, clientId, clientSecret, emulator.credentialOptions()),
  new ManagedIdentityCredential(),
]) {
  const wrapped = new DiagnosticCredential(credential);
  await wrapped.getToken(SCOPE);
  const name = credential.constructor.name;
  rows.push(
    ...(await compare({
      [name]: () => credential.getToken(SCOPE),
      [`DiagnosticCredential(${name})`]: () => wrapped.getToken(SCOPE),
    })),
  );
}
process.stdout.write(JSON.stringify(rows));
process.exit(0);
