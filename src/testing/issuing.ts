import type { Directory, Grants } from "./entra/directory.js";
import { remember } from "./entra/grants.js";
import type { IdentityEmulator } from "./identityEmulator.js";
import type { Keyring } from "./keyring.js";
import { federatedToken } from "./world.js";

type Issuing = Pick<
  IdentityEmulator,
  "issueFederatedToken" | "issueUserAssertion" | "issueAccessToken" | "issueAuthorizationCode"
>;

/** What an emulator gives out to a test without being asked over HTTP. @internal */
export function issuing(directory: Directory, grants: Grants, keyring: Keyring): Issuing {
  const { tenantId, clientId, federatedCredential, tokens } = directory;
  const firstUser = () => {
    const [user] = directory.users.values();
    if (!user) throw new RangeError("The emulated tenant has no users.");
    return user;
  };
  return {
    issueFederatedToken: ({ lifetimeSeconds = 3600, ...values } = {}) =>
      federatedToken({ ...federatedCredential, ...values }, keyring, lifetimeSeconds),
    async issueUserAssertion({ lifetimeSeconds, audience = `api://${clientId}` } = {}) {
      const user = firstUser();
      const caller = { tenantId, clientId, objectId: user.objectId, user };
      return (await tokens.accessToken(caller, audience, lifetimeSeconds)).token;
    },
    issueAccessToken: async (resource, { lifetimeSeconds } = {}) =>
      (await tokens.accessToken(directory, resource, lifetimeSeconds)).token,
    issueAuthorizationCode: () =>
      remember(grants.codes, { user: firstUser(), clientId, expiresAt: Date.now() + 600_000, redeemed: false }),
  };
}
