import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnoseAcquisition } from "../../src/failure/diagnose.js";
import type { Exchange } from "../../src/failure/types.js";

const NAMES = ["AZURE_POD_IDENTITY_AUTHORITY_HOST", "IDENTITY_ENDPOINT", "MSI_ENDPOINT", "IMDS_ENDPOINT"];
const ERROR = Object.assign(
  new Error("ManagedIdentityCredential: Network unreachable. Message: network_error: See https://aka.ms/"),
  { name: "CredentialUnavailableError" },
);
const at = (credentialType: string, exchanges: readonly Exchange[] = []) =>
  diagnoseAcquisition(ERROR, { credentialType, attempts: [], exchanges, processes: [] });

beforeEach(() => {
  for (const name of NAMES) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

test.each(NAMES)("%s that is no URL", (name) => {
  vi.stubEnv(name, "localhost:40342/secret");
  const found = at("ManagedIdentityCredential");
  expect(found.kind).toBe("configuration_invalid");
  expect(found.cause).toBe(
    `${name} of this process holds no URL, so no managed identity endpoint could be asked: nothing was sent.`,
  );
  expect(found.remedies[0]?.command).toBe(`printf "%s\\n" "$${name}"`);
  expect(JSON.stringify(found)).not.toContain("40342");
});

test("says nothing where a request was sent, where it is a URL, or of another credential", () => {
  vi.stubEnv("IDENTITY_ENDPOINT", "http://127.0.0.1:40342/");
  expect(at("ManagedIdentityCredential").kind).toBe("managed_identity_unreachable");
  vi.stubEnv("IDENTITY_ENDPOINT", "nope");
  const sent: Exchange = {
    method: "GET",
    scheme: "http",
    host: "169.254.169.254",
    port: 80,
    path: "/metadata/identity/oauth2/token",
    startTime: 0,
    durationMs: 1,
    errorCode: "ECONNREFUSED",
  };
  expect(at("ManagedIdentityCredential", [sent]).kind).toBe("managed_identity_unreachable");
  expect(at("ClientSecretCredential").kind).not.toBe("configuration_invalid");
});
