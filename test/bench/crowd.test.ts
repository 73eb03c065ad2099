import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers, CredentialName, CrowdTime, Mode } from "../../bench/crowd/orders.ts";
import { type Played, Stage } from "../../bench/crowd/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** So many callers at once on a cold credential, in a process of its own. */
async function crowd(credential: CredentialName, mode: Mode, callers: number, answers: Answers = { delayMs: 50 }) {
  const one = { credential, mode, callers, measure: "time", limitMs: 25_000 } as const;
  const { results, requests }: Played<CrowdTime> = await stage.play([one], answers);
  const [{ tokens, failures, unsettled } = {}] = results;
  return { tokens, failures, unsettled, ...requests };
}

const all = (callers: number) => ({ tokens: callers, failures: {}, unsettled: 0, refused: 0 });

describe("a crowd on a cold credential", () => {
  it("asks Entra ID once for each caller when the credential is bare", async () => {
    const seen = await crowd("ClientSecretCredential", "bare", 200);
    expect(seen).toEqual({ ...all(200), discovery: 200, token: 200 });
  });

  it("asks IMDS once for each caller when the credential is bare", async () => {
    const seen = await crowd("ManagedIdentityCredential", "bare", 200);
    expect(seen).toEqual({ ...all(200), discovery: 0, token: 200 });
  });

  it("asks Entra ID once when the credential is wrapped", async () => {
    const seen = await crowd("ClientSecretCredential", "wrapped", 200);
    expect(seen).toEqual({ ...all(200), discovery: 1, token: 1 });
  });

  it("asks IMDS once when the credential is wrapped, and stays below its rate", async () => {
    const seen = await crowd("ManagedIdentityCredential", "wrapped", 200, { delayMs: 50, imdsPerSecond: 2 });
    expect(seen).toEqual({ ...all(200), discovery: 0, token: 1 });
  });

  it("is refused by IMDS what exceeds its rate, and the SDK asks again", async () => {
    const seen = await crowd("ManagedIdentityCredential", "bare", 3, { delayMs: 0, imdsPerSecond: 2 });
    expect(seen).toEqual({ ...all(3), discovery: 0, token: 4, refused: 1 });
  });
});
