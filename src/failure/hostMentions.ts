import { anyOf } from "./anyOf.js";
import type { Host } from "./hosts.js";
import { type Mark, type Sign, signsOf } from "./marks.js";

/** Chains name credentials of hosts that they do not run on. */
const CHAIN =
  /attempted credentials|environmentcredential|defaultazurecredential|chainedtokencredential|multiple exceptions/;

/**
 * What a text says of its host, most telling first. Paths and marks that several hosts have are no sign: a path with
 * `kubernetes` in it is one of a node, `##[error]` is written by GitHub Actions and Azure Pipelines alike.
 */
const HOST_MARKS: readonly (Mark & { readonly host: Host })[] = [
  {
    host: "github-actions",
    words: [
      "token.actions.githubusercontent",
      "actions_id_token",
      "runner/work/",
      "/home/runner/",
      "d:\\a\\_actions",
      "permissions: id-token",
      "id-token: write",
      "write permissions to id-token",
    ],
    pattern: /github[ _]actions|azure\/login\b/,
  },
  {
    host: "azure-pipelines",
    words: [
      "vstoken.",
      "azure pipelines",
      "service connection",
      "system_oidcrequesturi",
      "vsts/work",
      "/home/vsts/",
      "##vso[",
      "##[section]",
      "azurepipelinescredential",
    ],
    pattern: /\ba[\\/]_tasks[\\/]|azure(?:cli|powershell)s?@\d/,
  },
  {
    host: "functions",
    words: [
      "azure functions",
      "functions_worker",
      "function app",
      "func host",
      "funcs host",
      "function host",
      "functions host",
      "microsoft.azure.webjobs",
      "microsoft.azure.functions",
      "executed 'functions.",
      "azure_functions",
    ],
  },
  {
    host: "container-apps",
    words: [":42356", "container_app_name"],
    pattern: /container ?apps?\b(?! environment variable)/,
  },
  {
    host: "arc",
    words: ["azure arc", "azcmagent", "himds", ":40342", "azureconnectedmachineagent"],
  },
  {
    host: "azure-ml",
    words: ["azureml", ":46808", "azure ml", "azure machine learning", "amlcompute"],
  },
  {
    host: "kubernetes",
    words: [
      "system:serviceaccount",
      "/var/run/secrets/azure",
      "kubectl",
      "for pod",
      "the pod",
      "pod/",
      "aadpodidentity",
      "aadpod identity",
      "aad podidentity",
      "aad pod identity",
      "azmk8s",
      "prod-aks.azure.com",
      "azure.workload.identity",
    ],
    pattern: /(?<![\w./\\-])kubernetes\b(?![/\\_])/,
  },
  {
    host: "kubernetes",
    words: ["workloadidentitycredential"],
    unless: CHAIN,
  },
  {
    host: "cloud-shell",
    words: ["cloudshell", "cloud shell"],
    unless: CHAIN,
  },
  {
    host: "app-service",
    words: [
      "appservice",
      "app service",
      "appservice",
      "/msi/token",
      "server: kestrel",
      "website_",
      "websites_",
      "dwasfiles",
      "\\home\\site\\wwwroot",
      "/home/site/wwwroot",
    ],
    unless: CHAIN,
  },
  {
    host: "laptop",
    pattern: anyOf(
      /\bc:\\users\\(?!container|vssadm|runneradm|administrator|public|default)/,
      /\/users\/[a-z][\w.-]{1,30}\/[\w.]/,
      /\/home\/(?!runner|vsts|site|app|node|azureuser|cloud|appuser|nonroot|worker|batch)[a-z][\w.-]{1,30}\/(?:src|code|dev|projects?|repos?|workspace|git)\//,
    ),
  },
  {
    host: "vm",
    words: ["169.254.169.254"],
    pattern: /\bimds\b/,
  },
];

/**
 * How it is known where a text comes from.
 *
 * @internal
 */
export const MENTIONS: readonly (Sign & { readonly host: Host })[] = HOST_MARKS.flatMap((mark) =>
  signsOf(mark, { host: mark.host }),
);
