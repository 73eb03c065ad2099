import type { TokenCredential } from "@azure/core-auth";
import {
  AuthorizationCodeCredential,
  AzureCliCredential,
  AzureDeveloperCliCredential,
  AzurePipelinesCredential,
  AzurePowerShellCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  DeviceCodeCredential,
  EnvironmentCredential,
  InteractiveBrowserCredential,
  ManagedIdentityCredential,
  OnBehalfOfCredential,
  UsernamePasswordCredential,
  VisualStudioCodeCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import type { RuleId } from "../../src/policy/types.js";
import { CLIENT, OTHER_TENANT, TENANT, type Variables } from "./support.js";

export interface Case {
  readonly name: string;
  readonly variables?: Variables;
  readonly make: () => TokenCredential;
  /** What is found on the credential, besides what every credential shows on a bad call and a bad token. */
  readonly finds: readonly RuleId[];
  readonly acceptsPeople?: boolean;
}

const DEFAULT = "no-default-azure-credential";
const PROBE = "no-managed-identity-probe";
const DEVELOPER = "no-developer-credential";
const INTERACTIVE = "no-interactive-credential";
const PASSWORD = "no-password";
const SECRET = "no-client-secret";
const MASKED = "no-masked-managed-identity";
const LOGGING = "no-unsafe-logging";
const DISCOVERY = "no-disabled-instance-discovery";
const EXPLICIT = "explicit-managed-identity";
const CREDENTIALS = "allowed-credentials";
const TENANTS = "allowed-tenants";
const AUTHORITIES = "allowed-authorities";

const PRIVATE = "https://login.example.com";
const FOREIGN = "https://login.elsewhere.example";
const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
const RESOURCE = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";

const unsafe = { loggingOptions: { enableUnsafeSupportLogging: true } };
const accounts = { loggingOptions: { allowLoggingAccountIdentifiers: true } };
const assertion = async (): Promise<string> => "assertion";

const serviceFabric = {
  IDENTITY_ENDPOINT: "http://127.0.0.1:1",
  IDENTITY_HEADER: "h",
  IDENTITY_SERVER_THUMBPRINT: "t",
};
const federated = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_FEDERATED_TOKEN_FILE: "/nowhere" };
const pipeline = { SYSTEM_OIDCREQUESTURI: "https://127.0.0.1:1/" };

/** Credentials of other libraries, and of no class. */
class GoogleAuth {
  async getToken(): Promise<null> {
    return null;
  }
}
class Holder {
  readonly _credential: unknown;
  readonly clientSecret = "s";
  constructor(held: unknown) {
    this._credential = held;
  }
  async getToken(): Promise<null> {
    return null;
  }
}
class OtherChain {
  readonly _sources = [new AzureCliCredential()];
  async getToken(): Promise<null> {
    return null;
  }
}

/** The name that a bundler would give. */
function renamed<T extends abstract new (...args: never[]) => object>(base: T): T {
  const shortened = class extends (base as unknown as new (...args: never[]) => object) {};
  Object.defineProperty(shortened, "name", { value: "e" });
  return shortened as unknown as T;
}

