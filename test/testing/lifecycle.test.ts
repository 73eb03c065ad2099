import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { faults, type IdentityEmulatorAddresses, startIdentityEmulator } from "../../src/testing/index.js";
import { claimsOf, failure } from "./child.js";

const imdsPath = "/metadata/identity/oauth2/token";
const scopes = "https://vault.azure.net/.default";

test("starts with nothing asked of it", async () => {
  await using emulator = await startIdentityEmulator();
  expect(emulator.requests).toEqual([]);
});

test("close ends hanging requests at once, removes its files, and may be called again", async () => {
  const emulator = await startIdentityEmulator();
  emulator.fault({ host: "imds" }, faults.repeat(faults.hang()));
  emulator.fault({ host: "service" }, faults.delay(60_000));
  const hanging = failure(fetch(emulator.imdsEndpoint + imdsPath));
  await emulator.waitForRequest({ host: "imds" });
  const files = [emulator.caCertificatePath, emulator.federatedTokenFile, emulator.clientCertificatePath];
  expect(files.every(existsSync)).toBe(true);
  const started = performance.now();
  await Promise.all([emulator.close(), emulator.close()]);
  // What hangs would go on for a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
  expect((await hanging).message).toBe("fetch failed");
  expect(existsSync(emulator.temporaryDirectory)).toBe(false);
  await emulator.close();
  expect(await failure(fetch(emulator.imdsEndpoint))).toMatchObject({ cause: { code: "ECONNREFUSED" } });
});

test("takes what it is told", async () => {
  await using emulator = await startIdentityEmulator({
    tenantId: "aaaaaaaa-0000-0000-0000-000000000000",
    additionalTenantIds: ["bbbbbbbb-0000-0000-0000-000000000000"],
    clientId: "cccccccc-0000-0000-0000-000000000000",
    clientSecret: "hunter2",
    tokenLifetimeSeconds: 86_400,
    users: [{ username: "eve@contoso.example", password: "pw", objectId: "oid" }],
    federatedCredential: { subject: "repo:me/it:ref:refs/heads/main" },
    resources: ["api://mine", "https://*.example.net"],
  });
  expect(emulator).toMatchObject({
    tenantId: "aaaaaaaa-0000-0000-0000-000000000000",
    clientSecret: "hunter2",
    user: { username: "eve@contoso.example", password: "pw", objectId: "oid" },
    federatedCredential: { subject: "repo:me/it:ref:refs/heads/main", audience: "api://AzureADTokenExchange" },
  });
  const { ClientSecretCredential } = await import("@azure/identity");
  const credential = new ClientSecretCredential(emulator.tenantId, emulator.clientId, "hunter2", {
    ...emulator.credentialOptions(),
    additionallyAllowedTenants: ["*"],
  });
  const tenantId = "bbbbbbbb-0000-0000-0000-000000000000";
  const token = await credential.getToken("api://mine/.default", { tenantId });
  expect(claimsOf(token)).toMatchObject({ tid: tenantId, aud: "api://mine" });
  expect((token.refreshAfterTimestamp ?? 0) - Date.now()).toBeGreaterThan(43_000_000);
  expect((await credential.getToken("https://a.example.net/.default")).token).toMatch(/^eyJ/);
});

test("its description is plain data, and records hold no secret", async () => {
  await using emulator = await startIdentityEmulator();
  const { ClientSecretCredential, UsernamePasswordCredential } = await import("@azure/identity");
  const { tenantId, clientId, user } = emulator;
  const canary = "canary-secret-value";
  const options = emulator.credentialOptions();
  await failure(new ClientSecretCredential(tenantId, clientId, canary, options).getToken(scopes));
  await failure(new UsernamePasswordCredential(tenantId, clientId, user.username, canary, options).getToken(scopes));
  await fetch(`${emulator.imdsEndpoint}${imdsPath}?token=${canary}`, {
    headers: { cookie: canary, authorization: canary },
  });
  expect(emulator.requests.length).toBe(5);
  expect(JSON.stringify(emulator.requests)).not.toContain(canary);
  expect(emulator.requests.at(-1)?.query).toEqual({ token: "[redacted]" });
  const { requests: _, ...description } = JSON.parse(JSON.stringify(emulator));
  expect(description).toMatchObject({ tenantId, clientId, authorityHost: emulator.authorityHost });
});

test("waiting for a request that does not come fails, and says which", async () => {
  await using emulator = await startIdentityEmulator();
  const error = await failure(emulator.waitForRequest({ host: "imds" }, { timeoutMs: 20 }));
  expect(error.message).toBe('No request like {"host":"imds"} within 20 ms.');
  const waiting = failure(emulator.waitForRequest());
  await emulator.close();
  expect((await waiting).message).toBe("The emulator was closed.");
});

test("an address that cannot be bound is an error, and nothing is left behind", async () => {
  await using other = await startIdentityEmulator();
  const port = Number(new URL(other.imdsEndpoint).port);
  // A temporary directory of its own: other tests have emulators too.
  vi.stubEnv("TMPDIR", other.temporaryDirectory);
  const before = readdirSync(tmpdir());
  expect(await failure(startIdentityEmulator({ imds: { port } }))).toMatchObject({ code: "EADDRINUSE" });
  expect(readdirSync(tmpdir())).toEqual(before);
  vi.unstubAllEnvs();
});

const forgotten = fileURLToPath(new URL("forgottenEmulator.mjs", import.meta.url));

test("a forgotten emulator does not keep its process alive, and its files go with it", async () => {
  const child = spawn(process.execPath, [forgotten], { stdio: ["ignore", "pipe", "inherit"] });
  const output = text(child.stdout);
  expect(await once(child, "exit")).toEqual([0, null]);
  const { temporaryDirectory } = JSON.parse(await output) as IdentityEmulatorAddresses;
  expect(path.basename(temporaryDirectory)).toMatch(/^identity-emulator-/);
  expect(existsSync(temporaryDirectory)).toBe(false);
});

test("one that is all its process does keeps it alive, and tells where it is", async () => {
  const child = spawn(process.execPath, [forgotten, "keep"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { imdsEndpoint, caCertificatePath, temporaryDirectory } = JSON.parse(
    line.toString(),
  ) as IdentityEmulatorAddresses;
  expect((await fetch(imdsEndpoint + imdsPath)).status).toBe(400);
  expect(existsSync(caCertificatePath)).toBe(true);
  child.kill();
  await once(child, "exit");
  // A process that is killed has no time to tidy up.
  rmSync(temporaryDirectory, { recursive: true, force: true });
});
