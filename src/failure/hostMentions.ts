import type { Host } from "./hosts.js";

/**
 * What a text says of the host it comes from.
 *
 * @internal
 */
export interface Mention {
  readonly host: Host;
  /** What the plain text matches. */
  readonly pattern: RegExp;
  /** Not where the plain text matches this. */
  readonly unless?: RegExp;
}

/** Chains name credentials of hosts that they do not run on. */
const CHAIN =
  /attempted credentials|environmentcredential|defaultazurecredential|chainedtokencredential|multiple exceptions/;

/**
 * What a text says of its host, most telling first. Paths and marks that several hosts have are no sign: a path with
 * `kubernetes` in it is one of a node, `##[error]` is written by GitHub Actions and Azure Pipelines alike.
 *
 * @internal
 */
export const MENTIONS: readonly Mention[] = [
  {
    host: "github-actions",
    pattern:
      /token\.actions\.githubusercontent|actions_id_token|github[ _]actions|runner\/work\/|\/home\/runner\/|azure\/login[@#]|d:\\a\\_actions|permissions: id-token|id-token: write|write permissions to id-token/,
  },
  {
    host: "azure-pipelines",
    pattern:
      /vstoken\.|azure pipelines|service connection|system_oidcrequesturi|vsts\/work|\/home\/vsts\/|\ba[\\/]_tasks[\\/]|azure(?:cli|powershell)s?@\d|##vso\[|##\[section\]|azurepipelinescredential/,
  },
  {
    host: "functions",
    pattern:
      /azure functions|functions_worker|function app|\bfunc(?:tion)?s? host\b|microsoft\.azure\.(?:webjobs|functions)|executed 'functions\.|azure_functions/,
  },
  { host: "container-apps", pattern: /container ?apps?\b(?! environment variable)|:42356\b|container_app_name/ },
  { host: "arc", pattern: /azure arc|azcmagent|\bhimds\b|:40342\b|azureconnectedmachineagent/ },
  { host: "azure-ml", pattern: /\bazureml|:46808\b|azure ml\b|azure machine learning|\bamlcompute\b/ },
  {
    host: "kubernetes",
    pattern:
      /system:serviceaccount|\/var\/run\/secrets\/azure|kubectl|for pod\b|\bthe pod\b|\bpod\/|(?<![\w./\\-])kubernetes\b(?![/\\_])|aad ?pod ?identity|azmk8s|prod-aks\.azure\.com|azure\.workload\.identity/,
  },
  { host: "kubernetes", pattern: /workloadidentitycredential/, unless: CHAIN },
  { host: "cloud-shell", pattern: /cloud ?shell/, unless: CHAIN },
  {
    host: "app-service",
    pattern:
      /app ?service|appservice|\/msi\/token|server: kestrel|websites?_|dwasfiles|\\home\\site\\wwwroot|\/home\/site\/wwwroot/,
    unless: CHAIN,
  },
  {
    host: "laptop",
    pattern:
      /\bc:\\users\\(?!container|vssadm|runneradm|administrator|public|default)|\/users\/[a-z][\w.-]{1,30}\/[\w.]|\/home\/(?!runner|vsts|site|app|node|azureuser|cloud|appuser|nonroot|worker|batch)[a-z][\w.-]{1,30}\/(?:src|code|dev|projects?|repos?|workspace|git)\//,
  },
  { host: "vm", pattern: /169\.254\.169\.254|\bimds\b/ },
];