const single: readonly Case[] = [
  { name: "ManagedIdentity, system-assigned", make: () => new ManagedIdentityCredential(), finds: [EXPLICIT] },
  { name: "ManagedIdentity, client id as text", make: () => new ManagedIdentityCredential(CLIENT), finds: [] },
  { name: "ManagedIdentity, client id", make: () => new ManagedIdentityCredential({ clientId: CLIENT }), finds: [] },
  { name: "ManagedIdentity, object id", make: () => new ManagedIdentityCredential({ objectId: CLIENT }), finds: [] },
  {
    name: "ManagedIdentity, resource id",
    make: () => new ManagedIdentityCredential({ resourceId: RESOURCE }),
    finds: [],
  },
  {
    name: "ManagedIdentity, AZURE_CLIENT_ID that it does not read",
    variables: { AZURE_CLIENT_ID: CLIENT },
    make: () => new ManagedIdentityCredential(),
    finds: [EXPLICIT],
  },
  {
    name: "ManagedIdentity on Service Fabric, where no id is taken",
    variables: serviceFabric,
    make: () => new ManagedIdentityCredential(),
    finds: [],
  },
  {
    name: "ManagedIdentity on App Service",
    variables: { IDENTITY_ENDPOINT: "http://127.0.0.1:1", IDENTITY_HEADER: "h" },
    make: () => new ManagedIdentityCredential(),
    finds: [EXPLICIT],
  },
  {
    name: "ManagedIdentity on Azure Arc",
    variables: { IDENTITY_ENDPOINT: "http://127.0.0.1:1", IMDS_ENDPOINT: "http://127.0.0.1:1" },
    make: () => new ManagedIdentityCredential(),
    finds: [],
  },
  {
    name: "ManagedIdentity in Cloud Shell",
    variables: { MSI_ENDPOINT: "http://127.0.0.1:1" },
    make: () => new ManagedIdentityCredential(),
    finds: [],
  },
  {
    name: "ManagedIdentity in Machine Learning",
    variables: { MSI_ENDPOINT: "http://127.0.0.1:1", MSI_SECRET: "s" },
    make: () => new ManagedIdentityCredential(),
    finds: [EXPLICIT],
  },
  {
    name: "ManagedIdentity, told to probe",
    make: () => new ManagedIdentityCredential({ clientId: CLIENT, sendProbeRequest: true } as object),
    finds: [PROBE],
  },
  {
    name: "ManagedIdentity, unsafe logging",
    make: () => new ManagedIdentityCredential({ clientId: CLIENT, ...unsafe }),
    finds: [LOGGING],
  },
  {
    name: "ManagedIdentity, account identifiers",
    make: () => new ManagedIdentityCredential({ clientId: CLIENT, ...accounts }),
    finds: [LOGGING],
  },
  {
    name: "ManagedIdentity, discovery off, which it has not",
    make: () => new ManagedIdentityCredential({ clientId: CLIENT, disableInstanceDiscovery: true } as object),
    finds: [],
  },
  {
    name: "WorkloadIdentity by options",
    make: () => new WorkloadIdentityCredential({ tenantId: TENANT, clientId: CLIENT, tokenFilePath: "/nowhere" }),
    finds: [],
  },
  {
    name: "WorkloadIdentity by environment",
    variables: federated,
    make: () => new WorkloadIdentityCredential(),
    finds: [],
  },
  {
    name: "WorkloadIdentity, other tenant",
    make: () => new WorkloadIdentityCredential({ tenantId: OTHER_TENANT, clientId: CLIENT, tokenFilePath: "/nowhere" }),
    finds: [TENANTS],
  },
  {
    name: "WorkloadIdentity, discovery off",
    variables: federated,
    make: () => new WorkloadIdentityCredential({ disableInstanceDiscovery: true }),
    finds: [DISCOVERY],
  },
  {
    name: "WorkloadIdentity, discovery off, private authority",
    variables: federated,
    make: () => new WorkloadIdentityCredential({ disableInstanceDiscovery: true, authorityHost: PRIVATE }),
    finds: [],
  },
  {
    name: "WorkloadIdentity, discovery off, private authority by environment",
    variables: { ...federated, AZURE_AUTHORITY_HOST: PRIVATE },
    make: () => new WorkloadIdentityCredential({ disableInstanceDiscovery: true }),
    finds: [],
  },
  {
    name: "WorkloadIdentity, other authority",
    variables: federated,
    make: () => new WorkloadIdentityCredential({ authorityHost: FOREIGN }),
    finds: [AUTHORITIES],
  },
  {
    name: "WorkloadIdentity, other authority by environment",
    variables: { ...federated, AZURE_AUTHORITY_HOST: FOREIGN },
    make: () => new WorkloadIdentityCredential(),
    finds: [AUTHORITIES],
  },
  {
    name: "WorkloadIdentity, authority with another tenant",
    variables: federated,
    make: () => new WorkloadIdentityCredential({ authorityHost: `https://login.microsoftonline.com/${OTHER_TENANT}` }),
    finds: [TENANTS],
  },
  {
    name: "WorkloadIdentity, unsafe logging",
    variables: federated,
    make: () => new WorkloadIdentityCredential({ ...unsafe }),
    finds: [LOGGING],
  },
  { name: "ClientSecret", make: () => new ClientSecretCredential(TENANT, CLIENT, "s"), finds: [SECRET, CREDENTIALS] },
  {
    name: "ClientSecret, other tenant",
    make: () => new ClientSecretCredential(OTHER_TENANT, CLIENT, "s"),
    finds: [SECRET, CREDENTIALS, TENANTS],
  },
  {
    name: "ClientCertificate by path",
    make: () => new ClientCertificateCredential(TENANT, CLIENT, "/nowhere.pem"),
    finds: [CREDENTIALS],
  },
  {
    name: "ClientCertificate by content",
    make: () => new ClientCertificateCredential(TENANT, CLIENT, { certificate: pem }),
    finds: [CREDENTIALS],
  },
  {
    name: "ClientCertificate with a password of its own",
    make: () =>
      new ClientCertificateCredential(TENANT, CLIENT, { certificatePath: "/nowhere.pem", certificatePassword: "p" }),
    finds: [CREDENTIALS],
  },
  {
    name: "ClientAssertion",
    make: () => new ClientAssertionCredential(TENANT, CLIENT, assertion),
    finds: [CREDENTIALS],
  },
  {
    name: "ClientAssertion, account identifiers, discovery off",
    make: () =>
      new ClientAssertionCredential(TENANT, CLIENT, assertion, { ...accounts, disableInstanceDiscovery: true }),
    finds: [CREDENTIALS, LOGGING, DISCOVERY],
  },
  {
    name: "ClientAssertion, government",
    make: () =>
      new ClientAssertionCredential(TENANT, CLIENT, assertion, { authorityHost: "https://login.microsoftonline.us" }),
    finds: [CREDENTIALS, AUTHORITIES],
  },
  {
    name: "OnBehalfOf, secret",
    make: () =>
      new OnBehalfOfCredential({ tenantId: TENANT, clientId: CLIENT, clientSecret: "s", userAssertionToken: "u" }),
    finds: [SECRET, CREDENTIALS],
    acceptsPeople: true,
  },
  {
    name: "OnBehalfOf, certificate",
    make: () =>
      new OnBehalfOfCredential({ tenantId: TENANT, clientId: CLIENT, certificatePath: "/c", userAssertionToken: "u" }),
    finds: [CREDENTIALS],
    acceptsPeople: true,
  },
  {
    name: "OnBehalfOf, assertion",
    make: () =>
      new OnBehalfOfCredential({
        tenantId: TENANT,
        clientId: CLIENT,
        getAssertion: assertion,
        userAssertionToken: "u",
      }),
    finds: [CREDENTIALS],
    acceptsPeople: true,
  },
  {
    name: "AzurePipelines",
    variables: pipeline,
    make: () => new AzurePipelinesCredential(TENANT, CLIENT, "connection", "access"),
    finds: [CREDENTIALS],
  },
  {
    name: "AzurePipelines, other tenant, unsafe logging",
    variables: pipeline,
    make: () => new AzurePipelinesCredential(OTHER_TENANT, CLIENT, "connection", "access", { ...unsafe }),
    finds: [CREDENTIALS, TENANTS, LOGGING],
  },
  { name: "AzureCli", make: () => new AzureCliCredential(), finds: [DEVELOPER, CREDENTIALS] },
  {
    name: "AzureCli, other tenant",
    make: () => new AzureCliCredential({ tenantId: OTHER_TENANT, subscription: "s" }),
    finds: [DEVELOPER, CREDENTIALS, TENANTS],
  },
  { name: "AzureDeveloperCli", make: () => new AzureDeveloperCliCredential(), finds: [DEVELOPER, CREDENTIALS] },
  { name: "AzurePowerShell", make: () => new AzurePowerShellCredential(), finds: [DEVELOPER, CREDENTIALS] },
  {
    name: "VisualStudioCode",
    make: () => new VisualStudioCodeCredential(),
    finds: [DEVELOPER, CREDENTIALS, TENANTS],
  },
  {
    name: "VisualStudioCode, tenant",
    make: () => new VisualStudioCodeCredential({ tenantId: TENANT }),
    finds: [DEVELOPER, CREDENTIALS],
  },
  {
    name: "InteractiveBrowser",
    make: () => new InteractiveBrowserCredential({ tenantId: TENANT, clientId: CLIENT }),
    finds: [INTERACTIVE, CREDENTIALS],
  },
  {
    name: "InteractiveBrowser, any tenant",
    make: () => new InteractiveBrowserCredential({}),
    finds: [INTERACTIVE, CREDENTIALS, TENANTS],
  },
  {
    name: "DeviceCode",
    make: () => new DeviceCodeCredential({ tenantId: TENANT }),
    finds: [INTERACTIVE, CREDENTIALS],
  },
  {
    name: "DeviceCode, any tenant",
    make: () => new DeviceCodeCredential(),
    finds: [INTERACTIVE, CREDENTIALS, TENANTS],
  },
  {
    name: "AuthorizationCode, public client",
    make: () => new AuthorizationCodeCredential(TENANT, CLIENT, "code", "http://127.0.0.1/"),
    finds: [INTERACTIVE, CREDENTIALS],
  },
  {
    name: "AuthorizationCode, secret",
    make: () => new AuthorizationCodeCredential(TENANT, CLIENT, "s", "code", "http://127.0.0.1/"),
    finds: [INTERACTIVE, SECRET, CREDENTIALS],
  },
  {
    name: "UsernamePassword",
    make: () => new UsernamePasswordCredential(TENANT, CLIENT, "u", "p"),
    finds: [PASSWORD, CREDENTIALS],
  },
  {
    name: "ClientSecret, unsafe logging, which MSAL keeps to itself",
    make: () => new ClientSecretCredential(TENANT, CLIENT, "s", { ...unsafe }),
    finds: [SECRET, CREDENTIALS],
  },
  {
    name: "ClientCertificate, discovery off, which MSAL keeps to itself",
    make: () => new ClientCertificateCredential(TENANT, CLIENT, "/nowhere.pem", { disableInstanceDiscovery: true }),
    finds: [CREDENTIALS],
  },
  {
    name: "ClientSecret, other authority, which MSAL keeps to itself",
    make: () => new ClientSecretCredential(TENANT, CLIENT, "s", { authorityHost: FOREIGN }),
    finds: [SECRET, CREDENTIALS],
  },
  { name: "of another library", make: () => new GoogleAuth(), finds: [CREDENTIALS] },
  { name: "hidden in a function", make: () => ({ getToken: async () => null }), finds: [CREDENTIALS] },
  {
    name: "hidden behind a function that calls the CLI",
    make: () => {
      const inner = new AzureCliCredential();
      return { getToken: (scopes) => inner.getToken(scopes) };
    },
    finds: [CREDENTIALS],
  },
  { name: "of a class with a field of the SDK", make: () => new Holder(undefined), finds: [CREDENTIALS] },
  { name: "of a class that holds one", make: () => new Holder(new AzureCliCredential()), finds: [CREDENTIALS] },
  { name: "chain of another library", make: () => new OtherChain(), finds: [CREDENTIALS] },
  {
    name: "without a prototype",
    make: () => Object.assign(Object.create(null), { getToken: async () => null }),
    finds: [CREDENTIALS],
  },
];

