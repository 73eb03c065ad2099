import { createHash } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { json } from "node:stream/consumers";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { faults, type IdentityEmulator, startIdentityEmulator } from "../../src/testing/index.js";

const vault = "https://vault.azure.net/.default";
let emulator: IdentityEmulator;

beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

interface Reply {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

/** A request to Entra ID without any SDK: a form is posted, no form is a GET. */
async function ask(path: string, form?: Record<string, string>): Promise<Reply> {
  const sent = request(new URL(path, emulator.authorityHost), {
    ca: emulator.caCertificate,
    method: form ? "POST" : "GET",
    headers: { "client-request-id": "my-request", "content-type": "application/x-www-form-urlencoded" },
  });
  sent.end(form ? new URLSearchParams(form).toString() : undefined);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const body = response.statusCode === 302 ? {} : ((await json(response)) as Record<string, unknown>);
  return { status: response.statusCode, headers: response.headers, body };
}

function token(form: Record<string, string>, tenant = emulator.tenantId): Promise<Reply> {
  const { clientId } = emulator;
  return ask(`/${tenant}/oauth2/v2.0/token`, { client_id: clientId, scope: vault, ...form });
}

test("a refusal has every field and header of a real one", async () => {
  const { status, headers, body } = await token({ grant_type: "client_credentials", client_secret: "wrong" });
  expect(status).toBe(401);
  expect(body).toEqual({
    error: "invalid_client",
    error_description: `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${emulator.clientId}'. Trace ID: ${body.trace_id} Correlation ID: my-request Timestamp: ${body.timestamp}`,
    error_codes: [7000215],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    correlation_id: "my-request",
    error_uri: "https://login.microsoftonline.com/error?code=7000215",
  });
  expect(headers["x-ms-request-id"]).toBe(body.trace_id);
  expect(Math.abs(Date.parse(headers.date ?? "") - Date.now())).toBeLessThan(2000);
});

describe("refusals", () => {
  const app = { grant_type: "client_credentials" };
  const behalf = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", requested_token_use: "on_behalf_of" };
  test.each<[string, Record<string, string>, number, string, number]>([
    ["no credential", app, 401, "invalid_client", 7000216],
    ["no credential, on behalf of", { ...behalf, assertion: "x" }, 401, "invalid_client", 7000218],
    ["no grant type", {}, 400, "invalid_request", 900144],
    ["an unknown grant type", { grant_type: "magic" }, 400, "unsupported_grant_type", 70003],
    ["a grant type that every object has", { grant_type: "toString" }, 400, "unsupported_grant_type", 70003],
    ["no scope", { ...app, scope: "" }, 400, "invalid_request", 900144],
    ["no client id", { ...app, client_id: "" }, 400, "invalid_request", 900144],
    ["an unknown refresh token", { grant_type: "refresh_token", refresh_token: "x" }, 400, "invalid_grant", 70000],
    ["an assertion that is no JWT", { ...app, client_assertion: "x" }, 400, "invalid_request", 50027],
  ])("%s", async (_, form, status, error, code) => {
    const reply = await token(form);
    expect({ status: reply.status, error: reply.body.error, codes: reply.body.error_codes }).toEqual({
      status,
      error,
      codes: [code],
    });
  });

  test("an unknown tenant", async () => {
    const { status, body } = await token(app, "nowhere.example");
    expect(status).toBe(400);
    expect(body.error_description).toMatch(/^AADSTS90002: Tenant 'nowhere\.example' not found\. /);
  });

  test("scripted: status, error, text, suberror, claims and headers", async () => {
    const fault = faults.aadsts(50076, {
      status: 403,
      error: "invalid_grant",
      description: "No.",
      subError: "basic_action",
      claims: "{}",
      headers: { "retry-after": "3" },
    });
    emulator.fault({ kind: "token" }, fault);
    const { status, headers, body } = await token(app);
    expect(status).toBe(403);
    expect(headers["retry-after"]).toBe("3");
    expect(body).toMatchObject({
      error: "invalid_grant",
      error_codes: [50076],
      suberror: "basic_action",
      claims: "{}",
    });
    expect(body.error_description).toMatch(/^AADSTS50076: No\. Trace ID: /);
  });

  test("scripted at a managed identity endpoint, only word and sentence are handed on", async () => {
    emulator.fault({ host: "imds" }, faults.aadsts(700016, { error: "unauthorized_client" }));
    const response = await fetch(`${emulator.imdsEndpoint}/metadata/identity/oauth2/token`);
    expect(response.status).toBe(400);
    const body = (await response.json()) as Record<string, string>;
    expect(Object.keys(body)).toEqual(["error", "error_description"]);
    expect(body.error_description).toMatch(/^AADSTS700016: /);
  });
});

test("tokens are signed with the keys that discovery names", async () => {
  const { body } = await ask(`/${emulator.tenantId}/v2.0/.well-known/openid-configuration`);
  expect(body).toMatchObject({
    issuer: `${emulator.authorityHost}/${emulator.tenantId}/v2.0`,
    token_endpoint: `${emulator.authorityHost}/${emulator.tenantId}/oauth2/v2.0/token`,
  });
  const { body: keys } = await ask(new URL(String(body.jwks_uri)).pathname);
  const reply = await token({ grant_type: "client_credentials", client_secret: emulator.clientSecret });
  const { payload } = await jwtVerify(
    String(reply.body.access_token),
    createLocalJWKSet(keys as unknown as JSONWebKeySet),
    { audience: "https://vault.azure.net", issuer: `https://sts.windows.net/${emulator.tenantId}/` },
  );
  expect(payload.appid).toBe(emulator.clientId);
  expect(reply.body).toEqual({
    token_type: "Bearer",
    expires_in: 3600,
    ext_expires_in: 3600,
    access_token: expect.any(String),
  });
});

test("instance discovery knows this authority and no other", async () => {
  const about = (authority: string) =>
    ask(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(authority)}`);
  const { host } = new URL(emulator.authorityHost);
  expect((await about(`${emulator.authorityHost}/${emulator.tenantId}/oauth2/v2.0/authorize`)).body).toMatchObject({
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
  expect(await about("https://other.example/tenant/oauth2/v2.0/authorize")).toMatchObject({
    status: 400,
    body: { error: "invalid_instance" },
  });
});

test("the authorization page sends the browser back with a code that is bound to the verifier", async () => {
  const verifier = "a".repeat(43);
  const query = new URLSearchParams({
    client_id: emulator.clientId,
    redirect_uri: "http://localhost:1/back",
    state: "s1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  });
  const { status, headers } = await ask(`/${emulator.tenantId}/oauth2/v2.0/authorize?${query}`);
  expect(status).toBe(302);
  const back = new URL(headers.location ?? "");
  expect([back.origin, back.pathname, back.searchParams.get("state")]).toEqual(["http://localhost:1", "/back", "s1"]);
  const redeem = { grant_type: "authorization_code", code: back.searchParams.get("code") ?? "" };
  expect((await token({ ...redeem, code_verifier: "b".repeat(43) })).body.error_codes).toEqual([501481]);
  const good = await token({ ...redeem, code_verifier: verifier });
  expect(good.status).toBe(200);
  expect(Object.keys(good.body)).toEqual(
    expect.arrayContaining(["access_token", "refresh_token", "id_token", "client_info", "scope"]),
  );
  const recorded = JSON.stringify(emulator.requests);
  for (const secret of [redeem.code, verifier, query.get("code_challenge") ?? ""])
    expect(recorded).not.toContain(secret);
});
