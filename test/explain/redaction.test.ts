import { describe, expect, it } from "vitest";
import { explainLog, explainText } from "../../src/explain/explain.js";
import { quote } from "../../src/explain/redaction.js";
import { explanationLines } from "../../src/explain/render/explanation.js";
import { screenFor } from "../../src/explain/render/screen.js";
import { explainReport } from "../../src/explain/report.js";

const JWT = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJjYW5hcnkifQ.Q0FOQVJZ-canary_signature`;
const CANARIES: readonly (readonly [name: string, text: string, secret: string])[] = [
  ["a JWT", `token ${JWT} rejected`, JWT.slice(10)],
  ["a bearer token", "Authorization: Bearer c4n4ry.opaque-token", "c4n4ry"],
  ["basic authentication", "sent Basic Y2FuYXJ5OmNhbmFyeQ==", "Y2FuYXJ5"],
  ["a key in PEM", "open '-----BEGIN EC PRIVATE KEY-----\\nzqxj\\n-----END EC PRIVATE KEY-----'", "zqxj"],
  ["a client secret without a label", "used canary8Q~aBcDeFgHiJkLmNoPqRsTuVwXyZ012345 today", "aBcDeFgHi"],
  ["a client secret in an assignment", "AZURE_CLIENT_SECRET=canary with spaces", "canary"],
  ["a secret in JSON", '{"clientSecret":"can zqxj","x":1}', "zqxj"],
  ["a secret in escaped JSON", '"{\\"client_secret\\":\\"canary\\"}"', "canary"],
  ["a password in a sentence", "password: canary1", "canary1"],
  ["a password in quotes", "--password 'x' pwd='can zqxj'", "zqxj"],
  ["a signature in a URL", "https://a.blob.core.windows.net/c?sv=2024&sig=canary%3D", "canary"],
  ["a signature by itself", "sig=canary&se=2026", "canary"],
  ["an account key", `AccountName=a;AccountKey=${"Ab1/".repeat(21)}==;`, "Ab1/Ab1/"],
  ["a user in a URL", "http://user:canary@proxy.example:8080", "canary"],
  ["a header", "X-IDENTITY-HEADER: canary", "canary"],
  ["a cookie", "Set-Cookie: a=canary; path=/", "canary"],
  ["a code", "https://localhost/?code=canary&state=1", "canary"],
  ["an assertion", "client_assertion=canary.canary", "canary"],
  ["a long hexadecimal key", `key was ${"0a1b2c3d".repeat(5)}`, "0a1b2c3d0a1b"],
  ["a secret that the end cuts off", `{"client_secret":"can zqxj${" zqxj".repeat(900)}`, "zqxj"],
];

describe("no secret of the input is shown", () => {
  it.each(CANARIES)("%s, in a quoted line", (_name, text, secret) => expect(quote(text)).not.toContain(secret));

  it.each(CANARIES)("%s, in what is printed for a person and a program", async (_name, text, secret) => {
    const screen = screenFor({ columns: 200 }, {}, false);
    for (const input of [
      `AADSTS7000215: Invalid client secret provided. ${text}`,
      `ClientSecretCredential authentication failed: ${text}\nCorrelation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d`,
      `2026-03-02T18:25:26Z ERROR ManagedIdentityCredential authentication failed for ${text}`,
      JSON.stringify({ level: "error", msg: "EnvironmentCredential authentication failed", err: { message: text } }),
    ]) {
      for (const explanation of [await explainText(input), await explainLog([input.split("\n")])]) {
        expect(explanation.failures.length).toBe(1);
        expect(explanationLines(explanation, screen).join("\n")).not.toContain(secret);
        expect(JSON.stringify(explainReport(explanation.failures))).not.toContain(secret);
      }
    }
  });

  it.each([
    "Failed to load secret: AADSTS7000215: Invalid client secret provided.",
    "Failed to read secret: CredentialUnavailableError: EnvironmentCredential is unavailable.",
    "ManagedIdentityCredential: Authentication failed. To troubleshoot, visit https://aka.ms/azsdk/js/identity/troubleshoot.",
    "app '11111111-2222-3333-4444-555555555555' in /var/run/secrets/azure/tokens/azure-identity-token",
  ])("what helps is left: %s", (line) => expect(quote(line)).toBe(line));

  it("shows nothing that moves the cursor, and not more than two lines", () => {
    expect(quote("a\x1b[2Jb\u0007\u202ec\tAADSTS1")).toBe("ab c AADSTS1");
    // A colour whose control character was lost on the way.
    expect(quote("[91mERROR: AADSTS1[0m")).toBe("ERROR: AADSTS1");
    expect(quote("word ".repeat(1000))).toHaveLength(240);
  });
});

describe("the pages of a remedy are shown as they are", () => {
  it.each([50020, 7000218, 220501, 530004])("for AADSTS%d", async (code) => {
    const { failures } = await explainText(`AADSTS${code}: no.`);
    const pages = failures[0]?.diagnosis.remedies.flatMap(({ url }) => url ?? []);
    expect(pages?.length).toBeGreaterThan(0);
    expect(pages?.filter((page) => page.includes("REDACTED"))).toEqual([]);
  });
});
