import {
  AggregateAuthenticationError,
  ChainedTokenCredential,
  CredentialUnavailableError,
  type TokenCredential,
} from "@azure/identity";
import { SpanStatusCode } from "@opentelemetry/api";
import { type Sampler, SamplingDecision } from "@opentelemetry/sdk-trace-node";
import { beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential, diagnose } from "../../src/index.js";
import { nothing, rejects, resolves, unavailable } from "../../src/testing/index.js";
import { startReceiver } from "../e2e/receiver.js";
import { parentIdOf, recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider, span } = recorded;

/** Members with class names, as the real ones have. */
class EnvironmentCredential implements TokenCredential {
  getToken = unavailable("EnvironmentCredential is unavailable. No underlying credential could be used.").getToken;
}
class ManagedIdentityCredential implements TokenCredential {
  getToken = unavailable(
    "ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.",
  ).getToken;
}
class AzureCliCredential implements TokenCredential {
  getToken = resolves("from-az").getToken;
}
class NeverAskedCredential implements TokenCredential {
  getToken = rejects(new Error("must not be asked")).getToken;
}
/** As DefaultAzureCredential keeps a member that it could not construct. */
class UnavailableDefaultCredential implements TokenCredential {
  credentialName = "createDefaultWorkloadIdentityCredential";
  credentialUnavailableErrorMessage =
    "WorkloadIdentityCredential: is unavailable. tenantId, clientId, and federatedTokenFilePath are required parameters.";
  getToken = nothing().getToken;
}

const attempts = () =>
  recorded
    .spans()
    .filter(({ name }) => name.startsWith("attempt "))
    .map(({ name, status, attributes }) => ({
      name,
      status: status.code,
      index: attributes["azure.identity.attempt.index"],
      outcome: attributes["azure.identity.attempt.outcome"],
      kind: attributes["azure.identity.failure.kind"],
      errorType: attributes["error.type"],
    }));

beforeEach(() => recorded.reset());

describe("a chain that gets its token", () => {
  it("shows each member tried in order, silent ones included, who won and who was not reached, and nothing red", async () => {
    const chain = new ChainedTokenCredential(
      new EnvironmentCredential(),
      new UnavailableDefaultCredential(),
      new AzureCliCredential(),
      new NeverAskedCredential(),
    );
    const token = await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE);
    expect(token?.token).toBe("from-az");
    expect(attempts()).toEqual([
      {
        name: "attempt EnvironmentCredential",
        status: SpanStatusCode.UNSET,
        index: 0,
        outcome: "skipped",
        kind: "configuration_missing",
        errorType: undefined,
      },
      {
        name: "attempt WorkloadIdentityCredential",
        status: SpanStatusCode.UNSET,
        index: 1,
        outcome: "skipped",
        kind: "configuration_missing",
        errorType: undefined,
      },
      {
        name: "attempt AzureCliCredential",
        status: SpanStatusCode.UNSET,
        index: 2,
        outcome: "succeeded",
        kind: undefined,
        errorType: undefined,
      },
    ]);
    const call = span("getToken ChainedTokenCredential");
    expect(call.status.code).toBe(SpanStatusCode.UNSET);
    expect(call.attributes).toMatchObject({
      "azure.identity.credential.chain": [
        "EnvironmentCredential",
        "WorkloadIdentityCredential",
        "AzureCliCredential",
        "NeverAskedCredential",
      ],
      "azure.identity.credential.selected": "AzureCliCredential",
      "azure.identity.credential.not_tried": ["NeverAskedCredential"],
    });
    for (const { name } of attempts()) expect(parentIdOf(span(name))).toBe(call.spanContext().spanId);
  });

  it("gives each attempt its own time, though all spans end with the call", async () => {
    const slow = (ms: number, inner: TokenCredential): TokenCredential => ({
      getToken: async (scopes) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return inner.getToken(scopes);
      },
    });
    const chain = new ChainedTokenCredential(slow(60, unavailable("no")), slow(5, resolves("t")));
    await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE);
    const [first, second] = recorded.spans();
    const ms = ([s, ns]: [number, number]) => s * 1000 + ns / 1e6;
    expect(ms(first?.duration ?? [0, 0])).toBeGreaterThanOrEqual(59);
    expect(ms(first?.duration ?? [0, 0])).toBeLessThan(600);
    expect(ms(second?.duration ?? [0, 0])).toBeLessThan(ms(first?.duration ?? [0, 0]));
    expect(ms(second?.startTime ?? [0, 0])).toBeGreaterThanOrEqual(ms(first?.endTime ?? [0, 0]) - 1);
  });

  it("looks into a chain inside the chain and names the innermost winner", async () => {
    const inner = new ChainedTokenCredential(new ManagedIdentityCredential(), new AzureCliCredential());
    const chain = new ChainedTokenCredential(new EnvironmentCredential(), inner);
    await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE);
    expect(attempts().map(({ name, outcome }) => [name, outcome])).toEqual([
      ["attempt EnvironmentCredential", "skipped"],
      ["attempt ManagedIdentityCredential", "skipped"],
      ["attempt AzureCliCredential", "succeeded"],
      ["attempt ChainedTokenCredential", "succeeded"],
    ]);
    const nested = span("attempt ChainedTokenCredential");
    expect(parentIdOf(span("attempt AzureCliCredential"))).toBe(nested.spanContext().spanId);
    expect(span("getToken ChainedTokenCredential").attributes["azure.identity.credential.selected"]).toBe(
      "AzureCliCredential",
    );
  });

  it("makes one span of a DiagnosticCredential that is a member, with its name and type", async () => {
    const member = new DiagnosticCredential(new AzureCliCredential(), { tracerProvider, name: "laptop" });
    await new DiagnosticCredential(new ChainedTokenCredential(member), { tracerProvider }).getToken(SCOPE);
    expect(recorded.spans().map(({ name }) => name)).toEqual([
      "attempt AzureCliCredential",
      "getToken ChainedTokenCredential",
    ]);
    expect(span("attempt AzureCliCredential").attributes["azure.identity.credential.name"]).toBe("laptop");
  });
});

