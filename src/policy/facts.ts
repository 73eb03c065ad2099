/** What a credential is, or `"unknown"` where that cannot be told. */
export type CredentialType =
  | "DefaultAzureCredential"
  | "ChainedTokenCredential"
  | "EnvironmentCredential"
  | "ClientSecretCredential"
  | "ClientCertificateCredential"
  | "ClientAssertionCredential"
  | "OnBehalfOfCredential"
  | "WorkloadIdentityCredential"
  | "ManagedIdentityCredential"
  | "AzurePipelinesCredential"
  | "AzureCliCredential"
  | "AzureDeveloperCliCredential"
  | "AzurePowerShellCredential"
  | "VisualStudioCodeCredential"
  | "BrokerCredential"
  | "InteractiveBrowserCredential"
  | "DeviceCodeCredential"
  | "AuthorizationCodeCredential"
  | "UsernamePasswordCredential"
  | "UnavailableDefaultCredential"
  | "unknown";

/**
 * What can be seen of a credential without running any of its code. A property that is missing could not be seen, which
 * is not the same as `false`.
 *
 * @internal
 */
export interface CredentialFacts {
  readonly type: CredentialType;
  /** What its class calls itself, where that is a name; for an unknown one all there is to go by. */
  readonly className: string | undefined;
  /** The members of a chain in order, or what an EnvironmentCredential holds. */
  readonly members: readonly CredentialFacts[];
  /** It can never give a token: a stand-in, an EnvironmentCredential without settings, a chain of these. */
  readonly inert: boolean;
  readonly tenantId?: string;
  /** Where Entra is asked, as an address. */
  readonly authority?: string;
  readonly clientId?: string;
  readonly objectId?: string;
  readonly resourceId?: string;
  /** It holds a client secret. */
  readonly secret?: boolean;
  /** It holds a user's password. */
  readonly password?: boolean;
  /** A managed identity that asks within one second whether the endpoint is there. */
  readonly probes?: boolean;
  readonly disableInstanceDiscovery?: boolean;
  readonly enableUnsafeSupportLogging?: boolean;
  readonly allowLoggingAccountIdentifiers?: boolean;
  /** A managed identity on a host that takes no id. */
  readonly takesNoId?: boolean;
}

/** The credential and all in it that may give a token. */
export function usable(facts: CredentialFacts): CredentialFacts[] {
  if (facts.inert) return [];
  return [facts, ...facts.members.flatMap(usable)];
}

export function isChain(facts: CredentialFacts): boolean {
  return facts.type === "DefaultAzureCredential" || facts.type === "ChainedTokenCredential";
}

/** What a credential is called in a message. */
export function nameOf(facts: CredentialFacts): string {
  return facts.type === "unknown" ? (facts.className ?? "a credential without a class name") : facts.type;
}

/** `A, B and C` */
export function listed(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  const last = distinct.pop() ?? "";
  return distinct.length === 0 ? last : `${distinct.join(", ")} and ${last}`;
}

/** `A and B in DefaultAzureCredential`; `A` where that is the whole credential, `A, and B in it` where it is part of it. */
export function located(found: readonly CredentialFacts[], root: CredentialFacts): string {
  const inside = found.filter((facts) => facts !== root);
  if (inside.length === 0) return nameOf(root);
  const names = listed(inside.map(nameOf));
  return inside.length === found.length ? `${names} in ${nameOf(root)}` : `${nameOf(root)}, and ${names} in it`;
}
