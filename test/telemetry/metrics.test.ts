import { ChainedTokenCredential } from "@azure/identity";
import { metrics } from "@opentelemetry/api";
import { afterEach, describe, expect, it } from "vitest";
import { DiagnosticCredential } from "../../src/index.js";
import { hangs, nothing, rejects, resolves, unavailable } from "../../src/testing/index.js";
import { recordMetrics } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const DURATION = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const LIFETIME = [60, 120, 300, 600, 900, 1800, 3600, 7200, 28800, 86400];
const recorded = recordMetrics();
const { meterProvider } = recorded;

afterEach(() => metrics.disable());

describe("metrics", () => {
  it("count successes and failures in one histogram, told apart by error.type, aborts in neither", async () => {
    const slow = { getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 3_600_000 }) };
    await new DiagnosticCredential(slow, { meterProvider }).getToken(SCOPE);
    await new DiagnosticCredential(slow, { meterProvider }).getToken(SCOPE);
    const refused = Object.assign(new Error("AADSTS7000215: Invalid client secret provided."), {
      name: "AuthenticationRequiredError",
    });
    await new DiagnosticCredential(rejects(refused), { meterProvider }).getToken(SCOPE).catch(() => {});
    await new DiagnosticCredential(nothing(), { meterProvider }).getToken(SCOPE);
    const abortSignal = AbortSignal.abort();
    await new DiagnosticCredential(hangs({ honoursAbort: true }), { meterProvider })
      .getToken(SCOPE, { abortSignal })
      .catch(() => {});

    const duration = await recorded.histogram("azure.identity.token.duration");
    expect(duration?.unit).toBe("s");
    const type = { "azure.identity.credential.type": "TokenCredential" };
    expect(duration?.series.map(({ attributes, count, boundaries }) => ({ attributes, count, boundaries }))).toEqual([
      { attributes: { ...type, "azure.identity.token.source": "cache" }, count: 2, boundaries: DURATION },
      { attributes: { ...type, "error.type": "invalid_client_secret" }, count: 1, boundaries: DURATION },
      { attributes: { ...type, "error.type": "no_credential_available" }, count: 1, boundaries: DURATION },
    ]);
    expect(duration?.series[0]?.sum).toBeGreaterThan(0);
    expect(duration?.series[0]?.sum).toBeLessThan(1);

    const lifetime = await recorded.histogram("azure.identity.token.remaining_lifetime");
    expect(lifetime).toEqual({
      unit: "s",
      series: [
        { attributes: { ...type, "azure.identity.token.source": "cache" }, count: 2, sum: 7200, boundaries: LIFETIME },
      ],
    });
  });

  it("measure each attempt with its outcome and kind", async () => {
    class EnvironmentCredential {
      getToken = unavailable("EnvironmentCredential is unavailable. No underlying credential could be used.").getToken;
    }
    class AzureCliCredential {
      getToken = resolves("t").getToken;
    }
    const chain = new ChainedTokenCredential(new EnvironmentCredential(), new AzureCliCredential());
    await new DiagnosticCredential(chain, { meterProvider }).getToken(SCOPE);
    const attempts = await recorded.histogram("azure.identity.attempt.duration");
    expect(attempts?.series.map(({ attributes, count, boundaries }) => ({ attributes, count, boundaries }))).toEqual([
      {
        attributes: {
          "azure.identity.credential.type": "EnvironmentCredential",
          "azure.identity.attempt.outcome": "skipped",
          "azure.identity.failure.kind": "configuration_missing",
        },
        count: 1,
        boundaries: DURATION,
      },
      {
        attributes: {
          "azure.identity.credential.type": "AzureCliCredential",
          "azure.identity.attempt.outcome": "succeeded",
        },
        count: 1,
        boundaries: DURATION,
      },
    ]);
  });

  it("measure the attempts of a chain inside the chain too, and never a negative life time", async () => {
    const own = recordMetrics();
    class OldCredential {
      getToken = resolves({ expiresOnTimestamp: Date.now() - 5000 }).getToken;
    }
    const chain = new ChainedTokenCredential(new ChainedTokenCredential(new OldCredential()));
    await new DiagnosticCredential(chain, { meterProvider: own.meterProvider }).getToken(SCOPE);
    const attempts = await own.histogram("azure.identity.attempt.duration");
    expect(attempts?.series.map(({ attributes }) => attributes["azure.identity.credential.type"])).toEqual([
      "ChainedTokenCredential",
      "OldCredential",
    ]);
    expect((await own.histogram("azure.identity.token.remaining_lifetime"))?.series[0]?.sum).toBe(0);
    await own.shutdown();
  });

  it("go to a global provider that is registered after the credential was made", async () => {
    const late = recordMetrics();
    const credential = new DiagnosticCredential(resolves("t"));
    await credential.getToken(SCOPE);
    metrics.setGlobalMeterProvider(late.meterProvider);
    await credential.getToken(SCOPE);
    expect((await late.histogram("azure.identity.token.duration"))?.series[0]?.count).toBe(1);
    await late.shutdown();
  });
});
