import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CredentialPolicyError, DiagnosticCredential } from "../../src/index.js";
import {
  type CredentialSetupError,
  createProductionCredential,
  describeProductionCredential,
  isCredentialSetupError,
  type ProductionCredentialChoice,
  type ProductionCredentialOptions,
} from "../../src/production/index.js";
import {
  type EmulatedEnvironment,
  type IdentityEmulator,
  identityVariables,
  startIdentityEmulator,
} from "../../src/testing/index.js";
import { identitySince } from "../support/identityVersion.js";
import { recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const script = fileURLToPath(new URL("../production/getToken.mjs", import.meta.url));

let emulator: IdentityEmulator;
beforeAll(async () => {
  emulator = await startIdentityEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
  for (const name of identityVariables) delete process.env[name];
});

const requests = () => emulator.requests.map(({ host, kind, status }) => `${host} ${kind} ${status}`);

interface Said {
  readonly choice?: ProductionCredentialChoice;
  readonly token?: string;
  readonly credentialType?: string;
  readonly tokenSource?: string;
  readonly error?: { readonly name: string; readonly code: string; readonly message: string };
}

async function inChild(
  environment: EmulatedEnvironment,
  options: ProductionCredentialOptions = {},
  more: Record<string, string> = {},
): Promise<Said> {
  const env = { ...process.env, ...emulator.environment(environment), ...more };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify({ options, scope: SCOPE })], {
    env,
    encoding: "utf8",
  });
  return JSON.parse(stdout) as Said;
}

/** The SDK's own code knew it, and MSAL's does, but not MSAL's of the first releases that used it. */
const machineLearning = !identitySince("4.4") || identitySince("4.7");
/** What is said of an Azure Arc key that is not where it belongs: nothing, then something by the SDK, then by MSAL. */
const wrongKeyFile = identitySince("4.4")
  ? "invalid_file_path"
  : identitySince("4.2")
    ? "unexpected file path from HIMDS service"
    : undefined;

describe("managed identities, each in a process of its own", () => {
  it.each([
    ["appService", "appService"],
    ["serviceFabric", "serviceFabric"],
    ...(machineLearning ? ([["machineLearning", "machineLearning"]] as const) : []),
    ["imds", "virtualMachine"],
  ] as const)("%s", async (environment, host) => {
    const said = await inChild(environment);
    expect(said.error).toBeUndefined();
    expect(said.choice).toMatchObject({ way: "managedIdentity", host });
    expect(said).toMatchObject({ credentialType: "ManagedIdentityCredential", tokenSource: "network" });
    expect(decodeJwt(said.token ?? "")).toMatchObject({ appid: emulator.systemAssignedIdentity?.clientId });
    // No probe comes before the request for the token.
    expect(requests()).toEqual([`${environment} token 200`]);
  });

  if (!machineLearning)
    it("machineLearning, with a version of the SDK that leaves out its secret", async () => {
      const said = await inChild("machineLearning");
      expect(said.choice).toMatchObject({ way: "managedIdentity", host: "machineLearning" });
      expect(said.error?.name).toBe("CredentialUnavailableError");
      expect(said.error?.message).toContain("Secret is not found in the request headers");
      expect(requests()).toEqual(["machineLearning token 401"]);
    });

  it("azureArc, as far as the agent's challenge, whose file is taken from one directory only", async () => {
    const said = await inChild("azureArc");
    expect(said.choice).toMatchObject({ way: "managedIdentity", host: "azureArc" });
    if (wrongKeyFile === undefined) {
      expect(decodeJwt(said.token ?? "")).toMatchObject({ appid: emulator.systemAssignedIdentity?.clientId });
      expect(requests()).toEqual(["azureArc challenge 401", "azureArc token 200"]);
    } else {
      expect(said.error?.message).toContain(wrongKeyFile);
      expect(requests()).toEqual(["azureArc challenge 401"]);
    }
  });

  it("the user-assigned identity that AZURE_CLIENT_ID names, and the one that the option names", async () => {
    const [first] = emulator.userAssignedIdentities;
    const id = first?.clientId ?? "";
    const byVariable = await inChild("imds", {}, { AZURE_CLIENT_ID: id });
    expect(decodeJwt(byVariable.token ?? "")).toMatchObject({ appid: id });
    const byOption = await inChild("appService", { managedIdentity: { resourceId: first?.resourceId ?? "" } });
    expect(decodeJwt(byOption.token ?? "")).toMatchObject({ appid: id });
    expect(JSON.stringify([byVariable.choice, byOption.choice])).not.toContain(id);
  });

  it("not that of Cloud Shell, which is a person's", async () => {
    const said = await inChild("cloudShell");
    expect(said.error).toMatchObject({ name: "CredentialSetupError", code: "not_for_production" });
    expect(emulator.requests).toEqual([]);
  });

  it("workload identity by the variables of the webhook alone", async () => {
    const said = await inChild("workloadIdentity", { tokenCredentialOptions: { disableInstanceDiscovery: true } });
    expect(said.choice?.way).toBe("workloadIdentity");
    expect(decodeJwt(said.token ?? "")).toMatchObject({ appid: emulator.clientId });
  });
});

