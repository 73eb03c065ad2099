import { type Certificate, type KeyPair, makeCertificate, rsaKeyPair } from "./certificates.js";

/** Every key and certificate of one emulator, made when it starts. @internal */
export interface Keyring {
  readonly ca: Certificate;
  /** For `localhost` and `127.0.0.1`, issued by the CA. */
  readonly server: Certificate;
  readonly selfSigned: Certificate;
  readonly expired: Certificate;
  readonly wrongHost: Certificate;
  /** Registered on the application. */
  readonly client: Certificate;
  /** Registered nowhere. */
  readonly unregistered: Certificate;
  /** Signs the tokens. */
  readonly tokenKeys: KeyPair;
  /** Signs the assertions of the trusted issuer. */
  readonly federationKeys: KeyPair;
}

const here = { dnsNames: ["localhost"], addresses: ["127.0.0.1"] };

/** Takes some hundred milliseconds, nearly all of it for the RSA keys, which are made in parallel. @internal */
export async function makeKeyring(): Promise<Keyring> {
  const [caKeys, serverKeys, clientKeys, unregisteredKeys, tokenKeys] = await Promise.all([
    rsaKeyPair(),
    rsaKeyPair(),
    rsaKeyPair(),
    rsaKeyPair(),
    rsaKeyPair(),
  ]);
  const issuer = { name: "diagnostic-credential emulator CA", keys: caKeys };
  const server = { name: "localhost", keys: serverKeys };
  return {
    ca: makeCertificate({ ...issuer, ca: true }),
    server: makeCertificate({ ...server, ...here, issuer }),
    selfSigned: makeCertificate({ ...server, ...here }),
    expired: makeCertificate({ ...server, ...here, issuer, expired: true }),
    wrongHost: makeCertificate({ ...server, issuer, name: "login.example", dnsNames: ["login.example"] }),
    client: makeCertificate({ name: "registered client", keys: clientKeys }),
    unregistered: makeCertificate({ name: "unregistered client", keys: unregisteredKeys }),
    tokenKeys,
    // The issuer of federated tokens is another party; for what is checked here the CA's key pair does as well.
    federationKeys: caKeys,
  };
}
