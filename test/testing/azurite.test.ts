import { spawn } from "node:child_process";
import { on, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { ClientSecretCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
import { expect, test } from "vitest";
import { startIdentityEmulator } from "../../src/testing/index.js";

test("Azure's storage emulator accepts the token that a real credential got", async () => {
  await using emulator = await startIdentityEmulator();
  const location = mkdtempSync(path.join(tmpdir(), "azurite-"));
  const main = createRequire(import.meta.url).resolve("azurite/dist/src/blob/main.js");
  const options = ["--oauth", "basic", "--cert", emulator.serverCertificatePath, "--key", emulator.serverKeyPath];
  const where = ["--location", location, "--blobHost", "127.0.0.1", "--blobPort", "0"];
  const child = spawn(process.execPath, [main, ...options, ...where, "--disableTelemetry", "--skipApiVersionCheck"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let output = "";
    let port: string | undefined;
    for await (const chunk of on(child.stdout, "data", { signal: AbortSignal.timeout(20_000) })) {
      output += String(chunk[0]);
      port = /successfully listens on https:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port) break;
    }
    const { tenantId, clientId, clientSecret } = emulator;
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, emulator.credentialOptions());
    // The storage client hands this on to its pipeline, although its own type does not name it.
    const trusting = { tlsOptions: { ca: emulator.caCertificate }, retryOptions: { maxTries: 1 } };
    const client = new BlobServiceClient(`https://127.0.0.1:${port}/devstoreaccount1`, credential, trusting);
    await client.createContainer("orders");
    expect(await client.getContainerClient("orders").exists()).toBe(true);
    expect(emulator.requests.at(-1)).toMatchObject({ kind: "token", scope: "https://storage.azure.com/.default" });
  } finally {
    child.kill();
    await once(child, "exit");
    rmSync(location, { recursive: true, force: true });
  }
});