describe("a chain that fails", () => {
  it("is red where it failed, keeps the error object, and its kind is that of the decisive attempt", async () => {
    const refused = Object.assign(
      new Error("invalid_client: Error(s): 7000215 - Description: AADSTS7000215: Invalid client secret provided."),
      {
        name: "AuthenticationRequiredError",
      },
    );
    class ClientSecretCredential implements TokenCredential {
      getToken = rejects(refused).getToken;
    }
    const chain = new ChainedTokenCredential(
      new UnavailableDefaultCredential(),
      new ClientSecretCredential(),
      new ManagedIdentityCredential(),
    );
    const error = await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AggregateAuthenticationError);
    expect(error.errors[0]).toBe(refused);
    expect(
      attempts().map(({ name, status, outcome, kind, errorType }) => [name, status, outcome, kind, errorType]),
    ).toEqual([
      ["attempt WorkloadIdentityCredential", SpanStatusCode.UNSET, "skipped", "configuration_missing", undefined],
      [
        "attempt ClientSecretCredential",
        SpanStatusCode.ERROR,
        "failed",
        "invalid_client_secret",
        "invalid_client_secret",
      ],
      [
        "attempt ManagedIdentityCredential",
        SpanStatusCode.ERROR,
        "failed",
        "managed_identity_unreachable",
        "managed_identity_unreachable",
      ],
    ]);
    expect(span("attempt ClientSecretCredential").attributes["azure.identity.attempt.decisive"]).toBe(true);
    expect(span("attempt ManagedIdentityCredential").attributes).not.toHaveProperty("azure.identity.attempt.decisive");
    const call = span("getToken ChainedTokenCredential");
    expect(call.status.code).toBe(SpanStatusCode.ERROR);
    expect(call.attributes["error.type"]).toBe("invalid_client_secret");
    const diagnosis = diagnose(error);
    expect(diagnosis.kind).toBe("invalid_client_secret");
    expect(diagnosis.attempts.map(({ credentialType, decisive }) => [credentialType, decisive])).toEqual([
      ["WorkloadIdentityCredential", false],
      ["ClientSecretCredential", true],
      ["ManagedIdentityCredential", false],
    ]);
  });

  it("says which members were never tried because the chain stopped", async () => {
    const chain = new ChainedTokenCredential(
      new EnvironmentCredential(),
      rejects(new TypeError("bug")),
      new NeverAskedCredential(),
    );
    await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE).catch(() => {});
    expect(span("getToken ChainedTokenCredential").attributes["azure.identity.credential.not_tried"]).toEqual([
      "NeverAskedCredential",
    ]);
  });

  it("shows the silent members of a chain where all were silent", async () => {
    const chain = new ChainedTokenCredential(new UnavailableDefaultCredential());
    const error = await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CredentialUnavailableError);
    expect(error.message).toBe("Failed to retrieve a valid token");
    expect(diagnose(error).kind).toBe("configuration_missing");
    expect(attempts()).toMatchObject([{ name: "attempt WorkloadIdentityCredential", outcome: "skipped" }]);
  });
});

