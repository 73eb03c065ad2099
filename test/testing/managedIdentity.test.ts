import { ManagedIdentityCredential } from "@azure/identity";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { claimsOf, failure, getTokenInChild } from "./child.js";

// The SDK keeps managed identity tokens in a cache of the process, by resource: no two tests may ask for the same.
let next = 0;
const freshScope = () => `https://account${next++}.blob.core.windows.net/.default`;

let emulator: IdentityEmulator;
const saved = new Map(identityVariables.map((name) => [name, process.env[name]]));

beforeAll(async () => {
  emulator = await startIdentityEmulator();
  for (const name of identityVariables) delete process.env[name];
  Object.assign(process.env, emulator.environment("imds"));
  // The first credential of the process lends its HTTP client, and so its retries, to all others.
  await new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } }).getToken(freshScope());
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await emulator.close();
});

/** The part of the SDK's message that came from the endpoint. */
function description(error: Error): string | undefined {
  return /Description: (.*) - Correlation ID: /s.exec(error.message)?.[1];
}

describe("IMDS", () => {
  test("gives the system-assigned identity's token", async () => {
    const scope = freshScope();
    const token = await new ManagedIdentityCredential().getToken(scope);
    const { systemAssignedIdentity } = emulator;
    const resource = scope.replace("/.default", "");
    expect(claimsOf(token)).toMatchObject({
      aud: resource,
      tid: emulator.tenantId,
      appid: systemAssignedIdentity?.clientId,
      oid: systemAssignedIdentity?.objectId,
      xms_mirid: systemAssignedIdentity?.resourceId,
      idtyp: "app",
    });
    expect(emulator.requests).toEqual([
      {
        host: "imds",
        kind: "token",
        method: "GET",
        path: "/metadata/identity/oauth2/token/",
        query: { "api-version": "2018-02-01", resource },
        at: expect.any(Number),
        resource,
        status: 200,
      },
    ]);
  });

  test("answers in the form of the real service", async () => {
    const resource = "https://vault.azure.net";
    const url = `${emulator.imdsEndpoint}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}`;
    const response = await fetch(url, { headers: { metadata: "true" } });
    const body = await response.json();
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      client_id: emulator.systemAssignedIdentity?.clientId,
      expires_in: "3600",
      expires_on: expect.stringMatching(/^\d{10}$/),
      ext_expires_in: "3600",
      not_before: expect.stringMatching(/^\d{10}$/),
      resource,
      token_type: "Bearer",
    });
  });

  test("answers the probe with 400", async () => {
    const response = await fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "bad_request_102",
      error_description: "Required metadata header not specified",
    });
    expect(emulator.requests).toMatchObject([{ host: "imds", kind: "probe", status: 400 }]);
  });

  test("finds a user-assigned identity by each of its ids", async () => {
    const [identity] = emulator.userAssignedIdentities;
    if (!identity) throw new Error("no identity");
    const { clientId, objectId, resourceId } = identity;
    for (const selector of [{ clientId }, { objectId }, { resourceId }]) {
      const token = await new ManagedIdentityCredential(selector).getToken(freshScope());
      expect(claimsOf(token)).toMatchObject({ appid: clientId, oid: objectId, xms_mirid: resourceId });
    }
    expect(emulator.requests.map(({ query }) => Object.keys(query).at(-1))).toEqual([
      "client_id",
      "object_id",
      "msi_res_id",
    ]);
  });

  test("an identity that the machine does not have", async () => {
    const clientId = "11111111-2222-3333-4444-555555555555";
    const error = await failure(new ManagedIdentityCredential({ clientId }).getToken(freshScope()));
    expect(error.name).toBe("CredentialUnavailableError");
    expect(error.message).toBe(
      "ManagedIdentityCredential: Authentication failed. Message invalid_request: Error(s): Not Available - Timestamp: Not Available - Description: Identity not found - Correlation ID: Not Available - Trace ID: Not Available",
    );
    expect(emulator.countRequests({ host: "imds", clientId, status: 400 })).toBe(1);
  });

  test("a resource that does not exist", async () => {
    const error = await failure(new ManagedIdentityCredential().getToken("https://nope.vault.azure.net/.default"));
    expect(error.message).toContain("invalid_resource: ");
    expect(description(error)).toMatch(
      /^AADSTS500011: The resource principal named https:\/\/nope\.vault\.azure\.net was/,
    );
  });

  test.each([
    ["notFound", faults.imds.notFound(), "Not found"],
    ["gone", faults.imds.gone(), "IMDS is updating"],
    ["tooManyRequests", faults.imds.tooManyRequests(), "Too many requests"],
    ["internalError", faults.imds.internalError(), /^Failed to retrieve token from the Active directory\. /],
    ["badGateway", faults.imds.badGateway(), /Http status code: 502.*<title>502 Bad Gateway<\/title>/s],
    ["unavailable", faults.imds.unavailable(), "Service unavailable"],
    ["gatewayTimeout", faults.imds.gatewayTimeout(), /Http status code: 504.*upstream request timeout/s],
    ["multipleIdentities", faults.imds.multipleIdentities(), /^Multiple user assigned identities exist, /],
    ["dockerDesktop", faults.imds.dockerDesktop(), /attempted to an unreachable network\./],
  ])("%s", async (name, fault, text) => {
    emulator.fault({ host: "imds" }, faults.repeat(fault));
    const error = await failure(new ManagedIdentityCredential().getToken(freshScope()));
    expect(error.message).toMatch(/^ManagedIdentityCredential: Authentication failed\. Message /);
    if (typeof text === "string") expect(description(error)).toBe(text);
    else expect(description(error)).toMatch(text);
    expect(emulator.countRequests({ fault: `imds.${name}` })).toBe(emulator.requests.length);
  });

  test("429 with Retry-After is retried, after which all is well", async () => {
    emulator.fault({ host: "imds" }, faults.imds.tooManyRequests({ retryAfterSeconds: 1 }));
    const job = { credential: "ManagedIdentityCredential", scopes: freshScope() };
    const { milliseconds } = await getTokenInChild(job, emulator.environment("imds"));
    expect(milliseconds).toBeGreaterThan(990);
    expect(emulator.requests.map(({ status }) => status)).toEqual([429, 200]);
  });
});

