import type { UserAssignedIdentity } from "../options.js";
import type { IssuedToken, Principal, TokenIssuer } from "../tokens.js";

/** An identity of the machine; a system-assigned one has the machine's own resource id. @internal */
export type ManagedIdentity = UserAssignedIdentity;

/** The identities that the managed identity hosts know, and what they need to issue tokens. @internal */
export interface MachineIdentities {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly systemAssigned?: ManagedIdentity;
  readonly userAssigned: readonly ManagedIdentity[];
  readonly tokens: TokenIssuer;
  resourceExists(resource: string): boolean;
}

/** Names of the query parameters by which a client says which identity it wants, in the dialects of all hosts. */
const selectors: Readonly<Record<string, keyof ManagedIdentity>> = {
  client_id: "clientId",
  clientid: "clientId",
  object_id: "objectId",
  principal_id: "objectId",
  msi_res_id: "resourceId",
  mi_res_id: "resourceId",
};

/**
 * The identity that a request means.
 *
 * @returns `none` if there is no such identity, `several` if the request had to name one
 * @internal
 */
export function chooseIdentity(
  query: URLSearchParams,
  machine: MachineIdentities,
): ManagedIdentity | "none" | "several" {
  for (const [name, value] of query) {
    const field = selectors[name.toLowerCase()];
    if (!field || !value) continue;
    const all = machine.systemAssigned ? [machine.systemAssigned, ...machine.userAssigned] : machine.userAssigned;
    return all.find((identity) => identity[field].toLowerCase() === value.toLowerCase()) ?? "none";
  }
  // A machine without an identity of its own uses the only one that it was given.
  const [first, second] = machine.userAssigned;
  return machine.systemAssigned ?? (second ? "several" : (first ?? "none"));
}

/** The client id that a request names, for the record. @internal */
export function selectedClientId(query: URLSearchParams): string | null {
  return query.get("client_id") ?? query.get("clientid");
}

/** @internal */
export function identityToken(
  identity: ManagedIdentity,
  resource: string,
  machine: MachineIdentities,
): Promise<IssuedToken> {
  const principal: Principal = {
    tenantId: machine.tenantId,
    clientId: identity.clientId,
    objectId: identity.objectId,
    authentication: "2",
    managedIdentityResourceId: identity.resourceId,
  };
  return machine.tokens.accessToken(principal, resource);
}

/** Entra's sentence for a resource that does not exist, as the hosts hand it on. @internal */
export function unknownResource(resource: string, machine: MachineIdentities): string {
  return `AADSTS500011: The resource principal named ${resource} was not found in the tenant named ${machine.tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`;
}
