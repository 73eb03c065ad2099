import {
  constants,
  createHash,
  generateKeyPair,
  type KeyObject,
  privateEncrypt,
  randomBytes,
  X509Certificate,
} from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";

const makeKeyPair = promisify(generateKeyPair);

/** A certificate with its key, both PEM. @internal */
export interface Certificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly publicKey: KeyObject;
  /** SHA-1 of the DER form, hexadecimal, upper case: what Azure calls the thumbprint. */
  readonly thumbprint: string;
}

/** @internal */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface CertificateRequest {
  readonly name: string;
  readonly keys: KeyPair;
  /** Absent: self-signed. */
  readonly issuer?: { readonly name: string; readonly keys: KeyPair };
  readonly ca?: boolean;
  readonly dnsNames?: readonly string[];
  readonly addresses?: readonly string[];
  readonly expired?: boolean;
}

/** RSA, since Entra ID accepts no other key for a client assertion. @internal */
export function rsaKeyPair(): Promise<KeyPair> {
  return makeKeyPair("rsa", { modulusLength: 2048 });
}

const DAY = 86_400_000;
// ASN.1 of a DigestInfo that says SHA-256; RFC 8017, section 9.2, note 1.
const sha256DigestInfo = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** Forge signs in JavaScript, slowly; OpenSSL does the same in a fraction of a millisecond. */
function signer(key: KeyObject): forge.pki.rsa.PrivateKey {
  const sign = (digest: forge.md.MessageDigest): string =>
    privateEncrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([sha256DigestInfo, Buffer.from(digest.digest().getBytes(), "binary")]),
    ).toString("binary");
  return { sign } as unknown as forge.pki.rsa.PrivateKey;
}

/** Makes a certificate. Its validity starts a day ago, so that no clock skew can matter. @internal */
export function makeCertificate(request: CertificateRequest): Certificate {
  const certificate = forge.pki.createCertificate();
  const publicPem = request.keys.publicKey.export({ type: "spki", format: "pem" }).toString();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
  // A serial number must be positive and must not start with a zero byte; a leading digit 4 sees to both.
  certificate.serialNumber = `4${randomBytes(15).toString("hex").slice(1)}`;
  const now = Date.now();
  certificate.validity.notBefore = new Date(now - (request.expired ? 30 : 1) * DAY);
  certificate.validity.notAfter = new Date(now + (request.expired ? -1 : 30) * DAY);
  certificate.setSubject([{ shortName: "CN", value: request.name }]);
  certificate.setIssuer([{ shortName: "CN", value: request.issuer?.name ?? request.name }]);
  const altNames = [
    ...(request.dnsNames ?? []).map((value) => ({ type: 2, value })),
    ...(request.addresses ?? []).map((ip) => ({ type: 7, ip })),
  ];
  certificate.setExtensions([
    { name: "basicConstraints", cA: request.ca === true, critical: true },
    ...(request.ca ? [{ name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true }] : []),
    ...(altNames.length > 0
      ? [
          { name: "extKeyUsage", serverAuth: true },
          { name: "subjectAltName", altNames },
        ]
      : []),
  ]);
  certificate.sign(signer((request.issuer?.keys ?? request.keys).privateKey), forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n");
  return {
    certificate: pem,
    privateKey: request.keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: request.keys.publicKey,
    thumbprint: createHash("sha1").update(new X509Certificate(pem).raw).digest("hex").toUpperCase(),
  };
}