const servicePrincipal = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT };
export const ENVIRONMENTS: readonly {
  name: string;
  variables: Variables;
  holds?: "secret" | "certificate" | "password";
}[] = [
  { name: "nothing", variables: {} },
  { name: "secret", variables: { ...servicePrincipal, AZURE_CLIENT_SECRET: "s" }, holds: "secret" },
  {
    name: "certificate",
    variables: { ...servicePrincipal, AZURE_CLIENT_CERTIFICATE_PATH: "/c.pem" },
    holds: "certificate",
  },
  { name: "password", variables: { ...servicePrincipal, AZURE_USERNAME: "u", AZURE_PASSWORD: "p" }, holds: "password" },
  {
    name: "secret and password",
    variables: { ...servicePrincipal, AZURE_CLIENT_SECRET: "s", AZURE_USERNAME: "u", AZURE_PASSWORD: "p" },
    holds: "secret",
  },
  { name: "half a secret", variables: { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_SECRET: "s" } },
  { name: "client id", variables: { AZURE_CLIENT_ID: CLIENT } },
  { name: "federated token file", variables: federated },
  {
    name: "secret of another tenant",
    variables: { ...servicePrincipal, AZURE_TENANT_ID: OTHER_TENANT, AZURE_CLIENT_SECRET: "s" },
    holds: "secret",
  },
];

