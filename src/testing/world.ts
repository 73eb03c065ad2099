import { createHash, randomUUID, X509Certificate } from "node:crypto";
import { SignJWT } from "jose";
import type { Directory, DirectoryUser } from "./entra/directory.js";
import type { MachineIdentities, ManagedIdentity } from "./hosts/identities.js";
import type { Keyring } from "./keyring.js";
import type { FederatedCredential, IdentityEmulatorOptions } from "./options.js";
import { resourceDirectory } from "./resources.js";
import { tokenIssuer } from "./tokens.js";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/emulated/providers";

/** The emulated tenant with everything that the options left open filled in. @internal */
export function makeDirectory(options: IdentityEmulatorOptions, keyring: Keyring): Directory {
  const tenantId = options.tenantId ?? randomUUID();
  const clientId = options.clientId ?? randomUUID();
  const certificate = new X509Certificate(keyring.client.certificate);
  const sha256 = createHash("sha256").update(certificate.raw).digest("hex").toUpperCase();
  const users = options.users ?? [{ username: "ada@contoso.example", password: `pw-${randomUUID()}` }];
  return {
    tenantId,
    tenantName: options.tenantName ?? "Contoso",
    tenantIds: new Set([tenantId, ...(options.additionalTenantIds ?? [])].map((id) => id.toLowerCase())),
    clientId,
    clientSecret: options.clientSecret ?? `secret-${randomUUID()}`,
    expiredClientSecret: `expired-${randomUUID()}`,
    objectId: randomUUID(),
    certificate: {
      thumbprints: new Set([keyring.client.thumbprint, sha256]),
      publicKey: keyring.client.publicKey,
    },
    federatedCredential: {
      issuer: `https://oidc.issuer.example/${tenantId}/`,
      subject: "system:serviceaccount:default:orders",
      audience: "api://AzureADTokenExchange",
      ...options.federatedCredential,
    },
    federationKey: keyring.federationKeys.publicKey,
    tokenKey: keyring.tokenKeys.publicKey,
    users: new Map(
      users.map((user): [string, DirectoryUser] => [
        user.username.toLowerCase(),
        { ...user, objectId: user.objectId ?? randomUUID() },
      ]),
    ),
    deviceCodePendingPolls: options.deviceCodePendingPolls ?? 1,
    tokens: tokenIssuer(keyring.tokenKeys, options.tokenLifetimeSeconds ?? 3600),
    resourceExists: resourceDirectory(clientId, options.resources),
  };
}

/** The identities of the emulated machine. @internal */
export function makeMachine(options: IdentityEmulatorOptions, directory: Directory): MachineIdentities {
  const { systemAssigned = true, userAssigned } = options.imds ?? {};
  return {
    tenantId: directory.tenantId,
    tenantName: directory.tenantName,
    tokens: directory.tokens,
    resourceExists: directory.resourceExists,
    ...(systemAssigned
      ? { systemAssigned: identity(`${subscription}/Microsoft.Compute/virtualMachines/emulated`) }
      : {}),
    userAssigned: userAssigned ?? [
      identity(`${subscription}/Microsoft.ManagedIdentity/userAssignedIdentities/emulated`),
    ],
  };
}

function identity(resourceId: string): ManagedIdentity {
  return { clientId: randomUUID(), objectId: randomUUID(), resourceId };
}

/** An assertion of the trusted issuer. @internal */
export function federatedToken(
  values: FederatedCredential,
  keyring: Keyring,
  lifetimeSeconds: number,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const issuedAt = lifetimeSeconds > 0 ? now : now + lifetimeSeconds - 3600;
  return new SignJWT({
    iss: values.issuer,
    sub: values.subject,
    aud: [values.audience],
    iat: issuedAt,
    nbf: issuedAt,
    exp: now + lifetimeSeconds,
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: "emulated-issuer" })
    .sign(keyring.federationKeys.privateKey);
}
