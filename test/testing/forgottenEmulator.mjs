// Starts an emulator, uses it, and does not close it.
import "./runSources.mjs";

const { startIdentityEmulator } = await import("../../src/testing/index.ts");
const emulator = await startIdentityEmulator({ keepProcessAlive: process.argv[2] === "keep" });
await fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`);
console.log(JSON.stringify(emulator));