const environment: readonly Case[] = ENVIRONMENTS.map(({ name, variables, holds }) => ({
  name: `Environment, ${name}`,
  variables,
  make: () => new EnvironmentCredential(),
  finds: [
    ...(holds === "secret" ? [SECRET] : holds === "password" ? [PASSWORD] : []),
    ...(holds === undefined ? [] : [CREDENTIALS]),
    ...(holds !== undefined && variables.AZURE_TENANT_ID === OTHER_TENANT ? [TENANTS] : []),
  ] as RuleId[],
}));

const mi = (): TokenCredential => new ManagedIdentityCredential({ clientId: CLIENT });
const wi = (): TokenCredential =>
  new WorkloadIdentityCredential({ tenantId: TENANT, clientId: CLIENT, tokenFilePath: "/nowhere" });
const cli = (): TokenCredential => new AzureCliCredential();
const chain = (...members: TokenCredential[]): ChainedTokenCredential => new ChainedTokenCredential(...members);

const chains: readonly Case[] = [
  { name: "chain of nothing", make: () => chain(), finds: [] },
  { name: "chain of one managed identity", make: () => chain(mi()), finds: [] },
  { name: "chain: workload, managed", make: () => chain(wi(), mi()), finds: [] },
  { name: "chain: managed, workload", make: () => chain(mi(), wi()), finds: [MASKED] },
  { name: "chain: managed, managed", make: () => chain(mi(), mi()), finds: [MASKED] },
  { name: "chain: managed, CLI", make: () => chain(mi(), cli()), finds: [MASKED, DEFAULT, DEVELOPER, CREDENTIALS] },
  { name: "chain: CLI, managed", make: () => chain(cli(), mi()), finds: [DEVELOPER, CREDENTIALS] },
  { name: "chain: CLI alone", make: () => chain(cli()), finds: [DEFAULT, DEVELOPER, CREDENTIALS] },
  { name: "chain: managed, empty Environment", make: () => chain(mi(), new EnvironmentCredential()), finds: [] },
  {
    name: "chain: managed, CLI, empty Environment",
    make: () => chain(mi(), cli(), new EnvironmentCredential()),
    finds: [MASKED, DEFAULT, DEVELOPER, CREDENTIALS],
  },
  {
    name: "chain: managed, Environment with a secret",
    variables: { ...servicePrincipal, AZURE_CLIENT_SECRET: "s" },
    make: () => chain(mi(), new EnvironmentCredential()),
    finds: [MASKED, SECRET, CREDENTIALS],
  },
  { name: "chain: managed, unknown", make: () => chain(mi(), new GoogleAuth()), finds: [MASKED, CREDENTIALS] },
  {
    name: "chain: system-assigned first",
    make: () => chain(new ManagedIdentityCredential(), wi()),
    finds: [MASKED, EXPLICIT],
  },
  { name: "chain of a chain", make: () => chain(chain(wi(), mi())), finds: [] },
  {
    name: "chain that a nested chain stops",
    make: () => chain(chain(mi()), cli()),
    finds: [DEFAULT, DEVELOPER, CREDENTIALS],
  },
  {
    name: "chain: nested managed, CLI",
    make: () => chain(wi(), chain(mi(), cli())),
    finds: [MASKED, DEFAULT, DEVELOPER, CREDENTIALS],
  },
  { name: "chain: managed, nested chain", make: () => chain(mi(), chain(wi())), finds: [MASKED] },
  {
    name: "chain: managed, nested chain of nothing usable",
    make: () => chain(mi(), chain(new EnvironmentCredential())),
    finds: [],
  },
  {
    name: "chain with interactive sign-in",
    make: () => chain(mi(), new DeviceCodeCredential({ tenantId: TENANT })),
    finds: [MASKED, INTERACTIVE, CREDENTIALS],
  },
  {
    name: "chain with a DefaultAzureCredential",
    make: () => chain(wi(), new DefaultAzureCredential()),
    finds: [DEFAULT, PROBE, DEVELOPER, MASKED, EXPLICIT, CREDENTIALS, TENANTS],
  },
  {
    name: "chain with a DefaultAzureCredential for the managed identity",
    variables: { AZURE_TOKEN_CREDENTIALS: "ManagedIdentityCredential", AZURE_CLIENT_ID: CLIENT },
    make: () => chain(wi(), new DefaultAzureCredential()),
    finds: [DEFAULT],
  },
];

