import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AzureCliCredential,
  AzureDeveloperCliCredential,
  AzurePowerShellCredential,
  ChainedTokenCredential,
} from "@azure/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diagnose } from "../../src/index.js";
import { installFakeAzureCli } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { identitySince } from "../support/identityVersion.js";

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

describe("a tool that crashed", () => {
  /** Stands for all the ways of ending that no tool means. */
  const install = (name: string, script: string) =>
    writeFile(join(dir, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const traceback = `cat >&2 <<'END'
Traceback (most recent call last):
  File "/usr/bin/az", line 5, in <module>
ModuleNotFoundError: No module named 'azure'
END
exit 1`;

  it.each([
    ["a traceback", "az", traceback, () => new AzureCliCredential()],
    [
      "arguments of another version",
      "az",
      "echo 'ERROR: unrecognized arguments: --scope' >&2; exit 2",
      () => new AzureCliCredential(),
    ],
    [
      "a panic",
      "azd",
      "echo 'panic: runtime error: invalid memory address' >&2; exit 2",
      () => new AzureDeveloperCliCredential(),
    ],
    ["words that nobody knows", "azd", "echo 'x' >&2; exit 1", () => new AzureDeveloperCliCredential()],
    ["output that is none", "pwsh", "echo hello", () => new AzurePowerShellCredential()],
    [
      "an exception of .NET",
      "pwsh",
      `case "$*" in *AccessToken*) echo 'Unhandled exception. System.TypeLoadException: Could not load type' >&2; exit 1;; esac`,
      () => new AzurePowerShellCredential(),
    ],
  ])("with %s", async (_, name, script, credential) => {
    await install(name, script);
    const { diagnosis, call } = await acquire(credential());
    expect(diagnosis).toMatchObject({ kind: "tool_failed", stage: "developer_tool", owner: "developer" });
    expect(call.attributes["error.type"]).toBe("tool_failed");
  });

  it("is read from its error alone, in a chain too", async () => {
    await install("az", traceback);
    await install("azd", "echo 'ERROR: not logged in, run `azd auth login` to login' >&2; exit 1");
    const chain = new ChainedTokenCredential(new AzureCliCredential(), new AzureDeveloperCliCredential());
    const error: Error = await chain.getToken("https://vault.azure.net/.default").catch((thrown) => thrown);
    expect(diagnose(error).attempts.map(({ finding }) => finding?.kind)).toEqual(["tool_failed", "tool_not_signed_in"]);
    expect(diagnose(error.stack).attempts.map(({ finding }) => finding?.kind)).toEqual([
      "tool_failed",
      "tool_not_signed_in",
    ]);
  });

  it("is no tool that was too slow, whoever killed it", async () => {
    await install("az", "kill -KILL $$");
    const { diagnosis } = await acquire(new AzureCliCredential());
    expect(diagnosis?.kind).toBe("tool_failed");
    // Before 4.13 the SDK starts the tool by a shell, which ends by itself and says 137.
    if (identitySince("4.13")) expect(diagnosis?.cause).toMatch(/az was ended by SIGKILL after \d+ ms/);
  });
});
