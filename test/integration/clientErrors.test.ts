import { ChainedTokenCredential, ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";

const TOKEN = "https://login.microsoftonline.com/t/oauth2/v2.0/token";
const SECRET_BODY = {
  error: "invalid_client",
  error_description: "AADSTS7000215: Invalid client secret provided.",
  error_codes: [7000215],
};

let emulator: IdentityEmulator;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

/** As axios throws it. */
const axiosError = (status: number, data: unknown, url = TOKEN) =>
  Object.assign(new Error(`Request failed with status code ${status}`), {
    name: "AxiosError",
    code: status < 500 ? "ERR_BAD_REQUEST" : "ERR_BAD_RESPONSE",
    config: { url, method: "post" },
    response: { status, data, headers: {}, config: { url } },
  });
/** As got throws it. */
const gotError = (status: number, body: unknown, url = TOKEN) =>
  Object.assign(new Error(`Response code ${status}`), {
    name: "HTTPError",
    code: "ERR_NON_2XX_3XX_RESPONSE",
    response: { statusCode: status, body, url },
  });
const throwing = (error: unknown) => ({ getToken: () => Promise.reject(error) });

describe("an answer that an HTTP client keeps with its error", () => {
  it.each([
    ["axios, JSON", axiosError(401, SECRET_BODY), "invalid_client_secret"],
    ["axios, text", axiosError(401, JSON.stringify(SECRET_BODY)), "invalid_client_secret"],
    ["got", gotError(401, JSON.stringify(SECRET_BODY)), "invalid_client_secret"],
    ["got, JSON", gotError(401, SECRET_BODY), "invalid_client_secret"],
  ])("is read: %s", async (_, error, kind) => {
    expect(diagnose(error)).toMatchObject({ kind, entra: { codes: [7000215], error: "invalid_client" } });
    const { diagnosis } = await acquire(throwing(error));
    expect(diagnosis).toMatchObject({ kind, entra: { codes: [7000215] } });
  });

  it("is that of a managed identity’s endpoint where that was asked", () => {
    const url = "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net";
    const data = { error: "invalid_request", error_description: "Identity not found" };
    expect(diagnose(axiosError(400, data, url)).kind).toBe("managed_identity_not_assigned");
  });

  it("means nothing where somebody else was asked", () => {
    expect(diagnose(axiosError(401, { message: "no" }, "https://api.contoso.example/orders")).kind).toBe(
      "not_authentication",
    );
    expect(diagnose(gotError(500, "oops", "https://api.contoso.example/orders")).kind).toBe("not_authentication");
  });

  it("is left alone where it is a stream", () => {
    const body = new Response("AADSTS7000215: no").body;
    expect(diagnose(gotError(401, body, "https://api.contoso.example")).kind).toBe("not_authentication");
  });
});

describe("an AggregateError that is no chain", () => {
  const dns = Object.assign(new Error("getaddrinfo ENOTFOUND login.microsoftonline.com"), {
    code: "ENOTFOUND",
    syscall: "getaddrinfo",
    hostname: "login.microsoftonline.com",
  });
  const application = new Error("AADSTS700016: Application with identifier 'x' was not found in the directory 'y'.");
  const orders = (errors: readonly unknown[]) => [errors, [...errors].reverse()];

  it.each([
    ...orders([dns, application]),
    ...orders([null, application]),
    ...orders([new Error("nope"), application]),
    ...orders([undefined, "x", application]),
  ])("is told by its decisive member, wherever it stands", async (...errors) => {
    const error = new AggregateError(errors, "all token sources failed");
    expect(diagnose(error).kind).toBe("application_not_found");
    expect((await acquire(throwing(error))).diagnosis?.kind).toBe("application_not_found");
  });

  it("is not about authentication where no member is", () => {
    const error = new AggregateError([new Error("nope"), new TypeError("x is not a function")], "failed");
    expect(diagnose(error).kind).toBe("not_authentication");
  });

  it("of promises gives the exchange to the credential that sent it", async () => {
    emulator.fault({ host: "entra" }, faults.repeat(faults.reset()));
    const secret = new ClientSecretCredential(emulator.tenantId, emulator.clientId, "secret", {
      ...emulator.credentialOptions(),
      retryOptions: { maxRetries: 0 },
    });
    const closed = new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } });
    process.env.IDENTITY_ENDPOINT = "http://127.0.0.1:9/msi/token";
    process.env.IDENTITY_HEADER = "header";
    const any = { getToken: (scope: string) => Promise.any([secret, closed].map((one) => one.getToken(scope))) };
    const { diagnosis } = await acquire(any as never);
    for (const name of identityVariables) delete process.env[name];
    expect(diagnosis?.attempts[0]?.finding).toMatchObject({
      kind: "connection_failed",
      network: { code: "ECONNRESET" },
    });
  });
});

describe("a member that does not say whose error it is", () => {
  it("is told by its place", async () => {
    const refused = new ClientSecretCredential(
      emulator.tenantId,
      emulator.clientId,
      "wrong",
      emulator.credentialOptions(),
    );
    const away = throwing(Object.assign(new Error("Please run 'az login'"), { name: "CredentialUnavailableError" }));
    const error: unknown = await new ChainedTokenCredential(away, refused)
      .getToken("https://vault.azure.net/.default")
      .catch((thrown: unknown) => thrown);
    const { kind, cause } = diagnose(error);
    expect(kind).toBe("invalid_client_secret");
    expect(cause).toContain("Of 2 credentials, number 2 explains the failure: it came furthest");
    expect(cause).not.toContain("unknown");
  });
});

describe("the status that EnvironmentCredential makes up", () => {
  it("is not told as one that was answered", async () => {
    const { EnvironmentCredential } = await import("@azure/identity");
    process.env.AZURE_TENANT_ID = emulator.tenantId;
    process.env.AZURE_CLIENT_ID = emulator.clientId;
    process.env.AZURE_CLIENT_CERTIFICATE_PATH = "/nonexistent/cert.pem";
    const { diagnosis, error } = await acquire(new EnvironmentCredential());
    for (const name of identityVariables) delete process.env[name];
    expect(error?.message).toContain("Status code: 400");
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(diagnosis?.http).toBeUndefined();
    for (const input of [error, error?.message, error?.stack]) {
      expect(diagnose(input).http).toBeUndefined();
      expect(diagnose(input).cause).not.toContain("400");
    }
  });
});
