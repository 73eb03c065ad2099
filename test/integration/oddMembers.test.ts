import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ChainedTokenCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  EnvironmentCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../../src/index.js";
import { faults, type IdentityEmulator, identityVariables, startIdentityEmulator } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";

let emulator: IdentityEmulator;
let folder: string;
beforeAll(async () => {
  for (const name of identityVariables) delete process.env[name];
  emulator = await startIdentityEmulator();
  folder = await mkdtemp(join(tmpdir(), "files-"));
  await writeFile(join(folder, "file"), "x");
  await symlink(join(folder, "loop"), join(folder, "loop"));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => emulator.reset());

describe("a member that gives nothing", () => {
  const nothing = { getToken: () => Promise.resolve(null) };

  it.each([
    ["beside another", new ChainedTokenCredential(nothing as never, nothing as never)],
    [
      "beside an environment without variables",
      new ChainedTokenCredential(nothing as never, new EnvironmentCredential()),
    ],
  ])("%s explains nothing", async (_, chain) => {
    const { diagnosis } = await acquire(chain);
    expect(diagnosis?.kind).toBe("no_credential_available");
    expect(diagnosis?.attempts.map(({ decisive }) => decisive)).toEqual([false, false]);
    expect(diagnosis?.attempts[0]?.finding).toMatchObject({
      kind: "no_credential_available",
      cause: "The credential gave nothing instead of a token and did not say why.",
    });
  });
});

describe("a file that is not to be read", () => {
  it.each(["file/token", "loop"])("%s of a token", async (name) => {
    const { diagnosis } = await acquire(
      new WorkloadIdentityCredential({
        tenantId: emulator.tenantId,
        clientId: emulator.clientId,
        tokenFilePath: join(folder, name),
        ...emulator.credentialOptions(),
      }),
    );
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
  });

  it.each(["file/cert.pem", "loop", ""])("%s of a certificate", async (name) => {
    const { diagnosis } = await acquire(
      new ClientCertificateCredential(
        emulator.tenantId,
        emulator.clientId,
        { certificatePath: join(folder, name) },
        emulator.credentialOptions(),
      ),
    );
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(JSON.stringify(diagnosis)).not.toContain("AZURE_FEDERATED_TOKEN_FILE");
  });
});

it("a token endpoint that answers with a string", async () => {
  const body = '"ok"';
  emulator.fault(
    { host: "entra", kind: "token" },
    faults.repeat(faults.status(200, { headers: { "content-type": "application/json" }, body })),
  );
  const credential = new ClientSecretCredential(
    emulator.tenantId,
    emulator.clientId,
    emulator.clientSecret,
    emulator.credentialOptions(),
  );
  const { diagnosis } = await acquire(credential);
  expect(diagnosis).toMatchObject({ kind: "invalid_token_response", http: { status: 200, host: "localhost" } });
});

it("a deadline between two tries", async () => {
  emulator.fault({ host: "entra", kind: "token" }, faults.repeat(faults.reset()));
  const credential = new ClientSecretCredential(emulator.tenantId, emulator.clientId, emulator.clientSecret, {
    ...emulator.credentialOptions(),
    retryOptions: { maxRetries: 9, retryDelayInMs: 20_000, maxRetryDelayInMs: 30_000 },
  });
  const late = new DiagnosticCredential(credential, { deadlineMs: 1_500, policy: "off" });
  const error = await late.getToken("https://vault.azure.net/.default").catch((thrown: unknown) => thrown);
  const diagnosis = diagnose(error);
  expect(diagnosis).toMatchObject({
    kind: "deadline_exceeded",
    network: { code: "ECONNRESET", host: "localhost" },
  });
  expect(diagnosis.cause).toMatch(/before, POST localhost:\d+ had ended in ECONNRESET/);
});
