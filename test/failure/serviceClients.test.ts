import { createHttpHeaders, type HttpClient, type PipelineRequest } from "@azure/core-rest-pipeline";
import { SecretClient } from "@azure/keyvault-secrets";
import { BlobServiceClient } from "@azure/storage-blob";
import { describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../../src/index.js";
import { nothing, resolves } from "../../src/testing/index.js";

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service, by what it answers: its name decides what a client asks for, so it is no loopback address. */
function answering(...answers: readonly [Answer, ...Answer[]]): HttpClient {
  let next = 0;
  return {
    sendRequest: async (request: PipelineRequest) => {
      const { status, body = "", headers = {} } = answers[Math.min(next++, answers.length - 1)] as Answer;
      // Storage reads headers through the older interface of core-http-compat.
      const read = Object.assign(createHttpHeaders({ ...headers }), { toJson: () => headers });
      return { request, status, headers: read, bodyAsText: body };
    },
  };
}

const credential = new DiagnosticCredential(resolves("t"), { policy: "off" });
const caught = async (call: Promise<unknown>) =>
  diagnose(
    await call.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );

describe("Blob Storage", () => {
  const container = (answer: Answer, of = credential) =>
    new BlobServiceClient("https://contosodata.blob.core.windows.net", of, {
      httpClient: answering(answer) as never,
      retryOptions: { maxTries: 1 },
    }).getContainerClient("orders");
  const refusal = (status: number, code: string, message: string): Answer => ({
    status,
    headers: { "content-type": "application/xml", "x-ms-error-code": code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nRequestId:1e3d2c4b-501e-0036-1b2c-9a7c8d000000\nTime:2026-11-30T10:11:12.1234567Z</Message></Error>`,
  });
  const NOT_AUTHORIZED = "This request is not authorized to perform this operation";

  it.each([
    [403, "AuthorizationPermissionMismatch", `${NOT_AUTHORIZED} using this permission.`, "authorization_denied"],
    [403, "AuthorizationFailure", `${NOT_AUTHORIZED}.`, "network_rule_denied"],
    [403, "AuthorizationSourceIPMismatch", `${NOT_AUTHORIZED} using this source IP.`, "network_rule_denied"],
    [403, "KeyBasedAuthenticationNotPermitted", "Key based authentication is not permitted.", "authorization_denied"],
    [
      409,
      "PublicAccessNotPermitted",
      "Public access is not permitted on this storage account.",
      "authorization_denied",
    ],
    [401, "InvalidAuthenticationInfo", "Server failed to authenticate the request.", "token_rejected"],
    [401, "NoAuthenticationInformation", "Server failed to authenticate the request.", "token_rejected"],
    [403, "AccountIsDisabled", "The specified account is disabled.", "not_authentication"],
    [404, "ContainerNotFound", "The specified container does not exist.", "not_authentication"],
    [503, "ServerBusy", "The server is busy.", "not_authentication"],
  ])("%i %s", async (status, code, message, kind) => {
    const diagnosis = await caught(
      container(refusal(status, code, message))
        .listBlobsFlat()
        .next(),
    );
    expect([diagnosis.kind, diagnosis.http?.status]).toEqual([kind, status]);
  });

  it("of an answer to HEAD the header says what the body cannot", async () => {
    const head = (code: string) =>
      caught(container({ status: 403, headers: { "x-ms-error-code": code } }).getProperties());
    expect((await head("AuthorizationFailure")).kind).toBe("network_rule_denied");
    expect((await head("AuthorizationPermissionMismatch")).kind).toBe("authorization_denied");
    expect((await head("<script>")).kind).toBe("authorization_denied");
  });

  it("a credential that gives null is named as that", async () => {
    const { kind, cause } = await caught(
      container({ status: 200 }, new DiagnosticCredential(nothing(), { policy: "off" })).getProperties(),
    );
    expect([kind, cause]).toEqual([
      "unknown",
      "The credential answered without a token and without an error (null), so the client had nothing to send.",
    ]);
  });
});

describe("Key Vault", () => {
  const CHALLENGE: Answer = {
    status: 401,
    headers: {
      "www-authenticate":
        'Bearer authorization="https://login.microsoftonline.com/0b3fc3aa-77c1-4d0e-9d58-3c7b7ba1a0c6", resource="https://vault.azure.net"',
    },
  };
  const secret = (answer: Answer) =>
    caught(
      new SecretClient("https://contoso.vault.azure.net", credential, {
        httpClient: answering(CHALLENGE, answer),
        retryOptions: { maxRetries: 0 },
      }).getSecret("db"),
    );
  const refusal = (status: number, code: string, message: string, inner?: string): Answer => ({
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ error: { code, message, ...(inner !== undefined && { innererror: { code: inner } }) } }),
  });

  it.each([
    [
      403,
      "Forbidden",
      "Caller is not authorized to perform action on resource.",
      "ForbiddenByRbac",
      "authorization_denied",
    ],
    [
      403,
      "Forbidden",
      "Client address is not authorized and caller is not a trusted service.",
      "ForbiddenByFirewall",
      "network_rule_denied",
    ],
    [403, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled", "not_authentication"],
    [
      401,
      "Unauthorized",
      "AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://management.azure.com/.",
      undefined,
      "token_rejected",
    ],
    [
      404,
      "SecretNotFound",
      "A secret with (name/id) db was not found in this key vault.",
      undefined,
      "not_authentication",
    ],
  ])("%i %s: %s", async (status, code, message, inner, kind) => {
    expect((await secret(refusal(status, code, message, inner))).kind).toBe(kind);
  });

  it("a page of a proxy in place of its answer", async () => {
    const page = { status: 403, headers: { "content-type": "text/html" }, body: "<html>Access denied</html>" };
    expect((await secret(page)).kind).toBe("proxy_failure");
  });

  it("an answer without a body, over which the client crashes, is not told as something else", async () => {
    const { kind, cause, remedies } = await secret({ status: 401 });
    expect([kind, cause]).toEqual([
      "unknown",
      "The client crashed over an error answer of the service that has no body, and its status is lost: most often it is 401 to a token of another tenant or audience, or to one that does not meet a claims challenge.",
    ]);
    expect(remedies[0]?.command).toBe(
      "curl -sS -o /dev/null -D - https://<vault>.vault.azure.net/secrets?api-version=7.4",
    );
  });
});