const minified: readonly Case[] = [
  {
    name: "e extends DefaultAzureCredential",
    make: () => new (renamed(DefaultAzureCredential))(),
    finds: [DEFAULT, PROBE, DEVELOPER, MASKED, EXPLICIT, CREDENTIALS, TENANTS],
  },
  {
    name: "e extends AzureCliCredential",
    make: () => new (renamed(AzureCliCredential))(),
    finds: [DEVELOPER, CREDENTIALS],
  },
  {
    name: "e extends ManagedIdentityCredential",
    make: () => new (renamed(ManagedIdentityCredential))(),
    finds: [EXPLICIT],
  },
  {
    name: "e extends ClientSecretCredential",
    make: () => new (renamed(ClientSecretCredential))(TENANT, CLIENT, "s"),
    finds: [SECRET, CREDENTIALS],
  },
  {
    name: "e extends ChainedTokenCredential",
    make: () => new (renamed(ChainedTokenCredential))(mi(), cli()),
    finds: [MASKED, DEFAULT, DEVELOPER, CREDENTIALS],
  },
];

const MEMBERS = {
  environment: "EnvironmentCredential",
  workload: "WorkloadIdentityCredential",
  managed: "ManagedIdentityCredential",
  code: "VisualStudioCodeCredential",
  cli: "AzureCliCredential",
  powershell: "AzurePowerShellCredential",
  azd: "AzureDeveloperCliCredential",
} as const;
type Member = keyof typeof MEMBERS;
const PROD: readonly Member[] = ["environment", "workload", "managed"];
const DEV: readonly Member[] = ["code", "cli", "powershell", "azd"];

