import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AzureCliCredential, AzureDeveloperCliCredential } from "@azure/identity";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type DeveloperToolBehaviour,
  installFakeAzureCli,
  installFakeAzureDeveloperCli,
} from "../../src/testing/index.js";
import { failure } from "./child.js";

const scope = "https://vault.azure.net/.default";
const savedPath = process.env.PATH;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "fake-cli-"));
  process.env.PATH = `${directory}${path.delimiter}${savedPath}`;
});
afterEach(() => {
  process.env.PATH = savedPath;
  rmSync(directory, { recursive: true, force: true });
});

const tools = [
  ["az", installFakeAzureCli, AzureCliCredential, "Please run 'az login' from a command prompt to authenticate before"],
  [
    "azd",
    installFakeAzureDeveloperCli,
    AzureDeveloperCliCredential,
    "Please run 'azd auth login' from a command prompt",
  ],
] as const;

for (const [name, install, Credential, login] of tools) {
  const getToken = (behaviour: DeveloperToolBehaviour, processTimeoutInMs?: number) => {
    install(directory, behaviour);
    return new Credential(processTimeoutInMs === undefined ? {} : { processTimeoutInMs }).getToken(scope);
  };

  test(`${name}: signed in`, async () => {
    expect(install(directory, { type: "notSignedIn" })).toBe(path.join(directory, name));
    const token = await getToken({ type: "signedIn", token: "it's a token", expiresInSeconds: 600 });
    expect(token.token).toBe("it's a token");
    expect(Math.abs(token.expiresOnTimestamp - Date.now() - 600_000)).toBeLessThan(3000);
  });

  test(`${name}: not signed in`, async () => {
    const error = await failure(getToken({ type: "notSignedIn" }));
    expect(error.name).toBe("CredentialUnavailableError");
    expect(error.message).toContain(login);
  });

  test(`${name}: garbage`, async () => {
    const error = await failure(getToken({ type: "garbage" }));
    expect(error.name).toBe("CredentialUnavailableError");
    expect(error.message).toMatch(/^Unexpected token 'W'/);
  });

  test(`${name}: any other failure`, async () => {
    const error = await failure(getToken({ type: "fails", stderr: "ERROR: disk full", exitCode: 3 }));
    expect(error.message.trim()).toBe("ERROR: disk full");
  });

  test(`${name}: hangs until the credential kills it`, async () => {
    const started = performance.now();
    const error = await failure(getToken({ type: "hangs" }, 300));
    expect(error.name).toBe("CredentialUnavailableError");
    expect(performance.now() - started).toBeLessThan(3000);
  });
}
