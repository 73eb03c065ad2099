import { generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import { ChainedTokenCredential, ClientCertificateCredential, WorkloadIdentityCredential } from "@azure/identity";
import { beforeAll, describe, expect, it } from "vitest";
import { explainText } from "../../src/explain/explain.js";
import { explanationLines } from "../../src/explain/render/explanation.js";
import { screenFor } from "../../src/explain/render/screen.js";
import { explainReport } from "../../src/explain/report.js";
import { type Diagnosis, diagnose } from "../../src/index.js";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";

beforeAll(() => {
  for (const name of identityVariables) delete process.env[name];
});

const tenantId = "11111111-2222-4333-8444-555555555555";
const clientId = "99999999-8888-4777-8666-555555555555";
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
const shortPem = `${pem.slice(0, 90)}\n-----END PRIVATE KEY-----\n`;
const base64 = (privateKey.export({ type: "pkcs8", format: "der" }) as Buffer).toString("base64");
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = `${part({ alg: "RS256" })}.${part({ sub: "system:serviceaccount:default:app" })}.c2lnbmF0dXJl`;
const url = "https://user:Pa55word@account.blob.core.windows.net/certs/app.pem?sv=2024&sig=c2lnbmVk";

const withCertificate = (certificatePath: string) =>
  new ClientCertificateCredential(tenantId, clientId, { certificatePath });
const withTokenFile = (tokenFilePath: string) => new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath });

const CASES = [
  ["a whole PEM", withCertificate, pem, "a certificate or private key in PEM"],
  ["a short PEM", withCertificate, shortPem, "a certificate or private key in PEM"],
  ["base64", withCertificate, base64, "a certificate or key in base64"],
  ["a short base64", withCertificate, base64.slice(0, 120), "a certificate or key in base64"],
  ["a URL", withCertificate, url, "a URL"],
  ["a token", withTokenFile, token, "a token"],
] as const;

/** Parts of what was given, long enough to be nothing else; of a URL, its password and signature. */
const pieces = (given: string) => (given === url ? ["Pa55word", "c2lnbmVk"] : (given.match(/[\w+/=]{12,40}/g) ?? []));

function holdsNothingOf(given: string, shown: string): void {
  expect(pieces(given).filter((piece) => shown.includes(piece))).toEqual([]);
  expect(shown).not.toContain("BEGIN PRIVATE");
}

function isAbout(diagnosis: Diagnosis | undefined, what: string): void {
  expect(diagnosis).toMatchObject({ kind: "configuration_invalid", owner: "developer", retryable: false });
  expect(diagnosis?.cause).toContain(`The option or variable holds ${what} where the path of a file belongs.`);
  expect(diagnosis?.remedies[0]?.action).toMatch(/^Write the content to a file/);
  expect(diagnosis?.network).toBeUndefined();
}

describe.each(CASES)("%s where the path of a file belongs", (_, make, given, what) => {
  it("is told as that, and shown nowhere", async () => {
    const { error, diagnosis, record, call } = await acquire(make(given));
    isAbout(diagnosis, what);
    holdsNothingOf(given, inspect([diagnosis, record, call.attributes, call.events, call.status], { depth: 12 }));
    for (const input of [{ ...error, name: error?.name, message: error?.message }, error?.stack, inspect(error)]) {
      const own = diagnose(input);
      isAbout(own, what);
      holdsNothingOf(given, inspect(own, { depth: 12 }));
    }
  });

  it("is told as that in a chain", async () => {
    const { diagnosis, record } = await acquire(new ChainedTokenCredential(make(given)));
    isAbout(diagnosis, what);
    holdsNothingOf(given, inspect([diagnosis, record], { depth: 12 }));
  });

  it("is not shown by explain", async () => {
    const { error } = await acquire(make(given));
    for (const input of [error?.stack ?? "", `2026-03-02T18:25:26Z ERROR ${error?.stack}\n`, inspect(error)]) {
      const explanation = await explainText(input);
      expect(explanation.failures.map((failure) => failure.diagnosis.kind)).toEqual(["configuration_invalid"]);
      holdsNothingOf(given, explanationLines(explanation, screenFor({ columns: 200 }, {}, false)).join("\n"));
      holdsNothingOf(given, JSON.stringify(explainReport(explanation.failures)));
    }
  });
});

describe("a path", () => {
  it.each(["/nonexistent/cert.pem", "./cert.pem", "cert.pem", "C:\\keys\\app.pfx"])("is shown: %s", async (path) => {
    const { diagnosis } = await acquire(withCertificate(path));
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(diagnosis?.cause).toContain(`The file is ${path}.`);
  });

  it("is not shown where it may be anything", async () => {
    const { diagnosis } = await acquire(withCertificate("Pl4~client-secret-value.x9Q"));
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(JSON.stringify(diagnosis)).not.toContain("Pl4~");
  });
});