const SELECTIONS: readonly { value: string | undefined; members: readonly Member[] }[] = [
  { value: undefined, members: [...PROD, ...DEV] },
  { value: "", members: [...PROD, ...DEV] },
  { value: "  ", members: [...PROD, ...DEV] },
  { value: "prod", members: PROD },
  { value: "dev", members: DEV },
  ...Object.entries(MEMBERS).map(([member, value]) => ({ value, members: [member as Member] })),
];
/** The variable is trimmed, and read in any letter case. */
function spellingsOf(value: string | undefined): readonly (string | undefined)[] {
  if (value === undefined || value.trim() === "") return [value];
  return [...new Set([value, value.toUpperCase(), value.toLowerCase(), ` ${value} `])];
}

interface Shape {
  readonly name: string;
  readonly options: object | undefined;
}
const SHAPES: readonly Shape[] = [
  { name: "no options", options: undefined },
  { name: "requiredEnvVars", options: { requiredEnvVars: ["PATH"] } },
  { name: "managedIdentityClientId", options: { managedIdentityClientId: CLIENT } },
  { name: "managedIdentityResourceId", options: { managedIdentityResourceId: RESOURCE } },
  { name: "tenantId", options: { tenantId: TENANT } },
  { name: "unsafe logging", options: unsafe },
  { name: "discovery off", options: { disableInstanceDiscovery: true } },
  { name: "other authority", options: { authorityHost: FOREIGN } },
];

