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

/**
 * What to do about a key that no PEM file can bring: one of the key store of Windows, and one that a PFX lacks.
 *
 * @internal
 */
export function ofCertificate({ plain }: Evidence): readonly Remedy[] | undefined {
  if (plain.includes("keyset does not exist")) return KEY_STORE;
  return /pkcs ?#?12 .{0,30}no private key/.test(plain) ? BUNDLE_WITHOUT_KEY : undefined;
}
