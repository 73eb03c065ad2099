import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as identity from "@azure/identity";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { describeCredential } from "../../src/policy/inspect.js";
import { CLIENT, TENANT, type Variables, withVariables } from "./support.js";

const secret = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_SECRET: "s" };
const federated = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_FEDERATED_TOKEN_FILE: "/nowhere" };

type Identity = typeof identity;
const BUILT: readonly [string, (sdk: Identity) => object, Variables?][] = [
  ["default", (sdk) => new sdk.DefaultAzureCredential()],
  ["default, secret", (sdk) => new sdk.DefaultAzureCredential(), secret],
  ["default, federated", (sdk) => new sdk.DefaultAzureCredential(), federated],
  ["default, prod", (sdk) => new sdk.DefaultAzureCredential(), { AZURE_TOKEN_CREDENTIALS: "prod" }],
  ["default, cli", (sdk) => new sdk.DefaultAzureCredential(), { AZURE_TOKEN_CREDENTIALS: "AzureCliCredential" }],
  ["chain", (sdk) => new sdk.ChainedTokenCredential(new sdk.ManagedIdentityCredential(), new sdk.AzureCliCredential())],
  ["environment", (sdk) => new sdk.EnvironmentCredential(), secret],
  ["environment, empty", (sdk) => new sdk.EnvironmentCredential()],
  ["managed", (sdk) => new sdk.ManagedIdentityCredential({ clientId: CLIENT })],
  ["workload", (sdk) => new sdk.WorkloadIdentityCredential(), federated],
  ["secret", (sdk) => new sdk.ClientSecretCredential(TENANT, CLIENT, "s")],
  ["certificate", (sdk) => new sdk.ClientCertificateCredential(TENANT, CLIENT, "/c.pem")],
  ["assertion", (sdk) => new sdk.ClientAssertionCredential(TENANT, CLIENT, async () => "a")],
  [
    "on behalf of",
    (sdk) =>
      new sdk.OnBehalfOfCredential({ tenantId: TENANT, clientId: CLIENT, clientSecret: "s", userAssertionToken: "u" }),
  ],
  [
    "pipelines",
    (sdk) => new sdk.AzurePipelinesCredential(TENANT, CLIENT, "c", "t"),
    { SYSTEM_OIDCREQUESTURI: "https://127.0.0.1:1/" },
  ],
  ["cli", (sdk) => new sdk.AzureCliCredential()],
  ["azd", (sdk) => new sdk.AzureDeveloperCliCredential()],
  ["powershell", (sdk) => new sdk.AzurePowerShellCredential()],
  ["code", (sdk) => new sdk.VisualStudioCodeCredential()],
  ["browser", (sdk) => new sdk.InteractiveBrowserCredential({})],
  ["device code", (sdk) => new sdk.DeviceCodeCredential()],
  [
    "authorization code",
    (sdk) => new sdk.AuthorizationCodeCredential(TENANT, CLIENT, "s", "code", "http://127.0.0.1/"),
  ],
  ["password", (sdk) => new sdk.UsernamePasswordCredential(TENANT, CLIENT, "u", "p")],
];

interface Nested {
  readonly className?: string | undefined;
  readonly members: readonly Nested[];
}
const withoutNames = ({ className: _, members, ...rest }: Nested): object => ({
  ...rest,
  members: members.map(withoutNames),
});

test("a minified @azure/identity, every class of which has another name, shows the same", async () => {
  const directory = mkdtempSync(join(tmpdir(), "minified-"));
  try {
    const entry = fileURLToPath(import.meta.resolve("@azure/identity"));
    const bundle = await rolldown({ input: entry, platform: "node", logLevel: "silent" });
    const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
    await bundle.close();
    const file = join(directory, "identity.mjs");
    writeFileSync(file, output[0].code);
    const minified = (await import(pathToFileURL(file).href)) as Identity;
    const names: string[] = [];
    for (const [name, build, variables = {}] of BUILT) {
      const facts = describeCredential(
        withVariables(variables, () => build(minified)),
        {},
      );
      names.push(facts.className ?? "");
      const original = describeCredential(
        withVariables(variables, () => build(identity)),
        {},
      );
      expect([name, withoutNames(facts)]).toEqual([name, withoutNames(original)]);
      expect(original.type).not.toBe("unknown");
    }
    expect(names.filter((name) => name.endsWith("Credential"))).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
