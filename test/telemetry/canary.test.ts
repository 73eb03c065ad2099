import { subscribe, unsubscribe } from "node:diagnostics_channel";
import http from "node:http";
import { inspect } from "node:util";
import { ChainedTokenCredential } from "@azure/identity";
import { AzureLogger, setLogLevel } from "@azure/logger";
import { DiagLogLevel, diag } from "@opentelemetry/api";
import { expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../../src/index.js";
import { resolves } from "../../src/testing/index.js";
import { serve } from "../support/server.js";
import { recordMetrics, recordSpans } from "../support/telemetry.js";

const JWT = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImNhbmFyeSJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeS1jYW5hcnktY2FuYXJ5";
const SECRET = "canary~8Q~s3cret-Value.That_Nobody-May.See12";
const TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const COOKIE = "fpc=canary-cookie-value; esctx=canary-esctx";
const CANARIES = [JWT, JWT.slice(0, 20), SECRET, "canary"];

const server = serve((_, response) => {
  response.writeHead(400, { "set-cookie": COOKIE, "x-ms-request-id": JWT, "content-type": `text/${SECRET}` });
  response.end(
    JSON.stringify({ error: "invalid_client", error_description: `AADSTS7000215: ${SECRET}`, access_token: JWT }),
  );
});

/** The canaries in a text, each with what stands around it. */
const leaksIn = (text: string): string[] =>
  CANARIES.filter((canary) => text.includes(canary)).map((canary) =>
    text.slice(Math.max(0, text.indexOf(canary) - 80), text.indexOf(canary) + 30),
  );

/** Everything that could go wrong at once: secrets in the error, its cause, the path, the query, headers and the body. */
class LeakyCredential {
  readonly clientSecret = SECRET;
  async getToken(): Promise<never> {
    for (const path of [`/${JWT}/token`, `/tenant/${SECRET}`, `/ok?client_secret=${SECRET}&assertion=${JWT}`]) {
      await new Promise<void>((resolve, reject) => {
        const headers = { authorization: `Bearer ${JWT}`, cookie: COOKIE };
        const request = http.request(server.base + path, { method: "POST", headers }, (response) =>
          response.resume().on("end", resolve),
        );
        request.on("error", reject);
        request.end(`client_secret=${SECRET}`);
      });
    }
    const cause = Object.assign(new Error(`Headers: {"set-cookie":"${COOKIE}"} Body: ${JWT}`), {
      request: { body: SECRET },
    });
    throw Object.assign(
      new Error(
        `ManagedIdentityCredential: Authentication failed. Message ${SECRET} ${JWT} AADSTS7000215: Invalid client secret provided. ${SECRET} for app '${TENANT}' of job@contoso.com`,
        { cause },
      ),
      {
        name: "CredentialUnavailableError",
        accessToken: JWT,
        errorResponse: { errorDescription: SECRET, correlationId: JWT, traceId: SECRET, timestamp: SECRET },
      },
    );
  }
}

/** Gives tokens until it is told to leak. */
class TurningCredential extends LeakyCredential {
  turned = false;
  override async getToken(): Promise<never> {
    if (this.turned) return super.getToken();
    return { token: JWT, expiresOnTimestamp: Date.now() + 3_600_000 } as never;
  }
}

it("no secret and no identifier reaches a log line of refresh, identity or ready", async () => {
  const lines: string[] = [];
  const { log } = AzureLogger;
  setLogLevel("verbose");
  AzureLogger.log = (...args) => void lines.push(args.join(" "));
  try {
    const [turning, member] = [new TurningCredential(), new TurningCredential()];
    const scope = `https://vault.azure.net/${JWT}`;
    const single = new DiagnosticCredential(turning, { policy: "off" });
    const chain = new DiagnosticCredential(new ChainedTokenCredential(member, resolves({ token: JWT })), {
      policy: "off",
    });
    for (const credential of [single, chain]) await credential.getToken(scope);
    turning.turned = member.turned = true;
    await single.getToken(scope).catch(() => {});
    await chain.getToken(scope);
    const error = await single.ready(scope).catch((thrown) => thrown);
    const { cause: _, ...said } = error;
    expect(leaksIn(`${error.message} ${JSON.stringify(said)} ${JSON.stringify(single.recent())}`)).toEqual([]);
  } finally {
    AzureLogger.log = log;
    setLogLevel(undefined);
  }
  const ours = lines.filter((line) => line.startsWith("azure:diagnostic-credential"));
  const areas = ours.map((line) => line.split(":")[2]);
  expect(areas).toEqual(["refresh", "identity", "ready"]);
  expect(leaksIn(ours.join("\n"))).toEqual([]);
  expect(ours.filter((line) => line.includes(TENANT) || line.includes("@"))).toEqual([]);
});

it("no secret reaches a span, an event, a metric, a record, recent(), the log or what is printed", async () => {
  const spans = recordSpans();
  const metrics = recordMetrics();
  const said: unknown[] = [];
  const listen = (record: unknown) => void said.push(record);
  const log = (...args: unknown[]) => void said.push(args);
  diag.setLogger(
    { error: log, warn: log, info: log, debug: log, verbose: log },
    { logLevel: DiagLogLevel.ALL, suppressOverrideMessage: true },
  );
  subscribe("diagnostic-credential.acquisition", listen);
  const options = { tracerProvider: spans.tracerProvider, meterProvider: metrics.meterProvider };
  const leaky = new LeakyCredential();
  const scope = `https://vault.azure.net/${JWT}`;
  const credentials = [
    new DiagnosticCredential(leaky, options),
    new DiagnosticCredential(new ChainedTokenCredential(leaky, leaky), options),
    new DiagnosticCredential(new ChainedTokenCredential(leaky, resolves({ token: JWT })), options),
  ];
  for (const credential of credentials) {
    const error = await credential.getToken([scope, SECRET + SECRET]).catch((thrown) => thrown);
    if (error instanceof Error) said.push(diagnose(error));
    said.push(inspect(credential, { showHidden: true, depth: 10, customInspect: false }), JSON.stringify(credential));
  }
  unsubscribe("diagnostic-credential.acquisition", listen);
  for (const credential of credentials) said.push(credential.recent());
  expect(credentials.map((credential) => credential.recent().length)).toEqual([1, 1, 1]);
  diag.disable();
  for (const name of ["token.duration", "attempt.duration", "token.remaining_lifetime"])
    said.push(await metrics.histogram(`azure.identity.${name}`));
  await metrics.shutdown();
  for (const { name, attributes, events, status, links } of spans.spans())
    said.push({ name, attributes, events, status, links });
  expect(spans.spans()).toHaveLength(7);

  const text = JSON.stringify(said);
  expect(leaksIn(text)).toEqual([]);
});