/** What a DefaultAzureCredential must show, from what the SDK's documentation says of it. */
function expectedOfDefault(
  members: readonly Member[],
  { variables, holds }: (typeof ENVIRONMENTS)[number],
  options: Readonly<Record<string, unknown>>,
): RuleId[] {
  const tenant = (options.tenantId as string | undefined) ?? variables.AZURE_TENANT_ID;
  const federatedHere = variables.AZURE_FEDERATED_TOKEN_FILE !== undefined;
  const clientId = (options.managedIdentityClientId as string | undefined) ?? variables.AZURE_CLIENT_ID;
  const works: Record<Member, boolean> = {
    environment: holds !== undefined,
    workload: federatedHere && tenant !== undefined && clientId !== undefined,
    managed: true,
    code: true,
    cli: true,
    powershell: true,
    azd: true,
  };
  const usable = members.filter((member) => works[member]);
  const has = (member: Member): boolean => usable.includes(member);
  const developer = usable.some((member) => DEV.includes(member));
  const shows = has("workload") || members.includes("managed") || has("code");
  const entra = has("environment") || has("workload") || developer;
  const explicit = clientId !== undefined || options.managedIdentityResourceId !== undefined;
  const other =
    (has("environment") && variables.AZURE_TENANT_ID === OTHER_TENANT) ||
    (has("code") && options.tenantId === undefined);
  const found: [RuleId, boolean][] = [
    [DEFAULT, true],
    [PROBE, has("managed") && members.length > 1],
    [DEVELOPER, developer],
    [PASSWORD, has("environment") && holds === "password"],
    [SECRET, has("environment") && holds === "secret"],
    [MASKED, has("managed") && developer],
    [LOGGING, options.loggingOptions !== undefined && (has("managed") || has("workload") || has("code"))],
    [DISCOVERY, options.disableInstanceDiscovery === true && shows && entra],
    [EXPLICIT, has("managed") && !explicit],
    [CREDENTIALS, has("environment") || developer],
    [TENANTS, other],
    [AUTHORITIES, options.authorityHost === FOREIGN && shows && entra],
  ];
  return found.filter(([, is]) => is).map(([id]) => id);
}

const defaults: readonly Case[] = SELECTIONS.flatMap(({ value, members }) =>
  spellingsOf(value).flatMap((spelled) =>
    ENVIRONMENTS.flatMap((here) =>
      SHAPES.map(({ name, options }) => ({
        name: `Default, AZURE_TOKEN_CREDENTIALS=${spelled === undefined ? "(unset)" : JSON.stringify(spelled)}, ${here.name}, ${name}`,
        variables: { ...here.variables, ...(spelled !== undefined && { AZURE_TOKEN_CREDENTIALS: spelled }) },
        // The constructor writes to its options.
        make: () => new DefaultAzureCredential(options === undefined ? undefined : { ...options }),
        finds: expectedOfDefault(members, here, (options ?? {}) as Readonly<Record<string, unknown>>),
      })),
    ),
  ),
);

export const CASES: readonly Case[] = [...single, ...environment, ...chains, ...minified, ...defaults];
