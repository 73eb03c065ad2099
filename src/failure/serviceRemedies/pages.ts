/**
 * Pages that several services share.
 *
 * @internal
 */
export const RBAC = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting";

/** @internal */
export const ASSIGN_ROLE = "https://learn.microsoft.com/azure/role-based-access-control/role-assignments-cli";

/** @internal */
export const DEFAULT_SCOPE = "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope";

/** @internal */
export const ACCESS_TOKENS = "https://learn.microsoft.com/entra/identity-platform/access-tokens";

/** @internal */
export const PRIVATE_DNS = "https://learn.microsoft.com/azure/private-link/private-endpoint-dns";