describe("applications", () => {
  it.each([
    ["workloadIdentity", "workloadIdentity", "WorkloadIdentityCredential"],
    ["environmentCertificate", "certificate", "ClientCertificateCredential"],
  ] as const)("%s: a token through the wrapped credential, traced", async (environment, way, credentialType) => {
    Object.assign(process.env, emulator.environment(environment));
    const { tracerProvider, span } = recordSpans();
    const options = { name: "orders", tracerProvider, tokenCredentialOptions: emulator.credentialOptions() };
    const credential = createProductionCredential(options);
    expect(credential).toBeInstanceOf(DiagnosticCredential);
    expect(credential.choice).toMatchObject({ way, credentialType });
    expect(describeProductionCredential()).toEqual(credential.choice);
    const token = await credential.getToken(SCOPE);
    expect(decodeJwt(token?.token ?? "")).toMatchObject({ appid: emulator.clientId });
    expect(span(`getToken ${credentialType}`).attributes).toMatchObject({
      "azure.identity.credential.type": credentialType,
      "azure.identity.credential.name": "orders",
    });
    expect(requests().filter((line) => line.startsWith("entra token"))).toEqual(["entra token 200"]);
  });

  it("the environment is read once", async () => {
    Object.assign(process.env, emulator.environment("workloadIdentity"));
    const credential = createProductionCredential({ tokenCredentialOptions: emulator.credentialOptions() });
    for (const name of identityVariables) delete process.env[name];
    expect((await credential.getToken(SCOPE))?.token).toBeTypeOf("string");
  });

  it("the production policy is in force, with what the caller changes of it", () => {
    process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = emulator.imdsEndpoint;
    const tokenCredentialOptions = { loggingOptions: { enableUnsafeSupportLogging: true } };
    expect(() => createProductionCredential({ tokenCredentialOptions })).toThrow(CredentialPolicyError);
    const rules = { "explicit-managed-identity": "error" } as const;
    expect(() => createProductionCredential({ policy: { rules } })).toThrow(CredentialPolicyError);
    const named = createProductionCredential({ policy: { rules }, managedIdentity: { clientId: "an id" } });
    expect(named.toJSON()).toEqual({ credential: "ManagedIdentityCredential", policy: "production" });
  });

  it("the caller's options are not written to", () => {
    process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = emulator.imdsEndpoint;
    const tokenCredentialOptions = Object.freeze({ retryOptions: Object.freeze({ maxRetries: 0 }) });
    expect(createProductionCredential({ tokenCredentialOptions }).choice.way).toBe("managedIdentity");
  });

  it("no secret shows when it is printed", () => {
    Object.assign(process.env, emulator.environment("environmentCertificate"), {
      AZURE_CLIENT_CERTIFICATE_PASSWORD: "canary-password",
      AZURE_CLIENT_SECRET: "canary-secret",
    });
    const credential = createProductionCredential({ tokenCredentialOptions: emulator.credentialOptions() });
    const printed = inspect(credential, { depth: 9, showHidden: true }) + JSON.stringify(credential);
    expect(printed).not.toMatch(/canary/);
    expect(credential.choice.unused).toEqual(["AZURE_CLIENT_SECRET"]);
  });
});

describe("no credential", () => {
  const thrown = (options?: ProductionCredentialOptions): CredentialSetupError => {
    try {
      createProductionCredential(options);
    } catch (error) {
      if (isCredentialSetupError(error)) return error;
      throw error;
    }
    throw new Error("expected a CredentialSetupError");
  };

  it("a secret alone, and a password alone, are nothing", () => {
    for (const environment of ["environmentSecret", "environmentPassword"] as const) {
      for (const name of identityVariables) delete process.env[name];
      Object.assign(process.env, emulator.environment(environment));
      expect(thrown()).toMatchObject({ name: "CredentialSetupError", code: "nothing_set_up" });
    }
    expect(emulator.requests).toEqual([]);
  });

  it("is known by its name, also from another copy of the package", () => {
    const other = Object.assign(new Error("x"), { name: "CredentialSetupError", code: "half_set_up", missing: [] });
    expect(isCredentialSetupError(other)).toBe(true);
    expect(isCredentialSetupError(new Error("x"))).toBe(false);
    expect(isCredentialSetupError(undefined)).toBe(false);
  });

  it.each([
    [null, "options must be an object"],
    [{ use: "secret" }, "option use must be one of workloadIdentity, managedIdentity, certificate"],
    [{ managedIdentity: {} }, "exactly one of clientId, objectId, resourceId"],
    [{ managedIdentity: { clientId: "a", objectId: "b" } }, "exactly one of"],
    [{ managedIdentity: { clientId: "" } }, "exactly one of"],
    [{ managedIdentity: "b7e0c1de" }, "exactly one of"],
    [{ tokenCredentialOptions: 1 }, "option tokenCredentialOptions must be an object"],
    [{ policy: "off" }, "option policy must be an object with rules"],
    [{ policy: { preset: "development" } }, "option policy must be an object with rules"],
    [{ name: "" }, "option name must be"],
  ])("%j", (options, message) => {
    process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = emulator.imdsEndpoint;
    const make = () => createProductionCredential(options as ProductionCredentialOptions);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
    expect(make).not.toThrow("b7e0c1de");
  });
});
