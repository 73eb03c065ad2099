// What an answer of diagnose costs. Each is held against writing and reading the aggregate's text as JSON.
// Argument: warm or first - an answer after many, or the first one of a process, what is loaded for it included.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";
import { ClientSecretCredential, DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import { DiagnosticCredential, diagnose } from "diagnostic-credential";
import { faults, identityVariables, installFakeAzureCli, startIdentityEmulator } from "diagnostic-credential/testing";
import { compare, type Row } from "../compare.ts";

const SCOPE = "https://vault.azure.net/.default";
const FIRST_ROUNDS = 25;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The first answer to an error with this message. */
const answer = (message: string): string =>
  `const { diagnose } = await import("diagnostic-credential"); const error = new Error(${JSON.stringify(message)});` +
  "const t = performance.now(); diagnose(error);";

function first(): Row[] {
  const cases = {
    "import of @opentelemetry/api": `const t = performance.now(); await import("@opentelemetry/api");`,
    "first answer of a process, by Entra's number": answer("AADSTS7000222: The provided secret keys are expired."),
    "first answer of a process, by a rule": answer("CredentialUnavailableError: Please run 'az login' first."),
  };
  const times = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < FIRST_ROUNDS; round++) {
    for (const [name, work] of Object.entries(cases)) {
      const script = `${work} process.stdout.write(String(performance.now() - t));`;
      const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
      times.get(name)?.push(Number(output));
    }
  }
  const base = times.get("import of @opentelemetry/api") ?? [];
  return [...times].map(([name, own]) => ({
    name,
    ns: median(own) * 1e6,
    ratio: median(own.map((time, round) => time / (base[round] ?? Number.NaN))),
  }));
}

/** What a credential throws. */
async function thrown(credential: TokenCredential): Promise<Error> {
  try {
    await credential.getToken(SCOPE);
  } catch (error) {
    return error as Error;
  }
  throw new Error("the credential was to fail");
}

async function warm(): Promise<Row[]> {
  for (const name of identityVariables) delete process.env[name];
  const tools = mkdtempSync(join(tmpdir(), "diagnostic-credential-"));
  // Only a stand-in of the Azure CLI: neither the tools of this machine nor what they are signed in to.
  process.env.PATH = tools;
  installFakeAzureCli(tools, { type: "notSignedIn" });
  await using emulator = await startIdentityEmulator();
  emulator.fault({ host: "imds", kind: "probe" }, faults.repeat(faults.hang()));
  const client = createDefaultHttpClient();
  const redirected: HttpClient = {
    sendRequest(request) {
      const url = new URL(request.url);
      if (url.host !== "169.254.169.254") throw new Error(`the benchmark must not reach ${url.host}`);
      request.url = emulator.imdsEndpoint + url.pathname + url.search;
      request.allowInsecureConnection = true;
      return client.sendRequest(request);
    },
  };
  const chain = () => new DefaultAzureCredential({ httpClient: redirected });
  const secret = () =>
    new ClientSecretCredential(emulator.tenantId, emulator.clientId, "wrong", emulator.credentialOptions());
  const refused = await thrown(secret());
  const aggregate = await thrown(chain());
  const watchedRefused = await thrown(new DiagnosticCredential(secret()));
  const watchedAggregate = await thrown(new DiagnosticCredential(chain()));
  rmSync(tools, { recursive: true });
  const members = (aggregate as AggregateError).errors as Error[];
  const pasted = `2026-03-02T18:25:26.123Z ERROR ${aggregate}`;
  const printed = inspect(aggregate);
  const unavailable = members.at(-1);
  return compare({
    "JSON.parse(JSON.stringify(text)) of the aggregate": () => JSON.parse(JSON.stringify(aggregate.message)),
    "ClientSecretCredential refused: the error": () => diagnose(refused),
    "- its text pasted": () => diagnose(refused.message),
    "- the error, seen by a DiagnosticCredential": () => diagnose(watchedRefused),
    "AzureDeveloperCliCredential unavailable: the error": () => diagnose(unavailable),
    [`DefaultAzureCredential, an aggregate of ${members.length}: the error`]: () => diagnose(aggregate),
    "- its text in a log line": () => diagnose(pasted),
    "- as the console prints it, stacks and all": () => diagnose(printed),
    "- the error, seen by a DiagnosticCredential, all attempts": () => diagnose(watchedAggregate),
  });
}

const rows = process.argv[2] === "first" ? first() : await warm();
process.stdout.write(JSON.stringify(rows));
process.exit(0);
