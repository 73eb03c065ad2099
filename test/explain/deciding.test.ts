import { describe, expect, it } from "vitest";
import { explainLog, explainText } from "../../src/explain/explain.js";
import { diagnose } from "../../src/failure/diagnose.js";
import heldOut from "../data/heldOut.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };

async function quoted(text: string): Promise<string[]> {
  return (await explainText(text)).failures.map(({ firstLine }) => firstLine);
}

const URL = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token";

describe("what is quoted is what decided", () => {
  it.each([
    [
      "as it is where it decides at once",
      "Error: AADSTS7000215: Invalid client secret provided.",
      "Error: AADSTS7000215: Invalid client secret provided.",
    ],
    [
      "the line with the number, and not the headline before it",
      "AuthenticationError: invalid_client Status code: 401\nMore details:\nAADSTS7000229: The client application is missing service principal in the tenant.",
      "AADSTS7000229: The client application is missing service principal in the tenant.",
    ],
    [
      "from the number on, in a long line",
      `Error: building account: could not acquire access token to parse claims: clientCredentialsToken: received HTTP status 401 from ${URL} with response: {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}`,
      '… AADSTS7000215: Invalid client secret provided."}',
    ],
    [
      "the member of a chain that explains it",
      "DefaultAzureCredential: failed to acquire a token.\nAttempted credentials:\n\tEnvironmentCredential: missing environment variable AZURE_TENANT_ID\n\tManagedIdentityCredential: managed identity timed out",
      "ManagedIdentityCredential: managed identity timed out",
    ],
    [
      "the exception at the end of a traceback",
      'Traceback (most recent call last):\n  File "/app/auth.py", line 3, in main\n    credential = CertificateCredential(tenant, client, path)\nValueError: The certificate must include its private key',
      "ValueError: The certificate must include its private key",
    ],
    [
      "all lines where none decides by itself",
      "ManagedIdentityCredential authentication\nunavailable, no response\nfrom the IMDS endpoint.",
      "ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.",
    ],
  ])("%s", async (_, text, expected) => expect(await quoted(text)).toEqual([expected]));

  it("shows no rest of a secret whose name is far in front", async () => {
    const text = `ClientSecretCredential failed: password="${"Zq7 ".repeat(3_000)}" AADSTS7000215: Invalid client secret provided.`;
    const [line] = await quoted(text);
    expect(line).not.toContain("Zq7");
    const { failures } = await explainLog([[`${"x".repeat(20_000)} ${text}`]]);
    expect(failures.map(({ firstLine }) => firstLine.includes("Zq7"))).toEqual([false]);
  });

  it("has Entra ID's number wherever the text has it", async () => {
    const without: string[] = [];
    let named = 0;
    for (const { id, text } of [...messages, ...heldOut] as readonly { id: string; text: string }[]) {
      const code = diagnose(text).entra?.codes[0];
      if (code === undefined || !text.includes(`AADSTS${code}`)) continue;
      const lines = await quoted(text);
      named++;
      // What a narrow terminal shows of it.
      if (!lines.some((line) => line.slice(0, 160).includes(`AADSTS${code}`))) without.push(id);
    }
    expect(without.length / named, without.join("\n")).toBeLessThan(0.002);
  });
});

it("names the request of the last occurrence, for support", async () => {
  const at = (second: number): string =>
    `2026-03-02T03:00:0${second}Z ERROR AADSTS7000215: no. Trace ID: 0000000${second}-2222-4333-8444-555555555555 Correlation ID: 1111111${second}-2222-4333-8444-555555555555 Timestamp: 2026-03-02 03:00:0${second}Z`;
  const { failures } = await explainLog([[at(1), at(2), at(3), "2026-03-02T03:00:04Z ERROR AADSTS7000215: no."]]);
  expect(failures.map(({ count, diagnosis }) => [count, diagnosis.entra])).toEqual([
    [
      4,
      {
        codes: [7000215],
        correlationId: "11111113-2222-4333-8444-555555555555",
        traceId: "00000003-2222-4333-8444-555555555555",
        timestamp: "2026-03-02 03:00:03Z",
      },
    ],
  ]);
});
