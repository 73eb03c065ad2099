import { ChainedTokenCredential } from "@azure/identity";
import { beforeEach, describe, expect, it } from "vitest";
import { DiagnosticCredential, type PolicyConfig } from "../../src/index.js";
import { recordLog } from "../support/log.js";
import { eventsOf, recordSpans } from "../support/telemetry.js";

const SCOPE = "https://vault.azure.net/.default";
const recorded = recordSpans();
const { tracerProvider } = recorded;

const { lines, clear } = recordLog("warning");
beforeEach(() => recorded.reset());

class Switched {
  works = true;
  async getToken() {
    if (this.works) return { token: this.constructor.name, expiresOnTimestamp: Date.now() + 3_600_000 };
    throw Object.assign(new Error("The credential is not available."), { name: "CredentialUnavailableError" });
  }
}
class OwnCredential extends Switched {}
class OtherCredential extends Switched {}

function chain(policy: PolicyConfig | "off" = "off") {
  const [own, other, same] = [new OwnCredential(), new OtherCredential(), new OtherCredential()];
  const credential = new DiagnosticCredential(new ChainedTokenCredential(own, other, same), {
    tracerProvider,
    policy,
    name: "orders-db",
  });
  return { own, other, same, credential };
}

const changes = () =>
  recorded
    .spans()
    .filter(({ name }) => name.startsWith("getToken"))
    .map((span) => eventsOf(span).filter(({ name }) => name === "azure.identity.credential.changed"));

describe("a chain that takes its token from another member than before", () => {
  it("has an event on the span and one warning, in both directions", async () => {
    const { own, credential } = chain();
    await credential.getToken(SCOPE);
    await credential.getToken("https://storage.azure.com/.default");
    own.works = false;
    await credential.getToken(SCOPE);
    await credential.getToken(SCOPE);
    own.works = true;
    await credential.getToken(SCOPE);
    own.works = false;
    await credential.getToken(SCOPE);
    const changed = (previous: string, selected: string) => ({
      name: "azure.identity.credential.changed",
      "azure.identity.credential.previous": previous,
      "azure.identity.credential.selected": selected,
    });
    const there = changed("OwnCredential", "OtherCredential");
    expect(changes()).toEqual([[], [], [there], [], [changed("OtherCredential", "OwnCredential")], [there]]);
    const line = (from: string, to: string) =>
      `azure:diagnostic-credential:identity:warning orders-db: the token now comes from ${to} and no longer from ${from}: this process acts with another identity than before.`;
    expect(lines).toEqual([line("OwnCredential", "OtherCredential"), line("OtherCredential", "OwnCredential")]);
    expect(credential.recent().map(({ previouslySelected, selected }) => [previouslySelected, selected])).toEqual([
      [undefined, "OwnCredential"],
      [undefined, "OwnCredential"],
      ["OwnCredential", "OtherCredential"],
      [undefined, "OtherCredential"],
      ["OtherCredential", "OwnCredential"],
      ["OwnCredential", "OtherCredential"],
    ]);
  });

  it("is told by the position where the class is the same", async () => {
    const { own, other, credential } = chain();
    own.works = false;
    await credential.getToken(SCOPE);
    other.works = false;
    await credential.getToken(SCOPE);
    expect(changes()[1]).toMatchObject([
      {
        "azure.identity.credential.previous": "OtherCredential (1)",
        "azure.identity.credential.selected": "OtherCredential (2)",
      },
    ]);
  });

  it("is nothing new when the chain fails in between", async () => {
    const { own, other, same, credential } = chain();
    await credential.getToken(SCOPE);
    own.works = other.works = same.works = false;
    await credential.getToken(SCOPE).catch(() => {});
    own.works = true;
    await credential.getToken(SCOPE);
    expect(changes()).toEqual([[], [], []]);
  });

  it("is stopped by the rule no-identity-change, until its first member works again", async () => {
    const { own, credential } = chain({ preset: "off", rules: { "no-identity-change": "error" } });
    await credential.getToken(SCOPE);
    own.works = false;
    const error = await credential.getToken(SCOPE).catch((thrown) => thrown);
    expect(error).toMatchObject({
      name: "CredentialPolicyError",
      violations: [
        {
          ruleId: "no-identity-change",
          severity: "error",
          message: "The token comes from OtherCredential, and came from OwnCredential before.",
        },
      ],
    });
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ name: "CredentialPolicyError" });
    own.works = true;
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "OwnCredential" });
    const calls = recorded.spans().filter(({ name }) => name.startsWith("getToken"));
    expect(calls.map(({ attributes }) => attributes["error.type"])).toEqual([
      undefined,
      "policy_violation",
      "policy_violation",
      undefined,
    ]);
    expect(calls[1]?.attributes["azure.identity.policy.violations"]).toEqual(["no-identity-change"]);
    expect(changes()[1]).toHaveLength(1);
  });

  it("is one warning of the policy with the rule at warn, and none with the rule off", async () => {
    for (const [severity, expected] of [
      ["warn", 1],
      ["off", 0],
    ] as const) {
      clear();
      const { own, credential } = chain({
        preset: "off",
        rules: { "no-identity-change": severity, "min-token-lifetime": "warn" },
      });
      await credential.getToken(SCOPE);
      own.works = false;
      await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "OtherCredential" });
      expect(lines.length).toBe(expected);
      for (const line of lines)
        expect(line).toContain("orders-db: no-identity-change: The token comes from OtherCredential");
    }
  });
});
