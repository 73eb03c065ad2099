/** What Entra's public cloud is called, and what a credential asks where nothing is set. */
export const DEFAULT_AUTHORITY = "https://login.microsoftonline.com";

/**
 * The hosts that instance discovery vouches for:
 * https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-common/src/authority/AuthorityMetadata.ts
 */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set([
  "login.microsoftonline.com",
  "login.windows.net",
  "login.microsoft.com",
  "sts.windows.net",
  "login.partner.microsoftonline.cn",
  "login.chinacloudapi.cn",
  "login.microsoftonline.de",
  "login.microsoftonline.us",
  "login.usgovcloudapi.net",
  "login-us.microsoftonline.com",
  "login.sovcloud-identity.fr",
  "login.sovcloud-identity.de",
  "login.sovcloud-identity.sg",
]);

function parsed(authority: string): URL | undefined {
  const address = authority.includes("://") ? authority : `https://${authority}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Host and port of an authority given as a host or an address; undefined if it is neither. */
export function authorityHost(authority: string): string | undefined {
  const url = parsed(authority);
  return url?.protocol === "https:" && url.username === "" && url.host !== "" ? url.host : undefined;
}

/** The tenant in the path of an authority, if there is one. */
export function authorityTenant(authority: string): string | undefined {
  const [, tenant] = parsed(authority)?.pathname.split("/") ?? [];
  return tenant === undefined || tenant === "" ? undefined : tenant;
}

/** Whether an authority is one of Microsoft's, which instance discovery can vouch for. */
export function isPublicAuthority(authority: string): boolean {
  const host = authorityHost(authority);
  return host !== undefined && PUBLIC_HOSTS.has(host);
}
