import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startIdentityEmulator } from "../../src/testing/index.js";
import { claimsOf, cleanEnvironment, getTokenInChild } from "./child.js";

interface Run {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: string[], env = process.env): Promise<Run> {
  return new Promise((resolve) => {
    execFile(file, args, { env, encoding: "utf8" }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, stdout, stderr }),
    );
  });
}

// Not every machine grants an unprivileged user namespaces, or has these tools.
const mounts = !(await run("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/var/opt"])).failed;
const bindAddress = 'ip link set lo up && ip addr add 169.254.169.254/32 dev lo && exec "$@"';
const address = !(await run("unshare", ["-rn", "sh", "-c", bindAddress, "sh", "true"])).failed;

test.runIf(mounts)("Azure Arc, with the agent's directory", async () => {
  const announcedKeyDirectory = "/var/opt/azcmagent/tokens";
  const keyDirectory = mkdtempSync(path.join(tmpdir(), "arc-keys-"));
  await using emulator = await startIdentityEmulator({ azureArc: { keyDirectory, announcedKeyDirectory } });
  const bind = `mount -t tmpfs none /var/opt && mkdir -p ${announcedKeyDirectory} && mount --bind "$0" ${announcedKeyDirectory} && exec "$@"`;
  const ask = (args: unknown[]) =>
    getTokenInChild(
      { credential: "ManagedIdentityCredential", args, scopes: "https://vault.azure.net/.default" },
      emulator.environment("azureArc"),
      ["unshare", "-rm", "sh", "-c", bind, keyDirectory],
    );
  expect(claimsOf((await ask([])).token)).toMatchObject({ appid: emulator.systemAssignedIdentity?.clientId });
  expect(emulator.requests.map(({ host, kind, status }) => `${host} ${kind} ${status}`)).toEqual([
    "azureArc challenge 401",
    "azureArc token 200",
  ]);
  const [identity] = emulator.userAssignedIdentities;
  const { token } = await ask([{ resourceId: identity?.resourceId }]);
  expect(claimsOf(token)).toMatchObject({ oid: identity?.objectId });
  expect(readdirSync(keyDirectory)).toEqual([]);
  rmSync(keyDirectory, { recursive: true });
});

test.runIf(address).each([
  [0, "token", ["probe 400", "token 200"]],
  [1500, expect.stringContaining("Attempted to use the IMDS endpoint, but it is not available."), ["probe"]],
])("the real address, with a probe that takes %i ms", async (delay, outcome, requests) => {
  const script = fileURLToPath(new URL("imdsAddress.mjs", import.meta.url));
  const args = ["-rn", "sh", "-c", bindAddress, "sh", process.execPath, script, String(delay)];
  const { stdout, stderr } = await run("unshare", args, cleanEnvironment({ AZURE_TOKEN_CREDENTIALS: "prod" }));
  expect(JSON.parse(stdout || stderr)).toEqual({ endpoint: "http://169.254.169.254", outcome, requests });
});
