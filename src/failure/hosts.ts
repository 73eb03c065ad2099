/**
 * Where a process runs, as far as it changes the advice.
 *
 * @internal
 */
export type Host =
  | "github-actions"
  | "azure-pipelines"
  | "functions"
  | "container-apps"
  | "app-service"
  | "cloud-shell"
  | "arc"
  | "kubernetes"
  | "azure-ml"
  | "vm"
  | "laptop";

/**
 * Names of environment variables that are set; values are never looked at.
 *
 * @internal
 */
export interface VariableNames {
  has(name: string): boolean;
}

/**
 * For text and errors that may come from another host.
 *
 * @internal
 */
export const NO_VARIABLES: VariableNames = new Set();

/** Most telling first: a job of GitHub Actions may run on a virtual machine, a function runs on App Service. */
const SHOWN_BY: readonly (readonly [Host, readonly string[]])[] = [
  ["github-actions", ["GITHUB_ACTIONS"]],
  ["azure-pipelines", ["TF_BUILD", "SYSTEM_OIDCREQUESTURI"]],
  ["functions", ["FUNCTIONS_WORKER_RUNTIME"]],
  ["container-apps", ["CONTAINER_APP_NAME"]],
  ["app-service", ["WEBSITE_INSTANCE_ID"]],
  ["cloud-shell", ["ACC_CLOUD"]],
  ["arc", ["IMDS_ENDPOINT"]],
  ["kubernetes", ["AZURE_FEDERATED_TOKEN_FILE", "KUBERNETES_SERVICE_HOST"]],
  ["app-service", ["IDENTITY_ENDPOINT"]],
  ["cloud-shell", ["MSI_ENDPOINT"]],
  ["laptop", ["TERM_PROGRAM", "WT_SESSION", "XDG_CURRENT_DESKTOP"]],
];

/** Variables that show which credential was meant to work, beside those of the hosts. */
const CREDENTIALS: readonly string[] = ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_USERNAME"];

/** Variables that name a forward proxy; the SDK takes each of them for all requests. */
const PROXIES: readonly string[] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"];

/** What a service principal needs beside its secret, and those. */
const OTHERS: readonly string[] = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", ...PROXIES];

/**
 * Names of the variables that show where a process runs and which credential was meant to work.
 *
 * @internal
 */
export const TELLING_VARIABLES: readonly string[] = [
  ...SHOWN_BY.flatMap(([, names]) => names),
  ...CREDENTIALS,
  ...OTHERS,
];

/**
 * Whether a service principal was begun in the environment: a tenant and a client, and nothing to prove it with.
 *
 * @param variables - names of the variables that are set
 * @internal
 */
export function hasPartialPrincipal(variables: VariableNames): boolean {
  if (!variables.has("AZURE_TENANT_ID") || !variables.has("AZURE_CLIENT_ID")) return false;
  return ![...CREDENTIALS, "AZURE_FEDERATED_TOKEN_FILE"].some((name) => variables.has(name));
}

/** Whether a variable is set and not empty; its value is not looked at. */
function isSet(name: string): boolean {
  return (process.env[name] ?? "") !== "";
}

/**
 * The telling variables of this process, each as it is when it is first asked for: that costs a call of the operating
 * system, and most failures are explained without.
 *
 * @internal
 */
export class OwnVariables implements VariableNames {
  readonly #known = new Map<string, boolean>();
  #host: Host | null | undefined;

  has(name: string): boolean {
    let known = this.#known.get(name);
    if (known === undefined) {
      known = isSet(name);
      this.#known.set(name, known);
    }
    return known;
  }

  /** The host that they show. */
  get host(): Host | undefined {
    if (this.#host === undefined) this.#host = firstShown(this) ?? null;
    return this.#host ?? undefined;
  }
}

function firstShown(variables: VariableNames): Host | undefined {
  for (const [host, names] of SHOWN_BY) for (const name of names) if (variables.has(name)) return host;
  return undefined;
}

/**
 * Whether a process is told to reach the authority through a forward proxy.
 *
 * @param variables - names of the variables that are set
 * @internal
 */
export function isProxied(variables: VariableNames): boolean {
  return PROXIES.some((name) => variables.has(name));
}

/**
 * The host that the variables of a process show.
 *
 * @param variables - names of the variables that are set
 * @internal
 */
export function hostOfVariables(variables: VariableNames): Host | undefined {
  if (variables === NO_VARIABLES) return undefined;
  return variables instanceof OwnVariables ? variables.host : firstShown(variables);
}
