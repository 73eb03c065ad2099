import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AzureCliCredential } from "@azure/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installFakeAzureCli } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";

const path = process.env.PATH;
let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "diagnostic-credential-"));
  process.env.PATH = `${dir}:/usr/bin:/bin`;
});
afterEach(async () => {
  process.env.PATH = path;
  await rm(dir, { recursive: true, force: true });
});

describe("AzureCliCredential", () => {
  it("gets its token from a process, every time", async () => {
    installFakeAzureCli(dir, { type: "signedIn", token: "from-az" });
    const credential = new AzureCliCredential();
    for (let i = 0; i < 2; i++) {
      const { token, record, call } = await acquire(credential);
      expect(token?.token).toBe("from-az");
      expect(record).toMatchObject({ tokenSource: "process", exchanges: [], processes: [{ file: "az", exitCode: 0 }] });
      expect(call.attributes["azure.identity.token.source"]).toBe("process");
    }
  });

  it("is not signed in", async () => {
    installFakeAzureCli(dir, { type: "notSignedIn" });
    const { diagnosis } = await acquire(new AzureCliCredential());
    expect(diagnosis).toMatchObject({
      kind: "tool_not_signed_in",
      owner: "developer",
      credentialType: "AzureCliCredential",
    });
    expect(diagnosis?.remedies[0]?.command).toContain("az login");
  });

  it("is not installed", async () => {
    process.env.PATH = dir;
    const { diagnosis, record } = await acquire(new AzureCliCredential());
    expect(diagnosis?.kind).toBe("tool_not_installed");
    expect(record.tokenSource).toBeUndefined();
  });

  it("takes too long, which the SDK reports as broken JSON", async () => {
    installFakeAzureCli(dir, { type: "hangs" });
    const { error, diagnosis, record } = await acquire(new AzureCliCredential({ processTimeoutInMs: 300 }));
    expect(error?.message).toContain("JSON");
    expect(diagnosis?.kind).toBe("tool_timeout");
    expect(record.processes[0]).toMatchObject({ file: "az", signal: "SIGTERM" });
  });

  it("says something that is no token", async () => {
    installFakeAzureCli(dir, { type: "garbage" });
    expect((await acquire(new AzureCliCredential())).diagnosis?.kind).toBe("tool_failed");
  });
});