describe("odd chains", () => {
  it("of 40 members keep every attempt and end every span", async () => {
    const members = Array.from({ length: 40 }, () => unavailable("no"));
    await new DiagnosticCredential(new ChainedTokenCredential(...members), { tracerProvider })
      .getToken(SCOPE)
      .catch(() => {});
    expect(attempts().map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it("that come back with undefined keep their attempts, each with outcome and kind", async () => {
    const chain = new ChainedTokenCredential(new UnavailableDefaultCredential(), {
      getToken: async () => undefined as never,
    });
    await expect(new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE)).resolves.toBeUndefined();
    expect(attempts().map(({ outcome, kind }) => [outcome, typeof kind])).toEqual([
      ["skipped", "string"],
      ["skipped", "string"],
    ]);
  });

  it("whose members are replaced during a call are reported as they were", async () => {
    const chain = new ChainedTokenCredential(new AzureCliCredential());
    const credential = new DiagnosticCredential(chain, { tracerProvider });
    const pending = credential.getToken(SCOPE);
    (chain as unknown as { _sources: TokenCredential[] })._sources = [new NeverAskedCredential()];
    credential.getToken(SCOPE).catch(() => {});
    await pending;
    const first = recorded
      .spans()
      .find(({ attributes }) => attributes["azure.identity.credential.selected"] !== undefined);
    expect(first?.attributes["azure.identity.credential.chain"]).toEqual(["AzureCliCredential"]);
  });

  it("keep their exchanges where a sampler drops the attempts", async () => {
    const picky: Sampler = {
      shouldSample: (_context, _traceId, name) => ({
        decision: name.startsWith("attempt ") ? SamplingDecision.NOT_RECORD : SamplingDecision.RECORD_AND_SAMPLED,
      }),
      toString: () => "picky",
    };
    const sampled = recordSpans({ sampler: picky });
    await using service = await startReceiver();
    const asking: TokenCredential = {
      getToken: async () => {
        await (await fetch(`${service.endpoint}/token`, { method: "POST", body: "{}" })).text();
        return { token: "t", expiresOnTimestamp: Date.now() + 1e6 };
      },
    };
    await new DiagnosticCredential(new ChainedTokenCredential(asking), {
      tracerProvider: sampled.tracerProvider,
    }).getToken(SCOPE);
    expect(sampled.spans().map(({ name, events }) => [name, events.length])).toEqual([
      ["getToken ChainedTokenCredential", 1],
    ]);
  });
});

describe("the user's object", () => {
  it("is not changed, frozen or not", async () => {
    const members = [new EnvironmentCredential(), new AzureCliCredential()];
    const chain = new ChainedTokenCredential(...members);
    const sources = (chain as unknown as { _sources: TokenCredential[] })._sources;
    const before = [...sources];
    const methods = before.map(({ getToken }) => getToken);
    Object.freeze(sources);
    Object.freeze(chain);
    await new DiagnosticCredential(chain, { tracerProvider }).getToken(SCOPE);
    expect((chain as unknown as { _sources: TokenCredential[] })._sources).toBe(sources);
    expect(sources.map(({ getToken }) => getToken)).toEqual(methods);
    expect(Object.keys(chain)).toEqual(["_sources"]);
    recorded.reset();
    await chain.getToken(SCOPE);
    expect(recorded.spans()).toEqual([]);
  });

  it("may get other members later, and they are seen", async () => {
    const chain = new ChainedTokenCredential(new EnvironmentCredential());
    const credential = new DiagnosticCredential(chain, { tracerProvider });
    (chain as unknown as { _sources: TokenCredential[] })._sources.push(new AzureCliCredential());
    await credential.getToken(SCOPE);
    expect(span("getToken ChainedTokenCredential").attributes["azure.identity.credential.selected"]).toBe(
      "AzureCliCredential",
    );
  });
});

describe("a credential whose layout is not known", () => {
  it("is traced as one call when its class has private names or state of its own", async () => {
    class ForeignChain implements TokenCredential {
      _sources = [resolves("a")];
      #calls = 0;
      async getToken(scopes: string | string[]) {
        this.#calls++;
        // The SDK's chain goes on at a CredentialUnavailableError.
        return this._sources[0]?.getToken(scopes) ?? null;
      }
      get calls() {
        return this.#calls;
      }
    }
    const foreign = new ForeignChain();
    await new DiagnosticCredential(foreign, { tracerProvider }).getToken(SCOPE);
    expect(foreign.calls).toBe(1);
    expect(recorded.spans().map(({ name }) => name)).toEqual(["getToken ForeignChain"]);
  });

  it("is traced as one call when a subclass of the SDK's chain does things of its own", async () => {
    class CountingChain extends ChainedTokenCredential {
      count = 0;
      override async getToken(scopes: string | string[]) {
        this.count++;
        return super.getToken(scopes);
      }
    }
    const counting = new CountingChain(new AzureCliCredential());
    await new DiagnosticCredential(counting, { tracerProvider }).getToken(SCOPE);
    expect(counting.count).toBe(1);
    expect(recorded.spans().map(({ name }) => name)).toEqual(["getToken CountingChain"]);
  });

  it("still gives the attempts that a failed one's errors tell of", async () => {
    const errors = [
      new CredentialUnavailableError("EnvironmentCredential is unavailable. No underlying credential could be used."),
      new CredentialUnavailableError(
        "Please run 'az login' from a command prompt to authenticate before using this credential.",
      ),
    ];
    class ForeignChain implements TokenCredential {
      getToken = rejects(new AggregateAuthenticationError(errors, "ForeignChain failed.")).getToken;
    }
    const error = await new DiagnosticCredential(new ForeignChain(), { tracerProvider })
      .getToken(SCOPE)
      .catch((thrown) => thrown);
    expect(attempts().map(({ name, outcome, kind }) => [name, outcome, kind])).toEqual([
      ["attempt EnvironmentCredential", "failed", "configuration_missing"],
      ["attempt AzureCliCredential", "failed", "tool_not_signed_in"],
    ]);
    expect(diagnose(error).attempts).toHaveLength(2);
    expect(parentIdOf(span("attempt AzureCliCredential"))).toBe(span("getToken ForeignChain").spanContext().spanId);
  });
});
