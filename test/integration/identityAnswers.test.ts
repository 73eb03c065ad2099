import { ManagedIdentityCredential } from "@azure/identity";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";
import { serve } from "../support/server.js";

interface Answer {
  readonly status: number;
  readonly body?: string | object;
  readonly type?: string;
}

let answer: Answer = { status: 200 };
const endpoint = serve((_, response) => {
  const { status, body = "", type = typeof body === "string" ? "text/plain" : "application/json" } = answer;
  response.writeHead(status, { "content-type": type });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
});
beforeAll(() => {
  for (const name of identityVariables) delete process.env[name];
});
afterEach(() => vi.unstubAllEnvs());

/** MSAL keeps tokens, and what it knows of the host, for the whole process. */
const ask = async (given: Answer) => {
  answer = given;
  return (await acquire(new ManagedIdentityCredential(), "https://vault.azure.net/.default")).diagnosis;
};

describe.skipIf(!identitySince("4.4"))("the metadata service's own sentence outweighs its status", () => {
  beforeEach(() => vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", endpoint.base));

  it.each([
    [400, "invalid_request", "Required metadata header not specified", "managed_identity_endpoint_error"],
    [400, "bad_request_102", "Required parameter api-version is missing", "managed_identity_endpoint_error"],
    [400, "unknown_source", "Unknown Source http://10.0.0.4", "managed_identity_endpoint_error"],
    [400, "invalid_resource", "The resource parameter is not valid.", "invalid_scope_or_resource"],
    [400, "invalid_request", "Identity not found", "managed_identity_not_assigned"],
  ])("%i %s: %s", async (status, error, error_description, kind) => {
    const diagnosis = await ask({ status, body: { error, error_description } });
    expect(diagnosis).toMatchObject({ kind, http: { status, host: "127.0.0.1" } });
  });

  it.runIf(identitySince("4.14"))("is unreachable behind Docker Desktop, which answers 403 for it", async () => {
    const body = "dial tcp 169.254.169.254:80: connectex: A socket operation was attempted to an unreachable network.";
    const diagnosis = await ask({ status: 403, body });
    expect(diagnosis).toMatchObject({ kind: "managed_identity_unreachable", http: { status: 403, host: "127.0.0.1" } });
  });

  it("is the likely reason where nothing is said beside a 400", async () => {
    expect((await ask({ status: 400 }))?.kind).toBe("managed_identity_not_assigned");
  });
});

describe.skipIf(!identitySince("4.4"))("an answer that holds no token is an answer", () => {
  const broken = { status: 200, body: '{"access_token":', type: "application/json" };

  const withoutToken: readonly (readonly [string, Answer])[] = [
    ["broken JSON", broken],
    ...(identitySince("4.14") ? [["nothing", { status: 200 }] as const] : []),
    ["another object", { status: 200, body: { hello: "world" } }],
  ];

  it.each(withoutToken)("of the metadata service: %s", async (_, given) => {
    vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", endpoint.base);
    const diagnosis = await ask(given);
    expect(diagnosis).toMatchObject({
      kind: "managed_identity_endpoint_error",
      stage: "managed_identity",
      http: { status: 200, host: "127.0.0.1" },
    });
    expect(diagnosis?.cause).toContain("was answered with 200");
  });

  it.runIf(identitySince("4.13"))("of App Service: broken JSON", async () => {
    vi.stubEnv("IDENTITY_ENDPOINT", `${endpoint.base}/msi/token`);
    vi.stubEnv("IDENTITY_HEADER", "header");
    expect((await ask(broken))?.kind).toBe("managed_identity_endpoint_error");
  });

  it.runIf(identitySince("4.13"))("of Azure Machine Learning, wherever its endpoint is", async () => {
    vi.stubEnv("MSI_ENDPOINT", `${endpoint.base}/MSI/auth`);
    vi.stubEnv("MSI_SECRET", "secret");
    const diagnosis = await ask({ status: 501, body: { error: "oops" } });
    expect(diagnosis).toMatchObject({
      kind: "managed_identity_endpoint_error",
      stage: "managed_identity",
      http: { status: 501, host: "127.0.0.1" },
    });
  });
});
