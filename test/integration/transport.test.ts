import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { promisify } from "node:util";
import { ClientAssertionCredential, ManagedIdentityCredential } from "@azure/identity";
import { ProxyAgent, fetch as undiciFetch } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire, exchangeLines } from "../support/acquire.js";
import { cleanEnvironment } from "../testing/child.js";

let emulator: IdentityEmulator;
const servers: Server[] = [];
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  for (const name of identityVariables) delete process.env[name];
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
/** Says this to whoever connects and sends something, and hangs up. */
const says = (words: string) =>
  listen(createServer((socket: Socket) => void socket.on("error", () => {}).once("data", () => socket.end(words))));

describe("a proxy that opens no tunnel for fetch", () => {
  it.each([407, 403, 502])("with %i", async (status) => {
    const port = await says(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${port}`);
    const url = "https://login.microsoftonline.com/t/oauth2/v2.0/token";
    const credential = {
      async getToken(): Promise<never> {
        return (await undiciFetch(url, { method: "POST", dispatcher })) as never;
      },
    };
    const acquired = await acquire(credential);
    await dispatcher.close();
    expect(acquired.diagnosis).toMatchObject({ kind: "proxy_failure", http: { status, host: "127.0.0.1" } });
    expect(exchangeLines(acquired)[0]).toBe("POST /t/oauth2/v2.0/token ERR_PROXY_TUNNEL");
    expect(acquired.call.attributes["error.type"]).toBe("proxy_failure");
    const { error } = acquired;
    expect(diagnose(new Error("fetch failed", { cause: error?.cause })).kind).toBe("proxy_failure");
  });
});

describe("AADSTS700024 of a clock that is off", () => {
  const HOURS = 3_600_000;
  const iso = (ms: number) => new Date(ms).toISOString().replace("Z", "0000Z");
  /** @param ahead - of the local clock, in ms */
  const refuse = (ahead: number, from: number) => {
    const now = Date.now() - ahead;
    const times = `Current time: ${iso(now)}, assertion valid from ${iso(from)}, expiry time of assertion ${iso(from + HOURS / 6)}.`;
    const body = {
      error: "invalid_client",
      error_description: `AADSTS700024: Client assertion is not within its valid time range. ${times}`,
      error_codes: [700024],
    };
    const headers = { date: new Date(now).toUTCString() };
    emulator.fault({ host: "entra", kind: "token" }, faults.status(401, { headers, body }));
  };
  const withAssertion = () =>
    new ClientAssertionCredential(
      emulator.tenantId,
      emulator.clientId,
      async () => "a.b.c",
      emulator.credentialOptions(),
    );

  it.each([
    ["ahead", 3 * HOURS],
    ["behind", -2 * HOURS],
  ])("%s is that clock, not the certificate’s assertion", async (side, ahead) => {
    refuse(ahead, Date.now());
    const { diagnosis } = await acquire(withAssertion());
    expect(diagnosis).toMatchObject({
      kind: "clock_skew",
      owner: "platform",
      retryable: false,
      entra: { codes: [700024] },
    });
    expect(diagnosis?.cause).toMatch(new RegExp(`this machine’s clock is \\d{4,5} s ${side}`));
    expect(diagnosis?.remedies[0]?.action).toBe("Synchronise the clock.");
  });

  it("by which an assertion from elsewhere is not judged", async () => {
    refuse(2 * HOURS, Date.now() - 30 * HOURS);
    expect((await acquire(withAssertion())).diagnosis?.kind).toBe("assertion_expired");
  });

  it("is not told of a clock that is right", async () => {
    refuse(0, Date.now() - 2 * HOURS);
    expect((await acquire(withAssertion())).diagnosis?.kind).toBe("assertion_expired");
  });

  it("is told from the text where the assertion is yet to begin", () => {
    const text = (from: string) =>
      `AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-03-02T17:00:00.0000000Z, assertion valid from ${from}, expiry time of assertion 2026-03-02T20:10:00.0000000Z.`;
    expect(diagnose(text("2026-03-02T20:00:00.0000000Z"))).toMatchObject({ kind: "clock_skew", owner: "platform" });
    expect(diagnose(text("2026-03-02T17:04:00.0000000Z")).kind).toBe("assertion_expired");
    expect(diagnose(text("2026-03-02T16:00:00.0000000Z")).kind).toBe("assertion_expired");
  });
});

describe("an answer that is no HTTP", () => {
  it("of a managed identity endpoint is one all the same", async () => {
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${await says("SSH-2.0-OpenSSH_9.6\r\n")}/msi/token`;
    process.env.IDENTITY_HEADER = "header";
    const credential = new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } });
    const { diagnosis } = await acquire(credential);
    expect(diagnosis).toMatchObject({
      kind: "managed_identity_endpoint_error",
      network: { code: "HPE_INVALID_CONSTANT", host: "127.0.0.1" },
    });
    expect(diagnosis?.cause).toMatch(/On the wire, GET 127\.0\.0\.1:\d+ ended in HPE_INVALID_CONSTANT/);
  });

  it.each([
    ["SSH-2.0-OpenSSH_9.6\r\n", "connection_failed", "HPE_INVALID_CONSTANT"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "invalid_token_response", "HPE_INVALID_CHUNK_SIZE"],
  ])("of an authority: %j is %s", async (words, kind, code) => {
    const port = await says(words);
    const credential = {
      getToken: () =>
        new Promise<never>((_, reject) => {
          const sent = request({ port, host: "127.0.0.1", method: "POST", path: "/t/oauth2/v2.0/token" });
          sent.on("response", (answer) => answer.on("error", reject).resume());
          sent.on("error", reject).end("grant_type=client_credentials");
        }),
    };
    const { diagnosis, error } = await acquire(credential);
    expect(diagnosis).toMatchObject({ kind, network: { code } });
    expect((error as NodeJS.ErrnoException).code).toBe(code);
  });
});

