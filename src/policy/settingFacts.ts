import { DEFAULT_AUTHORITY } from "./authority.js";
import type { PolicyEnvironment } from "./environment.js";
import type { CredentialFacts } from "./facts.js";
import { at, field, text } from "./fields.js";

/** Facts that are still being gathered. */
export type Gathered = { -readonly [Key in keyof CredentialFacts]: CredentialFacts[Key] };

export function setIds(facts: Gathered, credential: unknown): void {
  if (facts.type === "unknown") return;
  for (const key of ["tenantId", "clientId", "objectId", "resourceId"] as const) {
    const id = text(field(credential, key));
    if (id !== undefined) facts[key] = id;
  }
}

function setLogging(facts: Gathered, logging: unknown): void {
  facts.enableUnsafeSupportLogging = field(logging, "enableUnsafeSupportLogging") === true;
  facts.allowLoggingAccountIdentifiers = field(logging, "allowLoggingAccountIdentifiers") === true;
}

/** The options of a credential that keeps them; the others hand them to MSAL, where nobody can see them. */
export function setOptions(facts: Gathered, options: unknown, environment: PolicyEnvironment): void {
  if (typeof options !== "object" || options === null) return;
  facts.authority = text(field(options, "authorityHost")) ?? environment.AZURE_AUTHORITY_HOST ?? DEFAULT_AUTHORITY;
  facts.disableInstanceDiscovery = field(options, "disableInstanceDiscovery") === true;
  setLogging(facts, field(options, "loggingOptions"));
}

/** What a credential that signs in with an assertion leaves to a ClientAssertionCredential. */
export function setAssertion(facts: Gathered, client: unknown, environment: PolicyEnvironment): void {
  const options = field(client, "options");
  setIds(facts, options);
  setIds(facts, client);
  setOptions(facts, options, environment);
}

/** In the first versions 4 what talks to MSAL is an object that can be looked into, options and all. */
export function setFlow(facts: Gathered, flow: unknown, environment: PolicyEnvironment): void {
  if (facts.type === "unknown" || typeof flow !== "object" || flow === null) return;
  const secret = field(flow, "clientSecret") ?? at(flow, "msalConfig", "auth", "clientSecret");
  if (text(secret) !== undefined) facts.secret = true;
  setOptions(facts, at(flow, "identityClient", "tokenCredentialOptions"), environment);
}

/** A DefaultAzureCredential gives all its members the same options, so what one shows goes for those that talk to Entra. */
export function setSharedOptions(facts: Gathered, sources: unknown, environment: PolicyEnvironment): void {
  const entra = facts.members.some(({ type, inert }) => !inert && type !== "ManagedIdentityCredential");
  if (!entra || !Array.isArray(sources)) return;
  for (const member of sources as readonly unknown[]) {
    const kept = at(member, "identityClient", "tokenCredentialOptions") ?? at(member, "client", "options");
    const options = kept ?? at(member, "options");
    if (typeof options !== "object" || options === null) continue;
    setOptions(facts, options, environment);
    return;
  }
}

/** Service Fabric, Azure Arc and Cloud Shell have one identity; with an id @azure/identity or MSAL refuses to start. */
function takesNoId(environment: PolicyEnvironment): boolean {
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER, IDENTITY_SERVER_THUMBPRINT, IMDS_ENDPOINT, MSI_ENDPOINT, MSI_SECRET } =
    environment;
  if (IDENTITY_ENDPOINT !== undefined && IDENTITY_HEADER !== undefined) return IDENTITY_SERVER_THUMBPRINT !== undefined;
  if (MSI_ENDPOINT !== undefined) return MSI_SECRET === undefined;
  return IDENTITY_ENDPOINT !== undefined && IMDS_ENDPOINT !== undefined;
}

export function setManagedIdentity(facts: Gathered, credential: unknown, environment: PolicyEnvironment): void {
  // From 4.4.1 to 4.6 all is one level further in.
  const identity = field(credential, "implProvider") ?? credential;
  setIds(facts, identity);
  const probes = field(identity, "sendProbeRequest");
  if (typeof probes === "boolean") facts.probes = probes;
  const options = at(identity, "identityClient", "tokenCredentialOptions");
  if (typeof options === "object" && options !== null) setLogging(facts, field(options, "loggingOptions"));
  facts.takesNoId = takesNoId(environment);
}
