import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnoseAcquisition } from "../../src/failure/diagnose.js";
import { TELLING_VARIABLES } from "../../src/failure/hosts.js";

const probe = {
  method: "GET",
  scheme: "http",
  host: "169.254.169.254",
  port: 80,
  path: "/metadata/instance/compute/location",
  startTime: 0,
  durationMs: 1001,
  errorCode: "ABORT_ERR",
  probe: true,
} as const;

function advised(credentialType: string): readonly string[] {
  const error = Object.assign(new Error("no endpoint"), { name: "CredentialUnavailableError" });
  const evidence = { credentialType, attempts: [], exchanges: [probe], processes: [] };
  const { kind, remedies } = diagnoseAcquisition(error, evidence);
  expect(kind).toBe("managed_identity_probe_timeout");
  return remedies.map(({ action }) => action);
}

beforeEach(() => {
  for (const name of TELLING_VARIABLES) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const UPDATE = "Update @azure/identity: the ManagedIdentityCredential of newer versions does not probe.";

test.each([
  ["nothing", "PATH_OF_NOTHING"],
  ["a cluster", "KUBERNETES_SERVICE_HOST"],
  ["a laptop", "TERM_PROGRAM"],
])("a managed identity by itself is not told what helps a chain, where the host shows %s", (_, variable) => {
  vi.stubEnv(variable, "1");
  const actions = advised("ManagedIdentityCredential");
  expect(actions[0]).toBe(UPDATE);
  expect(
    actions.filter((action) => /AZURE_TOKEN_CREDENTIALS|use ManagedIdentityCredential directly/.test(action)),
  ).toEqual([]);
});

test("a chain is told to use the managed identity directly", () => {
  const actions = advised("DefaultAzureCredential");
  expect(actions).not.toContain(UPDATE);
  expect(actions[0]).toBe("In production use ManagedIdentityCredential directly: it does not probe.");
});
