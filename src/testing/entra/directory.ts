import type { KeyObject } from "node:crypto";
import type { EmulatedUser, FederatedCredential } from "../options.js";
import type { TokenIssuer } from "../tokens.js";

/** A person with everything filled in. @internal */
export type DirectoryUser = Required<EmulatedUser>;

/** What the emulated Entra ID knows: one application, in one tenant or several. @internal */
export interface Directory {
  readonly tenantId: string;
  readonly tenantName: string;
  /** All tenants, lower case. */
  readonly tenantIds: ReadonlySet<string>;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expiredClientSecret: string;
  /** Object id of the application's service principal. */
  readonly objectId: string;
  /** The certificate that is registered on the application. */
  readonly certificate: { readonly thumbprints: ReadonlySet<string>; readonly publicKey: KeyObject };
  readonly federatedCredential: FederatedCredential;
  /** Key of the trusted issuer. */
  readonly federationKey: KeyObject;
  /** Key that the directory's own tokens are verified with. */
  readonly tokenKey: KeyObject;
  readonly users: ReadonlyMap<string, DirectoryUser>;
  readonly deviceCodePendingPolls: number;
  readonly tokens: TokenIssuer;
  resourceExists(resource: string): boolean;
}

/** What was given out and can be handed in once, or again and again. @internal */
export interface Grants {
  readonly codes: Map<string, Grant & { redeemed: boolean; challenge?: string; nonce?: string }>;
  readonly refreshTokens: Map<string, Grant>;
  readonly deviceCodes: Map<string, Grant & { pendingPolls: number }>;
}

/** @internal */
export interface Grant {
  readonly user: DirectoryUser;
  readonly clientId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** @internal */
export function noGrants(): Grants {
  return { codes: new Map(), refreshTokens: new Map(), deviceCodes: new Map() };
}

/** The tenant that a path segment means: its id, or the home tenant for the shared names. @internal */
export function resolveTenant(directory: Directory, segment: string): string | undefined {
  const name = segment.toLowerCase();
  if (name === "common" || name === "organizations") return directory.tenantId;
  return directory.tenantIds.has(name) ? name : undefined;
}
