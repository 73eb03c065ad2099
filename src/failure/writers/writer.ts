/**
 * An SDK's language.
 *
 * @internal
 */
export type Language = "js" | "python" | "java" | "dotnet" | "go" | "rust" | "cpp";

/**
 * A program that signs in by itself, with settings of its own: there is no code to change.
 *
 * @internal
 */
export type Program =
  | "azure-cli"
  | "azd"
  | "azure-powershell"
  | "azcopy"
  | "terraform"
  | "pulumi"
  | "kubelogin"
  | "keda"
  | "flux"
  | "csi-driver"
  | "external-secrets"
  | "controller"
  | "grafana"
  | "vscode"
  | "visual-studio"
  | "azure-data-studio"
  | "storage-explorer"
  | "ios"
  | "android";

/**
 * Who wrote a text: an SDK of some language, or a program.
 *
 * @internal
 */
export type Writer = Language | Program;

/** What a program is built with decides where it looks for certificates and proxies; the rest have their own ways. */
const BUILT_WITH: Partial<Readonly<Record<Writer, Language>>> = {
  "azure-cli": "python",
  azd: "go",
  "azure-powershell": "dotnet",
  azcopy: "go",
  terraform: "go",
  pulumi: "go",
  kubelogin: "go",
  keda: "go",
  flux: "go",
  "csi-driver": "go",
  "external-secrets": "go",
  controller: "go",
  grafana: "go",
};

const LANGUAGES: ReadonlySet<Writer> = new Set(["js", "python", "java", "dotnet", "go", "rust", "cpp"]);

/** What runs in a cluster, where nobody signs in. */
const IN_CLUSTER: ReadonlySet<Writer> = new Set(["keda", "flux", "csi-driver", "external-secrets", "controller"]);

/**
 * Whether a writer runs in a cluster.
 *
 * @internal
 */
export function isInCluster(writer: Writer): boolean {
  return IN_CLUSTER.has(writer);
}

/**
 * Whether a writer is a program.
 *
 * @internal
 */
export function isProgram(writer: Writer): writer is Program {
  return !LANGUAGES.has(writer);
}

/**
 * The language that a writer runs on, where it is known.
 *
 * @internal
 */
export function languageOf(writer: Writer): Language | undefined {
  return isProgram(writer) ? BUILT_WITH[writer] : writer;
}
