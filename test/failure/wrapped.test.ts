import { describe, expect, test } from "vitest";
import { rememberEvidence } from "../../src/failure/memory.js";
import type { AcquisitionEvidence, Exchange } from "../../src/failure/types.js";
import { diagnose } from "../../src/index.js";

const AUTHORITY: Exchange = {
  method: "GET",
  scheme: "https",
  host: "login.example.com",
  port: 443,
  path: "/t/v2.0/.well-known/openid-configuration",
  startTime: 0,
  durationMs: 3,
};
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const seen = (error: Error, evidence: Partial<AcquisitionEvidence>): Error => {
  rememberEvidence(error, {
    credentialType: "ClientSecretCredential",
    attempts: [],
    exchanges: [],
    processes: [],
    ...evidence,
  });
  return error;
};
const notResolved = () =>
  seen(named("CredentialUnavailableError", "endpoints_resolution_error: See https://aka.ms/x"), {
    exchanges: [{ ...AUTHORITY, errorCode: "ENOTFOUND" }],
  });
const refused = () =>
  seen(named("AuthenticationRequiredError", "invalid_client: AADSTS7000215: Invalid client secret provided."), {
    exchanges: [{ ...AUTHORITY, method: "POST", path: "/t/oauth2/v2.0/token", status: 401 }],
  });

describe("what was seen of an acquisition is found", () => {
  test.each<readonly [string, (error: Error) => unknown]>([
    ["as the cause", (error) => new Error("startup failed", { cause: error })],
    [
      "as the cause of the cause",
      (error) => new Error("startup failed", { cause: new Error("no client", { cause: error }) }),
    ],
    ["among the errors of Promise.any", (error) => new AggregateError([new Error("other"), error])],
    ["as the rejection of Promise.allSettled", (error) => ({ status: "rejected", reason: error })],
    ["as the original error", (error) => Object.assign(new Error("login failed"), { originalError: error })],
    ["in what is no error", (error) => ({ error })],
    ["in a cycle", (error) => Object.assign(new Error("x"), { cause: { cause: undefined, errors: [error] } })],
  ])("%s", (_, wrap) => {
    const found = diagnose(wrap(notResolved()));
    expect(found).toMatchObject({
      kind: "dns_failure",
      credentialType: "ClientSecretCredential",
      network: { code: "ENOTFOUND", host: "login.example.com", port: 443 },
    });
    expect(found.exchanges).toHaveLength(1);
  });

  test("of several, that which came furthest explains it", () => {
    expect(diagnose(new AggregateError([notResolved(), refused()])).kind).toBe("invalid_client_secret");
    expect(diagnose(new AggregateError([refused(), notResolved()])).kind).toBe("invalid_client_secret");
    const aborted = seen(named("AbortError", "The operation was aborted."), { callerAborted: true });
    expect(diagnose(new AggregateError([aborted, notResolved()])).kind).toBe("dns_failure");
  });

  test("by the members of a chain that nobody watched", () => {
    const chain = Object.assign(new Error("ChainedTokenCredential authentication failed."), {
      name: "AggregateAuthenticationError",
      errors: [named("CredentialUnavailableError", "Azure CLI could not be found."), notResolved()],
    });
    const found = diagnose(new Error("startup failed", { cause: chain }));
    expect(found.kind).toBe("dns_failure");
    expect(found.attempts.map(({ credentialType, decisive }) => [credentialType, decisive])).toEqual([
      ["AzureCliCredential", false],
      ["ClientSecretCredential", true],
    ]);
  });

  test("and says less than the error around it where nothing is known of it", () => {
    const inner = seen(new Error("vague"), {});
    expect(diagnose(new Error("hidden", { cause: inner })).kind).toBe("unknown");
    const around = named("AuthenticationRequiredError", "AADSTS50076: you must use multi-factor authentication");
    expect(diagnose(Object.assign(around, { cause: inner })).kind).toBe("mfa_required");
  });
});

describe("the search", () => {
  test("ends in a cycle, at a hostile getter and at a proxy", () => {
    const cycle: { cause?: unknown; errors?: unknown[] } = {};
    cycle.cause = cycle;
    cycle.errors = [cycle];
    expect(diagnose(cycle).kind).toBe("unknown");
    const hostile = {
      get cause(): unknown {
        throw new Error("no");
      },
      errors: [notResolved()],
    };
    expect(diagnose(hostile).kind).toBe("dns_failure");
    const refuse = () => {
      throw new Error("no");
    };
    const proxy = new Proxy({}, { get: refuse, getPrototypeOf: refuse, has: refuse });
    expect(diagnose({ cause: proxy, errors: [notResolved()] }).kind).toBe("dns_failure");
  });

  test("has a bound", () => {
    let deep: unknown = notResolved();
    for (let depth = 0; depth < 30; depth++) deep = { cause: deep };
    expect(diagnose(deep).kind).toBe("dns_failure");
    for (let depth = 0; depth < 40; depth++) deep = { cause: deep };
    expect(diagnose(deep).kind).toBe("unknown");
  });
});
