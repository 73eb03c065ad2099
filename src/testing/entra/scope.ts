const protocolScopes = new Set(["openid", "profile", "offline_access", "email"]);

/** The scopes of a request that name a resource, in order. @internal */
export function resourceScopes(scope: string): string[] {
  return scope.split(" ").filter((part) => part !== "" && !protocolScopes.has(part));
}

/**
 * The resource that a `scope` parameter is about: what becomes the `aud` of a v1 token. Only one slash is cut off
 * before the permission, so `https://storage.azure.com//.default` is about `https://storage.azure.com/`.
 *
 * @returns `undefined` if the scope names none, or is no scope at all (a resource without permission)
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc#trailing-slash-and-default
 * @internal
 */
export function resourceOf(scope: string): string | undefined {
  const first = resourceScopes(scope)[0];
  if (first === undefined) return undefined;
  const cut = first.lastIndexOf("/");
  const resource = first.slice(0, cut);
  if (cut <= 0 || cut === first.length - 1 || /^[a-z][a-z0-9+.-]*:\/?$/i.test(resource)) return undefined;
  return resource;
}