describe("a client that gives up on its own", () => {
  it("has timed out, whatever code it gives that", async () => {
    const port = await listen(createHttpServer(() => {}));
    const credential = {
      getToken: () =>
        new Promise<never>((_, reject) => {
          const sent = request({ port, host: "127.0.0.1", method: "POST", path: "/t/oauth2/v2.0/token", agent: false });
          sent.on("error", reject).end();
          const late = Object.assign(new Error("timeout of 50ms exceeded"), {
            name: "AxiosError",
            code: "ECONNABORTED",
          });
          setTimeout(() => sent.destroy(late), 50);
        }),
    };
    const { diagnosis, error } = await acquire(credential);
    expect(diagnosis).toMatchObject({ kind: "network_timeout", network: { code: "ABORT_ERR" } });
    expect(diagnose({ ...error, name: "AxiosError", message: error?.message, code: "ECONNABORTED" }).kind).toBe(
      "network_timeout",
    );
  });
});

const UNSHARE = ["unshare", "--map-root-user", "--net"];
const possible = (() => {
  try {
    execFileSync(UNSHARE[0] ?? "", [...UNSHARE.slice(1), "ip", "route"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

// Runs on dist/, as a process of its own does.
describe.skipIf(!possible)("a route that is prohibited (needs unshare and ip)", () => {
  it("is a failed connection", async () => {
    const script = `
      import { ClientSecretCredential } from "@azure/identity";
      import { DiagnosticCredential, diagnose } from "diagnostic-credential";
      const id = "11111111-2222-3333-4444-555555555555";
      const options = { authorityHost: "https://192.0.2.1", disableInstanceDiscovery: true, retryOptions: { maxRetries: 0 } };
      const credential = new DiagnosticCredential(new ClientSecretCredential(id, id, "secret", options));
      const error = await credential.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
      const { kind, network } = diagnose(error);
      console.log(JSON.stringify({ kind, network }));
    `;
    const setUp = 'ip link set lo up; ip route add prohibit 192.0.2.1; exec "$0" --input-type=module --eval "$1"';
    const args = [...UNSHARE.slice(1), "sh", "-c", setUp, process.execPath, script];
    const { stdout } = await promisify(execFile)(UNSHARE[0] ?? "", args, {
      env: cleanEnvironment({}),
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual({
      kind: "connection_failed",
      network: { code: "EACCES", host: "192.0.2.1", port: 443 },
    });
  });

  it.each(["EACCES", "EPERM"])("is known by its error and its text: %s", (code) => {
    const message = `connect ${code} 20.190.151.7:443`;
    const error = Object.assign(new Error(message), { code, syscall: "connect", address: "20.190.151.7", port: 443 });
    expect(diagnose(error)).toMatchObject({ kind: "connection_failed", network: { code, host: "20.190.151.7" } });
    expect(diagnose(`CredentialUnavailableError: ${message}`).kind).toBe("connection_failed");
  });
});
