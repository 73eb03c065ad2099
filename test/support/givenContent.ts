import { generateKeyPairSync } from "node:crypto";
import { ClientCertificateCredential, WorkloadIdentityCredential } from "@azure/identity";
import { expect } from "vitest";

const tenantId = "11111111-2222-4333-8444-555555555555";
const clientId = "99999999-8888-4777-8666-555555555555";
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
const shortPem = `${pem.slice(0, 90)}\n-----END PRIVATE KEY-----\n`;
const base64 = (privateKey.export({ type: "pkcs8", format: "der" }) as Buffer).toString("base64");
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = `${part({ alg: "RS256" })}.${part({ sub: "system:serviceaccount:default:app" })}.c2lnbmF0dXJl`;
const url = "https://user:Pa55word@account.blob.core.windows.net/certs/app.pem?sv=2024&sig=c2lnbmVk";

export const withCertificate = (certificatePath: string) =>
  new ClientCertificateCredential(tenantId, clientId, { certificatePath });
const withTokenFile = (tokenFilePath: string) => new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath });

/** What was given, to what, and what it is called. */
export const GIVEN = [
  ["a whole PEM", withCertificate, pem, "a certificate or private key in PEM"],
  ["a short PEM", withCertificate, shortPem, "a certificate or private key in PEM"],
  ["base64", withCertificate, base64, "a certificate or key in base64"],
  ["a short base64", withCertificate, base64.slice(0, 120), "a certificate or key in base64"],
  ["a URL", withCertificate, url, "a URL"],
  ["a token", withTokenFile, token, "a token"],
] as const;

/** Parts of what was given, long enough to be nothing else; of a URL, its password and signature. */
const pieces = (given: string) => (given === url ? ["Pa55word", "c2lnbmVk"] : (given.match(/[\w+/=]{12,40}/g) ?? []));

/** Expects that nothing of what was given is shown. */
export function holdsNothingOf(given: string, shown: string): void {
  expect(pieces(given).filter((piece) => shown.includes(piece))).toEqual([]);
  expect(shown).not.toContain("BEGIN PRIVATE");
}
