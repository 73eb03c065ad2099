import { expect, test } from "vitest";
import type { Host } from "../../src/failure/hosts.js";
import { Signs } from "../../src/failure/signs.js";

const CASES: readonly (readonly [text: string, host: Host | undefined])[] = [
  // A path, or a mark that several hosts write, is none of these.
  ["open /etc/kubernetes/certs/sp.pfx: permission denied", undefined],
  ["##[error]clientsecretcredential authentication failed", undefined],
  ["##[section]starting: azurecli", "azure-pipelines"],
  ["##[error]aadsts700213: subject 'repo:a/b' of https://token.actions.githubusercontent.com", "github-actions"],
  ['get "http://localhost:40342/metadata/identity/oauth2/token": dial tcp 127.0.0.1:40342', "arc"],
  ["get http://localhost:42356/msi/token response 400 bad request", "container-apps"],
  ["http://127.0.0.1:41741/msi/token answered 400", "app-service"],
  ["msi: failed to retrieve a token from 'http://127.0.0.1:46808/msi/auth/'", "azure-ml"],
  ["at d:\\dwasfiles\\sites\\app", "app-service"],
  ["microsoft.azure.webjobs.script.externalstartupexception at d:\\dwasfiles", "functions"],
  ["workloadidentitycredential authentication failed", "kubernetes"],
  ["attempted credentials: environmentcredential: x workloadidentitycredential: y", undefined],
  ["open c:\\users\\ada\\.azure\\msal.json", "laptop"],
  ["azurearcmanagedidentity: himds", "arc"],
];

test.each(CASES)("%s", (text, host) => {
  expect(new Signs(text).host).toBe(host);
});
