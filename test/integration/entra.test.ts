import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  EnvironmentCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { SpanStatusCode } from "@opentelemetry/api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire, exchangeLines } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";
import { eventsOf } from "../support/telemetry.js";

let emulator: IdentityEmulator;
let discovery = "";
let tokenEndpoint = "";
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  discovery = `/${emulator.tenantId}/v2.0/.well-known/openid-configuration`;
  tokenEndpoint = `/${emulator.tenantId}/oauth2/v2.0/token`;
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const withSecret = (secret = emulator.clientSecret, clientId = emulator.clientId, options = {}) =>
  new ClientSecretCredential(emulator.tenantId, clientId, secret, { ...emulator.credentialOptions(), ...options });

describe("ClientSecretCredential", () => {
  it("gets its token from the network, then from the cache", async () => {
    const credential = withSecret();
    const first = await acquire(credential);
    expect(first.token?.token).toMatch(/^eyJ/);
    expect(exchangeLines(first)).toEqual([`GET ${discovery} 200`, `POST ${tokenEndpoint} 200`]);
    expect(first.call.name).toBe("getToken ClientSecretCredential");
    expect(first.call.attributes).toMatchObject({
      "azure.identity.token.source": "network",
      "azure.identity.exchange.count": 2,
      "azure.identity.credential.type": "ClientSecretCredential",
    });
    expect(first.call.attributes["azure.identity.token.expires_in"]).toBeGreaterThan(3500);
    const second = await acquire(credential);
    expect(second.token?.token).toBe(first.token?.token);
    expect(second.record).toMatchObject({ tokenSource: "cache", exchanges: [], outcome: "succeeded" });
    expect(second.call.attributes["azure.identity.exchange.count"]).toBe(0);
  });

  it("hashes the tenant in the paths of its exchanges", async () => {
    const { call } = await acquire(withSecret());
    const paths = eventsOf(call).map((event) => (event as Record<string, unknown>)["url.path"]);
    expect(paths).toEqual([
      expect.stringMatching(/^\/sha256:[0-9a-f]{12}\/v2\.0\/\.well-known\/openid-configuration$/),
      expect.stringMatching(/^\/sha256:[0-9a-f]{12}\/oauth2\/v2\.0\/token$/),
    ]);
  });

  it.each([
    ["invalid_client_secret", 7000215, () => withSecret("wrong")],
    ["expired_client_secret", 7000222, () => withSecret(emulator.expiredClientSecret)],
    ["application_not_found", 700016, () => withSecret("wrong", "00000000-1111-2222-3333-444444444444")],
  ])("is refused: %s, AADSTS%i", async (kind, code, credential) => {
    const { error, diagnosis, call, record } = await acquire(credential());
    expect(error?.name).toBe("AuthenticationRequiredError");
    expect(diagnosis).toMatchObject({
      kind,
      stage: "entra",
      owner: "developer",
      retryable: false,
      credentialType: "ClientSecretCredential",
    });
    expect(diagnosis?.entra?.codes).toEqual([code]);
    expect(call.status.code).toBe(SpanStatusCode.ERROR);
    expect(call.attributes["error.type"]).toBe(kind);
    expect(call.attributes["azure.identity.failure.aadsts_codes"]).toEqual([code]);
    expect(call.attributes["azure.identity.failure.correlation_id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(record.exchanges.at(-1)?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is throttled: 429 with its Retry-After, which the SDK loses", async () => {
    emulator.fault({ host: "entra", kind: "token" }, faults.repeat(faults.throttled({ retryAfterSeconds: 1 })));
    const { diagnosis, call } = await acquire(withSecret());
    expect(diagnosis).toMatchObject({
      kind: "throttled",
      retryable: true,
      http: { status: 429, retryAfterSeconds: 1 },
    });
    expect(call.attributes["error.type"]).toBe("throttled");
  });

  it("is answered by a proxy's page", async () => {
    emulator.fault({ host: "entra", kind: "discovery" }, faults.repeat(faults.proxyPage({ status: 200 })));
    expect((await acquire(withSecret())).diagnosis?.kind).toBe("proxy_failure");
  });
});

describe("what @azure/identity reports with the same words", () => {
  const closedPort = async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  it("is told apart: TLS, DNS, refused", async () => {
    const credentials: TokenCredential[] = [
      withSecret(undefined, undefined, { authorityHost: emulator.misTrustedAuthorities.selfSigned }),
      // The resolver itself refuses an empty label, so no query leaves the machine.
      withSecret(undefined, undefined, { authorityHost: "https://login..contoso.invalid" }),
      withSecret(undefined, undefined, { authorityHost: `https://127.0.0.1:${await closedPort()}` }),
    ];
    const [tls, dns, refused] = await Promise.all(credentials.map((credential) => acquire(credential)));
    const words = identitySince("4.13")
      ? "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details"
      : "endpoints_resolution_error: Endpoints cannot be resolved";
    expect([tls, dns, refused].map((acquired) => acquired?.error?.message)).toEqual([words, words, words]);
    expect([tls, dns, refused].map((acquired) => acquired?.diagnosis?.kind)).toEqual([
      "tls_failure",
      "dns_failure",
      "connection_failed",
    ]);
    expect([tls, dns, refused].map((acquired) => acquired?.call.attributes["error.type"])).toEqual([
      "tls_failure",
      "dns_failure",
      "connection_failed",
    ]);
    expect(tls?.diagnosis?.network).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT", host: "localhost" });
    expect(dns?.diagnosis?.network).toMatchObject({ code: "ENOTFOUND", host: "login..contoso.invalid" });
    expect(refused?.diagnosis?.network).toMatchObject({ code: "ECONNREFUSED", host: "127.0.0.1" });
    expect(refused?.call.attributes["azure.identity.exchange.retries"]).toBe(3);
  });
});

describe("other credentials of Entra ID", () => {
  it("ClientCertificateCredential: a registered certificate, one that is not, a file that is not there", async () => {
    const withCertificate = (certificatePath: string) =>
      new ClientCertificateCredential(
        emulator.tenantId,
        emulator.clientId,
        { certificatePath },
        emulator.credentialOptions(),
      );
    const good = await acquire(withCertificate(emulator.clientCertificatePath));
    expect(good.record).toMatchObject({ outcome: "succeeded", tokenSource: "network" });
    const unregistered = await acquire(withCertificate(emulator.unregisteredCertificatePath));
    expect(unregistered.diagnosis).toMatchObject({ kind: "certificate_not_registered", entra: { codes: [700027] } });
    const missing = await acquire(withCertificate("/no/such/certificate.pem"));
    expect(missing.diagnosis).toMatchObject({ kind: "credential_file_unreadable", owner: "platform" });
    expect(missing.diagnosis?.cause).toContain("/no/such/certificate.pem");
  });

  it("ClientCertificateCredential: a file without a key that can sign, encrypted or cut or not there", async () => {
    const pem = await readFile(emulator.clientCertificatePath, "utf8");
    const [certificate = ""] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem) ?? [];
    const encrypted = createPrivateKey(pem).export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: "secret",
    });
    const broken = pem.replace(/(PRIVATE KEY-----\s+)\S{20}/, "$1");
    for (const text of [certificate, `${certificate}\n${encrypted}`, broken]) {
      const credential = new ClientCertificateCredential(
        emulator.tenantId,
        emulator.clientId,
        { certificate: text },
        emulator.credentialOptions(),
      );
      const { diagnosis } = await acquire(credential);
      expect(diagnosis).toMatchObject({ kind: "certificate_unusable", owner: "developer" });
    }
  });

  it("WorkloadIdentityCredential: its token file, one that is not there, a subject that is not registered", async () => {
    const withFile = (tokenFilePath: string) =>
      new WorkloadIdentityCredential({
        tenantId: emulator.tenantId,
        clientId: emulator.clientId,
        tokenFilePath,
        ...emulator.credentialOptions(),
      });
    const good = await acquire(withFile(emulator.federatedTokenFile));
    expect(good.record).toMatchObject({
      outcome: "succeeded",
      tokenSource: "network",
      credentialType: "WorkloadIdentityCredential",
    });
    const missing = await acquire(withFile("/no/such/token"));
    expect(missing.diagnosis?.kind).toBe("credential_file_unreadable");
    emulator.fault({ host: "entra", kind: "token" }, faults.aadsts(700213));
    const mismatch = await acquire(withFile(emulator.federatedTokenFile));
    expect(mismatch.diagnosis).toMatchObject({ kind: "federated_credential_mismatch", entra: { codes: [700213] } });
  });

  it("EnvironmentCredential: a secret that works, one that does not, nothing set", async () => {
    const environment = emulator.environment("environmentSecret");
    const options = emulator.credentialOptions();
    Object.assign(process.env, environment);
    const good = await acquire(new EnvironmentCredential(options));
    expect(good.record).toMatchObject({ outcome: "succeeded", credentialType: "EnvironmentCredential" });
    process.env.AZURE_CLIENT_SECRET = "wrong";
    const wrong = await acquire(new EnvironmentCredential(options));
    expect(wrong.error?.name).toBe("AuthenticationError");
    expect(wrong.diagnosis).toMatchObject({ kind: "invalid_client_secret", entra: { codes: [7000215] } });
    for (const name of identityVariables) delete process.env[name];
    const unset = await acquire(new EnvironmentCredential(options));
    expect(unset.diagnosis?.kind).toBe("configuration_missing");
  });
});

describe("100 parallel calls on different credentials", () => {
  it("each have their own two exchanges and nobody else's", async () => {
    const acquired = await Promise.all(Array.from({ length: 100 }, () => acquire(withSecret())));
    const ids = acquired.map(({ record }) => record.exchanges[1]?.requestId);
    for (const one of acquired)
      expect(exchangeLines(one)).toEqual([`GET ${discovery} 200`, `POST ${tokenEndpoint} 200`]);
    expect(new Set(ids).size).toBe(100);
    expect(emulator.countRequests({ host: "entra" })).toBe(200);
  });
});
