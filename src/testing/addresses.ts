import type { Directory } from "./entra/directory.js";
import type { EmulatorFiles } from "./files.js";
import type { FederatedCredential, UserAssignedIdentity } from "./options.js";

/**
 * Where an emulator is and what it accepts: plain data, which `JSON.stringify(emulator)` hands to another process. All
 * secrets in it are made up and worth nothing.
 *
 * @public
 * @since 0.1.0
 */
export interface IdentityEmulatorAddresses {
  readonly tenantId: string;
  readonly tenantName: string;
  /** The application. */
  readonly clientId: string;
  /** Object id of the application's service principal: the `oid` of its tokens. */
  readonly objectId: string;
  /** The secret that works. Any other is refused with AADSTS7000215. */
  readonly clientSecret: string;
  /** A secret that is refused with AADSTS7000222. */
  readonly expiredClientSecret: string;
  /** Certificate of the authority that issued the servers' certificates, PEM. */
  readonly caCertificate: string;
  /** The same as a file, for `NODE_EXTRA_CA_CERTS`, which Node.js only reads when it starts. */
  readonly caCertificatePath: string;
  /**
   * The servers' certificate, for `localhost` and `127.0.0.1`, and its key, as PEM files: for another server that the
   * same clients are to trust, e.g. Azurite (`azurite-blob --oauth basic --cert ... --key ...`).
   */
  readonly serverCertificatePath: string;
  readonly serverKeyPath: string;
  /** Entra ID: `https://localhost:PORT`. */
  readonly authorityHost: string;
  /** Entra ID again, behind certificates that no client should accept. */
  readonly misTrustedAuthorities: {
    readonly selfSigned: string;
    readonly expired: string;
    readonly wrongHost: string;
  };
  /** Instance metadata service: `http://127.0.0.1:PORT`. */
  readonly imdsEndpoint: string;
  /**
   * A service behind the token, `https://localhost:PORT`: 200 with a token of this emulator, 401 with a challenge
   * without. `GET /secrets/<name>` answers as Key Vault does, so a `SecretClient` can be pointed at it.
   */
  readonly serviceEndpoint: string;
  /** PEM file with the private key and the certificate that are registered on the application. */
  readonly clientCertificatePath: string;
  /** SHA-1 thumbprint of that certificate, hexadecimal, upper case. */
  readonly clientCertificateThumbprint: string;
  /** PEM file with a certificate that is not registered: refused with AADSTS700027. */
  readonly unregisteredCertificatePath: string;
  /** File with an assertion of the trusted issuer, good for a day. */
  readonly federatedTokenFile: string;
  /** What is registered on the application. */
  readonly federatedCredential: FederatedCredential;
  /** The first of the people who can sign in. */
  readonly user: { readonly username: string; readonly password: string; readonly objectId: string };
  /** The machine's own identity; absent if it has none. */
  readonly systemAssignedIdentity?: UserAssignedIdentity;
  readonly userAssignedIdentities: readonly UserAssignedIdentity[];
  /** Directory of the files above, removed by `close()`. */
  readonly temporaryDirectory: string;
}

/** What is only known once the servers listen. */
type Opened = Pick<
  IdentityEmulatorAddresses,
  | "authorityHost"
  | "misTrustedAuthorities"
  | "caCertificate"
  | "imdsEndpoint"
  | "serviceEndpoint"
  | "systemAssignedIdentity"
  | "userAssignedIdentities"
>;

/** @internal */
export function addressesOf(
  directory: Directory,
  files: EmulatorFiles,
  clientCertificateThumbprint: string,
  opened: Opened,
): IdentityEmulatorAddresses {
  const { tenantId, tenantName, clientId, objectId, clientSecret, expiredClientSecret, federatedCredential } =
    directory;
  const { directory: temporaryDirectory, dispose: _, ...paths } = files;
  const [user = { username: "", password: "", objectId: "" }] = directory.users.values();
  return {
    tenantId,
    tenantName,
    clientId,
    objectId,
    clientSecret,
    expiredClientSecret,
    federatedCredential,
    clientCertificateThumbprint,
    user,
    ...opened,
    ...paths,
    temporaryDirectory,
  };
}
