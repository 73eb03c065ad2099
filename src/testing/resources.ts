/** Resources that every real tenant has, or that any tenant can have without an administrator's doing. */
const usual = [
  "https://management.azure.com",
  "https://management.core.windows.net",
  "https://graph.microsoft.com",
  "https://vault.azure.net",
  "https://managedhsm.azure.net",
  "https://storage.azure.com",
  "https://database.windows.net",
  "https://ossrdbms-aad.database.windows.net",
  "https://servicebus.azure.net",
  "https://eventhubs.azure.net",
  "https://cosmos.azure.com",
  "https://cognitiveservices.azure.com",
  "https://ai.azure.com",
  "https://search.azure.com",
  "https://azconfig.io",
  "https://monitor.azure.com",
  "https://api.loganalytics.io",
  "https://redis.azure.com",
  "https://batch.core.windows.net",
  "https://containerregistry.azure.net",
  "https://*.blob.core.windows.net",
  "https://*.queue.core.windows.net",
  "https://*.table.core.windows.net",
  "https://*.azconfig.io",
  "https://*.documents.azure.com",
];

/**
 * Makes the question "does this resource exist in the tenant?". A trailing slash and the case of letters do not matter.
 *
 * @internal
 */
export function resourceDirectory(
  clientId: string,
  more: readonly string[] | "any" = [],
): (resource: string) => boolean {
  if (more === "any") return () => true;
  const known = [...usual, ...more, clientId, `api://${clientId}`].map(normalised);
  const exact = new Set(known);
  const below = known.filter((entry) => entry.includes("//*.")).map((entry) => entry.split("*", 2) as [string, string]);
  return (resource) => {
    const name = normalised(resource);
    return exact.has(name) || below.some(([scheme, suffix]) => name.startsWith(scheme) && name.endsWith(suffix));
  };
}

function normalised(resource: string): string {
  return resource.toLowerCase().replace(/\/$/, "");
}
