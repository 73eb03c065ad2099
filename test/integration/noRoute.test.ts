import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { cleanEnvironment } from "../testing/child.js";

/** A network of its own, with nothing in it: no route to anywhere, not even loopback. */
const UNSHARE = ["unshare", "--map-root-user", "--net"];
const possible = (() => {
  try {
    execFileSync(UNSHARE[0] ?? "", [...UNSHARE.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

async function inEmptyNetwork(script: string): Promise<unknown> {
  const [file = "", ...args] = [...UNSHARE, process.execPath, "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(file, args, { env: cleanEnvironment({}), encoding: "utf8" });
  return JSON.parse(stdout);
}

// Runs on dist/, as a process of its own does.
describe.skipIf(!possible)("in a network namespace without any route (needs unshare)", () => {
  it("a managed identity's endpoint is unreachable, and the exchange that shows it is kept", async () => {
    const result = await inEmptyNetwork(`
      import { ManagedIdentityCredential } from "@azure/identity";
      import { DiagnosticCredential, diagnose } from "diagnostic-credential";
      const credential = new DiagnosticCredential(new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } }));
      const error = await credential.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
      const { kind, network, exchanges } = diagnose(error);
      console.log(JSON.stringify({ kind, network, exchanges: exchanges.map(({ host, path, errorCode }) => [host, path, errorCode]) }));
    `);
    expect(result).toEqual({
      kind: "managed_identity_unreachable",
      network: { code: "ENETUNREACH", host: "169.254.169.254", port: 80 },
      exchanges: [["169.254.169.254", "/metadata/identity/oauth2/token", "ENETUNREACH"]],
    });
  });

  it("an authority that is an address is a failed connection", async () => {
    const result = await inEmptyNetwork(`
      import { ClientSecretCredential } from "@azure/identity";
      import { DiagnosticCredential, diagnose } from "diagnostic-credential";
      const id = "11111111-2222-3333-4444-555555555555";
      const options = { authorityHost: "https://192.0.2.1", disableInstanceDiscovery: true, retryOptions: { maxRetries: 0 } };
      const credential = new DiagnosticCredential(new ClientSecretCredential(id, id, "secret", options));
      const error = await credential.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
      const { kind, network } = diagnose(error);
      console.log(JSON.stringify({ kind, network }));
    `);
    expect(result).toEqual({
      kind: "connection_failed",
      network: { code: "ENETUNREACH", host: "192.0.2.1", port: 443 },
    });
  });
});
