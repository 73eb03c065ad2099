import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "../../../src/explain/redaction.js";
import { hideSecrets } from "../../../src/explain/secrets/hideSecrets.js";
import { isProse } from "../../../src/explain/secrets/proseWords.js";
import messages from "../../data/messages.json" with { type: "json" };
import { SHAPES } from "./shapes.js";

/** A secret as people choose or programs generate them: a digit in it, and nothing that ends a value. */
const secrets = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z][A-Za-z!#$*_~-]{1,12}$/),
    fc.stringMatching(/^[0-9]$/),
    fc.stringMatching(/^[A-Za-z0-9!#$*_~-]{0,24}[A-Za-z0-9]{2}$/),
  )
  .map((parts) => parts.join(""));

/** Puts it in; what is between percent signs that encode something stays. */
const withSecret = (shape: string, secret: string) => shape.replace(/%(?!(?:2[26C]|3[AD]))/, () => secret);

function holds(shown: string, shape: string, secret: string): boolean {
  return Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4)).some(
    (piece) => shown.includes(piece) && !shape.includes(piece) && !"REDACTED".includes(piece),
  );
}

const carriers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `2026-03-02T18:25:26Z ERROR app: AADSTS7000215: Invalid client secret provided. ${text}`,
  (text) => JSON.stringify({ level: "error", msg: text }),
  (text) => `first line\n${text}\nlast line`,
];

describe.each(Object.entries(SHAPES))("a secret in %s", (_, shapes) => {
  it.each(shapes)("%j", (shape) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...carriers), (secret, carrier) => {
        expect(holds(hideSecrets(carrier(withSecret(shape, secret))), carrier(shape), secret)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is known by itself", () => {
  it.each([
    ["a password that is a word", "login with password swordfish failed", "login with password REDACTED failed"],
    [
      "one with blanks, in quotes",
      "AZURE_CLIENT_SECRET is 'wonderland 99' invalid",
      "AZURE_CLIENT_SECRET is 'REDACTED' invalid",
    ],
    ["one with blanks, in YAML", "clientSecret: correct horse battery", "clientSecret: REDACTED"],
    ["one with blanks, in a connection string", "Password=correct horse;Encrypt=1", "Password=REDACTED;Encrypt=1"],
    [
      "a code that a person enters",
      "and enter the code F7Q2KX8LM to authenticate.",
      "and enter the code REDACTED to authenticate.",
    ],
    ["a code of an application", "callback with 0.AXYAbcd-efgh.ijkl came", "callback with REDACTED came"],
    ["a GitHub token", "used ghp_abcdefghijklmnopqrstuvwxyz0123456789 there", "used REDACTED there"],
    [
      "what is repeated",
      "password=Zq81xyz!; the value Zq81xyz! is wrong",
      "password=REDACTED; the value REDACTED is wrong",
    ],
    [
      "a key in PEM, with its lines",
      "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nend",
      "REDACTED\n\n\nend",
    ],
  ])("%s", (_, text, shown) => expect(hideSecrets(text)).toBe(shown));
});

it.each(["base64", "base64url", "hex"] as const)("a key by itself, in %s", (encoding) => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 32, max: 64 }), (seed, length) => {
      const key = createHash("sha512").update(String(seed)).digest().subarray(0, length).toString(encoding);
      expect(hideSecrets(`sent ${key} twice`)).toBe("sent REDACTED twice");
    }),
    // One in ten thousand looks like words.
    { numRuns: 500, seed: 1 },
  );
});

describe("what helps stays", () => {
  it.each([
    "azure.BearerAuthorizer#WithAuthorization: Failed to refresh the Token for request to https://management.azure.com",
    "ManagedIdentityCredential => getToken() => ERROR. Error message: no response",
    "#error=unsupported_response_type&error_description=AADSTS700054%3a+response_type+%27id_token%27+is+not+enabled",
    "https://a.example/cb?error=invalid_request&error_description=AADSTS50011%3a+The+redirect+URI+is+wrong",
    'clientCredentialsToken: cannot request token: Post "https://login.microsoftonline.com/x/oauth2/v2.0/token": EOF',
    "failed to acquire access token: received HTTP status 400",
    "MSALOAuthErrorKey=invalid_grant, MSALCorrelationIDKey=7B12F9BB-2EEF-42E3-AD75-EEE69EC9088D",
    'AzureCliCredential didn\'t get the token: "Azure CLI process took too long to complete."',
    "See https://aka.ms/msal.js.errors#network_error for details",
    'Get "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net": dial tcp',
    "Certificate with thumbprint 5D8A1F0C3B2E4D6F7A8B9C0D1E2F3A4B5C6D7E8F is not authorized",
    "TrackingId:f85b1d84097d4b09896e5ff3182b090a_G7_B4, SystemTracker:gateway7",
    "PEM certificate provided does not contain -----BEGIN CERTIFICATE----- block",
    'secret "azure-creds" not found',
    "error: --client-secret must be set for spn login",
    "ErrorCode: 12175, error code: 80049228.",
    "The client secret keys for app '11111111-2222-3333-4444-555555555555' are expired.",
  ])("%s", (line) => expect(hideSecrets(line)).toBe(line));

  it("in sentences about secrets", () => {
    const words = "is was not the in a expired invalid missing value provided for app tenant wrong empty set".split(
      " ",
    );
    fc.assert(
      fc.property(
        fc.constantFrom("client secret", "password", "Secret", "passphrase"),
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
        (label, said) => {
          const sentence = `The ${label} ${said.join(" ")}.`;
          expect(hideSecrets(sentence)).toBe(sentence);
        },
      ),
    );
    expect(["Expired", "value", "swordfish", "hunter2"].map(isProse)).toEqual([true, true, false, false]);
  });

  it("in the messages of the SDKs: hidden are only users and parameters of addresses, and claims", () => {
    const hidden = (messages as readonly { id: string; text: string }[])
      .filter(({ text }) => quote(text.slice(0, 240)).includes("REDACTED") && !text.includes("REDACTED"))
      .map(({ id }) => id);
    expect(hidden).toEqual([
      "js.wi.proxy-userinfo",
      "js.wi.proxy-query",
      "js.az.claims",
      "js.ps.claims",
      "go.azd.claims",
      "go.ps.claims",
      "py.az.claims",
    ]);
  });
});

it("takes time that grows with the length alone", () => {
  for (const piece of [
    "secret ",
    "password: ",
    "'a' for ",
    "token=",
    "-p ",
    "open '",
    "key key ",
    "a=b;",
    "%3D",
    "-----BEGIN A-----",
  ]) {
    const started = performance.now();
    hideSecrets(piece.repeat(16_384 / piece.length));
    expect(performance.now() - started).toBeLessThan(400);
  }
});