describe("machines with other identities", () => {
  let other: IdentityEmulator | undefined;
  afterEach(() => other?.close());

  async function ask(userAssigned: number): Promise<unknown> {
    const identities = Array.from({ length: userAssigned }, (_, index) => ({
      clientId: `client-${index}`,
      objectId: `object-${index}`,
      resourceId: `/resource/${index}`,
    }));
    other = await startIdentityEmulator({ imds: { systemAssigned: false, userAssigned: identities } });
    const query = "api-version=2018-02-01&resource=https://vault.azure.net";
    const response = await fetch(`${other.imdsEndpoint}/metadata/identity/oauth2/token?${query}`, {
      headers: { metadata: "true" },
    });
    const { client_id, error_description } = (await response.json()) as Record<string, string>;
    return client_id ?? error_description;
  }

  test("none", async () => expect(await ask(0)).toBe("Identity not found"));
  test("one, which need not be named", async () => expect(await ask(1)).toBe("client-0"));
  test("several, one of which must be named", async () =>
    expect(await ask(2)).toBe(
      "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request",
    ));
});

describe("other hosts, each in a process of its own", () => {
  const credential = "ManagedIdentityCredential";
  const scopes = "https://vault.azure.net/.default";

  test("App Service", async () => {
    const clientId = emulator.userAssignedIdentities[0]?.clientId;
    const { token } = await getTokenInChild(
      { credential, args: [{ clientId }], scopes },
      emulator.environment("appService"),
    );
    expect(claimsOf(token)).toMatchObject({ appid: clientId, aud: "https://vault.azure.net" });
    expect(emulator.requests).toMatchObject([
      {
        host: "appService",
        kind: "token",
        path: "/msi/token",
        clientId,
        resource: "https://vault.azure.net",
        status: 200,
      },
    ]);
  });

  test("App Service with a stale header, and with an identity it does not have", async () => {
    const stale = { ...emulator.environment("appService"), IDENTITY_HEADER: "stale" };
    const [first, second] = await Promise.all([
      getTokenInChild({ credential, scopes }, stale),
      getTokenInChild({ credential, args: [{ clientId: "nope" }], scopes }, emulator.environment("appService")),
    ]);
    expect(first.error?.message).toContain("Description: The X-IDENTITY-HEADER is not valid - ");
    expect(second.error?.message).toContain(
      "Description: No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId. - ",
    );
    expect(emulator.countRequests({ host: "appService", status: 401 })).toBe(1);
    expect(emulator.countRequests({ host: "appService", status: 400 })).toBe(1);
  });

  test("Service Fabric, Cloud Shell, Machine Learning", async () => {
    const ask = (name: "serviceFabric" | "cloudShell" | "machineLearning") =>
      getTokenInChild({ credential, scopes }, emulator.environment(name));
    const [fabric, shell, learning] = await Promise.all([
      ask("serviceFabric"),
      ask("cloudShell"),
      ask("machineLearning"),
    ]);
    const appid = emulator.systemAssignedIdentity?.clientId;
    expect(claimsOf(fabric.token)).toMatchObject({ appid, idtyp: "app" });
    expect(claimsOf(learning.token)).toMatchObject({ appid, idtyp: "app" });
    expect(claimsOf(shell.token)).toMatchObject({ idtyp: "user", upn: emulator.user.username });
    expect(emulator.requests.map(({ host, method, status }) => `${host} ${method} ${status}`).sort()).toEqual([
      "cloudShell POST 200",
      "machineLearning GET 200",
      "serviceFabric GET 200",
    ]);
  });

  test("Azure Arc refuses a challenge file outside the agent's directory", async () => {
    const { error } = await getTokenInChild({ credential, scopes }, emulator.environment("azureArc"));
    expect(error?.message).toMatch(/^ManagedIdentityCredential: Authentication failed\. Message invalid_file_path: /);
    expect(emulator.requests).toMatchObject([{ host: "azureArc", kind: "challenge", status: 401 }]);
  });

  test("environment variables, workload identity", async () => {
    const disableInstanceDiscovery = true;
    const ask = (name: "environmentSecret" | "environmentCertificate" | "environmentPassword") =>
      getTokenInChild(
        { credential: "EnvironmentCredential", args: [{ disableInstanceDiscovery }], scopes },
        emulator.environment(name),
      );
    const [secret, certificate, password, workload, exchanged] = await Promise.all([
      ask("environmentSecret"),
      ask("environmentCertificate"),
      ask("environmentPassword"),
      getTokenInChild(
        { credential: "WorkloadIdentityCredential", args: [{ disableInstanceDiscovery }], scopes },
        emulator.environment("workloadIdentity"),
      ),
      getTokenInChild({ credential, scopes }, emulator.environment("workloadIdentity")),
    ]);
    expect(claimsOf(secret.token)).toMatchObject({ appidacr: "1", appid: emulator.clientId });
    expect(claimsOf(certificate.token)).toMatchObject({ appidacr: "2", appid: emulator.clientId });
    expect(claimsOf(password.token)).toMatchObject({ appidacr: "0", upn: emulator.user.username });
    expect(claimsOf(workload.token)).toMatchObject({ appidacr: "2", appid: emulator.clientId });
    expect(claimsOf(exchanged.token)).toMatchObject({ appidacr: "2", appid: emulator.clientId });
  });
});
