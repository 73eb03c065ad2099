// The cost on top of a token from MSAL's cache, with the real credentials.
// Argument: none or on - no SDK registered, or one with a batch processor.
import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { trace } from "@opentelemetry/api";
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
/** As in call.ts. */
const tracer = trace.getTracer("by-hand", "1.0.0");
const byHand = (credential: TokenCredential) =>
  tracer.startActiveSpan("getToken", async (span) => {
    try {
      span.setAttribute("credential.type", "ManagedIdentityCredential");
      span.setAttribute("scope", SCOPE);
      const got = await credential.getToken(SCOPE);
      span.setAttribute("succeeded", true);
      span.setAttribute("expires_in", 3600);
      return got;
    } finally {
      span.end();
    }
  });
const rows: Row[] = [];
for (const credential of [
  new ClientSecretCredential(tenantId, clientId, clientSecret, emulator.credentialOptions()),
  new ManagedIdentityCredential(),
]) {
  const wrapped = new DiagnosticCredential(credential);
  await wrapped.getToken(SCOPE);
  const name = credential.constructor.name;
  rows.push(
    ...(await compare(
      {
        [name]: () => credential.getToken(SCOPE),
        [`${name}, wrapped by hand`]: () => byHand(credential),
        [`DiagnosticCredential(${name})`]: () => wrapped.getToken(SCOPE),
      },
      // The difference is small against the whole, so more rounds.
      { rounds: 41 },
    )),
  );
}
process.stdout.write(JSON.stringify(rows));
process.exit(0);
