import { CHAIN_PAGES } from "./chains.js";
import { isProgram, type Language, type Program, type Writer } from "./writer.js";

/** Pages of the SDK of JavaScript, by what they are about. */
const GUIDE = /^https:\/\/aka\.ms\/azsdk\/js\/identity\/(?:(\w+)\/)?troubleshoot$/;
const MANUAL =
  /^https:\/\/github\.com\/Azure\/azure-sdk-for-js\/blob\/main\/sdk\/identity\/identity\/TROUBLESHOOTING\.md/;
const REFERENCE = /^https:\/\/learn\.microsoft\.com\/javascript\/|^https:\/\/github\.com\/Azure\/azure-sdk-for-js\//;

/** The same guide for the other languages; those of one page have no page per credential. */
const GUIDES: Readonly<Record<Exclude<Language, "js">, (about: string | undefined) => string>> = {
  python: (about) => `https://aka.ms/azsdk/python/identity/${about ?? "defaultazurecredential"}/troubleshoot`,
  java: (about) =>
    about === undefined || about === "defaultazurecredential"
      ? "https://github.com/Azure/azure-sdk-for-java/blob/main/sdk/identity/azure-identity/TROUBLESHOOTING.md"
      : `https://aka.ms/azsdk/java/identity/${about}/troubleshoot`,
  dotnet: (about) => `https://aka.ms/azsdk/net/identity/${about ?? "defaultazurecredential"}/troubleshoot`,
  go: () => "https://aka.ms/azsdk/go/identity/troubleshoot",
  rust: () => "https://aka.ms/azsdk/rust/identity/troubleshoot",
  cpp: () => "https://aka.ms/azsdk/cpp/identity/troubleshooting",
};

/** What a program has in place of a guide. */
const OF_PROGRAM: Partial<Readonly<Record<Program, string>>> = {
  "azure-cli": "https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-troubleshooting",
  azd: "https://learn.microsoft.com/azure/developer/azure-developer-cli/troubleshoot",
  "azure-powershell": "https://learn.microsoft.com/powershell/azure/troubleshooting",
  azcopy: "https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-azure-active-directory",
  terraform: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#authenticating-to-azure",
  pulumi: "https://www.pulumi.com/registry/packages/azure-native/installation-configuration/",
  kubelogin: "https://azure.github.io/kubelogin/",
  keda: "https://keda.sh/docs/latest/authentication-providers/azure-ad-workload-identity/",
  flux: "https://fluxcd.io/flux/integrations/azure/",
  "csi-driver": "https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/troubleshooting/",
  "external-secrets": "https://external-secrets.io/latest/provider/azure-key-vault/",
};

/**
 * The page that says for a writer what another says for JavaScript.
 *
 * @param url - any page
 * @param writer - who wrote the text, where it is known
 * @returns the page itself where it is of no language, `undefined` where there is none
 * @internal
 */
export function pageFor(url: string, writer: Writer | undefined): string | undefined {
  if (writer === "js") return url;
  const guide = GUIDE.exec(url);
  const manual = guide === null && MANUAL.test(url);
  const chains = url === CHAIN_PAGES.js;
  if (guide === null && !manual && !chains && !REFERENCE.test(url)) return url;
  if (writer === undefined) return undefined;
  if (isProgram(writer)) return OF_PROGRAM[writer];
  if (chains) return CHAIN_PAGES[writer];
  if (guide === null && !manual) return undefined;
  return GUIDES[writer](manual ? "managedidentitycredential" : guide?.[1]);
}
