import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { AzureCliCredential } from "@azure/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import { identitySince } from "../support/identityVersion.js";

let server: Server;
let url = "";
beforeAll(async () => {
  server = createServer((request, answer) => {
    const status = Number(request.url?.slice(1));
    const challenge = status === 401 ? { "www-authenticate": 'Bearer error="insufficient_claims", claims="e30="' } : {};
    answer.writeHead(status, { "content-type": "application/json", ...challenge }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** As a service client throws it after this status. */
async function failedCall(statusCode: number, code: string, message: string): Promise<RestError> {
  const headers = createHttpHeaders({ authorization: "Bearer e30.e30.e30" });
  const request = createPipelineRequest({ url: `${url}/${statusCode}`, headers, allowInsecureConnection: true });
  const response = await createDefaultHttpClient().sendRequest(request);
  return new RestError(message, { code, statusCode, request, response });
}

describe("what console.log prints of a service’s error", () => {
  it.each([
    [500, "InternalServerError", "Something broke."],
    [400, "InvalidParameter", "The value for header x is invalid."],
    [412, "LeaseIdMissing", "There is currently a lease on the blob and no lease ID was specified in the request."],
    [409, "ScopeLocked", "The scope '/subscriptions/x' cannot perform delete operation because it is locked."],
  ])("is as little about authentication as the error itself: %i %s", async (status, code, message) => {
    const error = await failedCall(status, code, message);
    expect(inspect(error)).toContain('"withCredentials": false');
    expect(diagnose(error).kind).toBe("not_authentication");
    expect(diagnose(inspect(error)).kind).toBe("not_authentication");
  });

  it("is not about it for the letters of an identifier", async () => {
    const printed = inspect(await failedCall(409, "ScopeLocked", "The scope is locked."));
    const requestId = /"requestId": "([^"]+)"/.exec(printed)?.[1] ?? "";
    for (const id of [
      "58fbd0a4-7151-4fd2-aad0-08bf80de74e8",
      "929710bf-becd-4010-885e-aad43cf08a98",
      "aad84ffc-ab41-4c16-8de7-f59cb0f8a6f5",
    ]) {
      expect(diagnose(printed.replace(requestId, id)).kind).toBe("not_authentication");
    }
  });

  it("is about it where the service refused the token", async () => {
    const denied = await failedCall(
      403,
      "AuthorizationFailed",
      "The client does not have authorization to perform action.",
    );
    expect(diagnose(inspect(denied)).kind).toBe("authorization_denied");
  });
});

describe("what a tool said that nobody knows", () => {
  // Earlier errors have no frame of the credential in their stack.
  it.runIf(identitySince("4.10"))("is a failure of the tool by the frame of its credential", async () => {
    const dir = await mkdtemp(join(tmpdir(), "diagnostic-credential-"));
    const path = process.env.PATH;
    try {
      await writeFile(join(dir, "az"), "#!/bin/sh\necho 'Kann gerade nicht.' >&2\nexit 1\n");
      await chmod(join(dir, "az"), 0o755);
      process.env.PATH = `${dir}:/usr/bin:/bin`;
      const error: unknown = await new AzureCliCredential()
        .getToken("https://vault.azure.net/.default")
        .catch((thrown: unknown) => thrown);
      expect((error as Error).message).toContain("Kann gerade nicht.");
      expect(diagnose((error as Error).stack).kind).toBe("tool_failed");
      expect(diagnose(inspect(error)).kind).toBe("tool_failed");
    } finally {
      process.env.PATH = path;
      await rm(dir, { recursive: true, force: true });
    }
  });
});
