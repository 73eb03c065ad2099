// Runs the emulator at the real address of the instance metadata service, and DefaultAzureCredential against it. Only
// for a network namespace that has that address on its loopback interface.
import "./runSources.mjs";

const { startIdentityEmulator } = await import("../../src/testing/index.ts");
const { DefaultAzureCredential } = await import("@azure/identity");

const imds = { host: "169.254.169.254", port: 80, probeDelayMs: Number(process.argv[2]) };
const emulator = await startIdentityEmulator({ imds });
Object.assign(process.env, emulator.environment("imds"));
const credential = new DefaultAzureCredential();
const outcome = await credential.getToken("https://vault.azure.net/.default").then(
  () => "token",
  (error) => error.message,
);
const requests = emulator.requests.map(({ kind, status }) => (status === undefined ? kind : `${kind} ${status}`));
console.log(JSON.stringify({ endpoint: emulator.imdsEndpoint, outcome, requests }));
await emulator.close();
