import type { Remedy } from "../types.js";
import type { Variation } from "./variation.js";
import type { Writer } from "./writer.js";

type How = Omit<Remedy, "action"> & { readonly how: string };

/** How each writer is made to tell more. */
const SWITCHES: Partial<Readonly<Record<Writer, How>>> = {
  js: {
    how: "Turn SDK logging on",
    command: "export AZURE_LOG_LEVEL=info",
    url: "https://aka.ms/azsdk/js/identity/troubleshoot",
  },
  python: {
    how: 'Turn SDK logging on (logging.basicConfig() and logging.getLogger("azure.identity").setLevel(logging.DEBUG))',
    url: "https://learn.microsoft.com/azure/developer/python/sdk/azure-sdk-logging",
  },
  java: {
    how: "Turn SDK logging on, or set the logger com.azure.identity to DEBUG",
    command: "export AZURE_LOG_LEVEL=info",
    url: "https://learn.microsoft.com/azure/developer/java/sdk/logging-overview",
  },
  dotnet: {
    how: "Turn SDK logging on (AzureEventSourceListener.CreateConsoleLogger())",
    url: "https://learn.microsoft.com/dotnet/azure/sdk/logging",
  },
  go: {
    how: "Turn SDK logging on",
    command: "export AZURE_SDK_GO_LOGGING=all",
    url: "https://aka.ms/azsdk/go/identity/troubleshoot",
  },
  rust: {
    how: "Turn SDK logging on (with a subscriber of tracing that reads RUST_LOG)",
    command: "export RUST_LOG=azure_core=debug,azure_identity=debug",
    url: "https://aka.ms/azsdk/rust/identity/troubleshoot",
  },
  cpp: {
    how: "Turn SDK logging on",
    command: "export AZURE_LOG_LEVEL=verbose",
    url: "https://aka.ms/azsdk/cpp/identity/troubleshooting",
  },
  "azure-cli": {
    how: "Run the command again with --debug",
    url: "https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-troubleshooting",
  },
  azd: {
    how: "Run the command again with --debug",
    url: "https://learn.microsoft.com/azure/developer/azure-developer-cli/troubleshoot",
  },
  "azure-powershell": {
    how: "Run the command again with -Debug",
    url: "https://learn.microsoft.com/powershell/azure/troubleshooting",
  },
  azcopy: {
    how: "Run the command again with --log-level=DEBUG",
    url: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-configure",
  },
  terraform: {
    how: "Turn Terraform’s log on (it may hold secrets)",
    command: "export TF_LOG=DEBUG",
    url: "https://developer.hashicorp.com/terraform/internals/debugging",
  },
  kubelogin: { how: "Run kubelogin get-token with -v 5", url: "https://azure.github.io/kubelogin/" },
};

const TOLD = "Turn the log of the SDK or tool on";

function variation(reads: string): Variation {
  const by = Object.fromEntries(
    Object.entries(SWITCHES).map(([writer, { how, ...rest }]) => [
      writer,
      { action: `${how} and read ${reads}.`, ...rest },
    ]),
  );
  return {
    usual: { action: `${TOLD} and read ${reads}.` },
    by,
    programs: { action: `Read the log of the program: ${reads}.` },
  };
}

/**
 * How a credential is made to tell more.
 *
 * @internal
 */
export const LOG_CREDENTIAL: Variation = variation("what the credential says");

/**
 * How each credential of a chain is made to tell more.
 *
 * @internal
 */
export const LOG_CHAIN: Variation = variation("what each credential reported");
