/**
 * A user-assigned managed identity.
 *
 * @public
 * @since 0.1.0
 */
export interface UserAssignedIdentity {
  /** Client id, a GUID: the `appid` of its tokens. */
  readonly clientId: string;
  /** Object id of its service principal, a GUID: the `oid` of its tokens. */
  readonly objectId: string;
  /** ARM resource id, `/subscriptions/.../userAssignedIdentities/<name>`. */
  readonly resourceId: string;
}

/**
 * A person who can sign in to the emulated tenant.
 *
 * @public
 * @since 0.1.0
 */
export interface EmulatedUser {
  /** User principal name, e.g. `ada@contoso.example`. */
  readonly username: string;
  readonly password: string;
  /** Object id, a GUID. Default: a random one. */
  readonly objectId?: string;
}

/**
 * What Entra ID has registered as trusted issuer of assertions for the application (a federated identity credential).
 * The three values are compared letter for letter, as Entra does.
 *
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 * @public
 * @since 0.1.0
 */
export interface FederatedCredential {
  /** `iss` of the assertion. Default `https://oidc.issuer.example/<tenant>/`. */
  readonly issuer: string;
  /** `sub` of the assertion. Default `system:serviceaccount:default:orders`. */
  readonly subject: string;
  /** `aud` of the assertion. Default `api://AzureADTokenExchange`. */
  readonly audience: string;
}

/**
 * How the emulated instance metadata service behaves and where it listens.
 *
 * @public
 * @since 0.1.0
 */
export interface ImdsOptions {
  /**
   * Address to listen on. Default `127.0.0.1`. The real address, `169.254.169.254`, can only be bound where it is
   * assigned to an interface, so give it inside a network namespace of your own.
   */
  readonly host?: string;
  /** Port. Default: a free one; the real service has 80. */
  readonly port?: number;
  /** Whether the machine has a system-assigned identity. Default `true`. */
  readonly systemAssigned?: boolean;
  /** User-assigned identities of the machine. Default: one, found in {@link IdentityEmulator.userAssignedIdentities}. */
  readonly userAssigned?: readonly UserAssignedIdentity[];
  /**
   * Milliseconds before a request without the `Metadata` header (the probe of `DefaultAzureCredential`, which waits one
   * second) is answered. Default 0.
   */
  readonly probeDelayMs?: number;
}

/**
 * How the emulated Azure Arc agent behaves.
 *
 * @public
 * @since 0.1.0
 */
export interface AzureArcOptions {
  /**
   * Directory in which the agent writes its challenge files. Default: one inside the emulator's temporary directory.
   *
   * The real credential only reads files directly inside `/var/opt/azcmagent/tokens/` (Linux) or
   * `%ProgramData%\AzureConnectedMachineAgent\Tokens\` (Windows), so with the default it ends in `invalid_file_path`;
   * name that directory, e.g. inside a mount namespace, to see it succeed. It is created if it is missing, and only the
   * files written by the emulator are removed.
   */
  readonly keyDirectory?: string;
  /**
   * The same directory as the client sees it: what the challenge says. Default: `keyDirectory`. Set it where the client
   * runs in a container or a mount namespace that has the directory elsewhere.
   */
  readonly announcedKeyDirectory?: string;
}

/**
 * Options of {@link startIdentityEmulator}. All are optional; the defaults make every credential class of
 * `@azure/identity` succeed.
 *
 * @public
 * @since 0.1.0
 */
export interface IdentityEmulatorOptions {
  /** Tenant id, a GUID. Default: a random one. */
  readonly tenantId?: string;
  /** Display name of the tenant, as Entra's messages quote it. Default `Contoso`. */
  readonly tenantName?: string;
  /** More tenants in which the application exists. Default none. */
  readonly additionalTenantIds?: readonly string[];
  /** Client id of the application, a GUID. Default: a random one. */
  readonly clientId?: string;
  /** The client secret that works. Default: a random one. */
  readonly clientSecret?: string;
  /** Life of the tokens that are issued, in seconds. Default 3600. */
  readonly tokenLifetimeSeconds?: number;
  /** People who can sign in. Default: one, found in {@link IdentityEmulator.user}. */
  readonly users?: readonly EmulatedUser[];
  /** Overrides of the federated identity credential that is registered on the application. */
  readonly federatedCredential?: Partial<FederatedCredential>;
  /**
   * Resources (application id URIs) that exist beside the usual ones of Azure, or `"any"` if every resource exists.
   * An entry `https://*.example.net` stands for every host below that name. Any other resource is refused with
   * AADSTS500011.
   */
  readonly resources?: readonly string[] | "any";
  /** How many polls of the device code flow are answered "pending" before the user is taken to have signed in. Default 1. */
  readonly deviceCodePendingPolls?: number;
  readonly imds?: ImdsOptions;
  readonly azureArc?: AzureArcOptions;
  /**
   * Whether the emulator keeps the process alive. Default `false`: a test that forgets to close it still ends. Set it
   * where the emulator is all that a process does.
   */
  readonly keepProcessAlive?: boolean;
}
