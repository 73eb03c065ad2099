import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const URL = "https://learn.microsoft.com/entra/identity-platform/certificate-credentials";

const KEY_STORE: readonly Remedy[] = [
  {
    action:
      "Check that the certificate was installed with its private key, and give the account of the process read access to it: certlm.msc, All Tasks > Manage Private Keys.",
    url: URL,
  },
  {
    action:
      "Where the code loads a PFX file, pass X509KeyStorageFlags.MachineKeySet or EphemeralKeySet; on App Service, set WEBSITE_LOAD_USER_PROFILE=1.",
    url: "https://learn.microsoft.com/azure/app-service/configure-ssl-certificate-in-code",
  },
];
const BUNDLE_WITHOUT_KEY: readonly Remedy[] = [
  {
    action: "Build the PFX (PKCS 12) file anew, with the private key that the certificate was issued for.",
    command: "openssl pkcs12 -export -inkey <key.pem> -in <certificate.pem> -out <file.pfx>",
    url: URL,
  },
];

const WRONG_PASSWORD: readonly Remedy[] = [
  {
    action: "Give the password that this PFX (PKCS 12) file was exported with: it asks for it.",
    command: "openssl pkcs12 -info -noout -in <file.pfx>",
    url: URL,
  },
  { action: "Or export the certificate anew, with its key and a password of your own.", url: URL },
];
const OTHER_KEY: readonly Remedy[] = [
  {
    action: "Compare the key with the certificate: this shows the public part of the certificate.",
    command: "openssl x509 -in <certificate.pem> -noout -pubkey",
    url: URL,
  },
  {
    action:
      "This shows the public part of the key: where they differ, take the key that the certificate was issued for.",
    command: "openssl pkey -in <key.pem> -pubout",
    url: URL,
  },
];

/**
 * What to do about a certificate where the usual does not help: a key in the key store of Windows, one that a PFX lacks or
 * keeps behind a password, one of another certificate.
 *
 * @internal
 */
export function ofCertificate({ plain }: Evidence): readonly Remedy[] | undefined {
  if (plain.includes("keyset does not exist")) return KEY_STORE;
  if (/pkcs ?#?12.{0,80}(?:mac verify failure|mac verification failed|incorrect password)/.test(plain))
    return WRONG_PASSWORD;
  if (/key (?:doesn't|does not|do not) (?:match|belong to) (?:any|the) certificate/.test(plain)) return OTHER_KEY;
  return /pkcs ?#?12 .{0,30}no private key/.test(plain) ? BUNDLE_WITHOUT_KEY : undefined;
}
