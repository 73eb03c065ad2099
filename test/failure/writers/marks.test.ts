import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readEvidence } from "../../../src/failure/evidence.js";
import { ToldBy } from "../../../src/failure/surroundings.js";
import { languageOf, type Writer } from "../../../src/failure/writers/writer.js";

interface Row {
  readonly id: string;
  readonly sdk: string;
  readonly kind: string;
  readonly text: string;
}

function rowsOf(file: string): readonly Row[] {
  const path = fileURLToPath(new URL(`../../data/${file}.json`, import.meta.url));
  return JSON.parse(readFileSync(path, "utf8")) as readonly Row[];
}

const ROWS = [...rowsOf("messages"), ...rowsOf("heldOut")].filter(({ kind }) => kind !== "not_authentication");
const CLI: readonly Writer[] = ["azure-cli", "python"];
const SHELL: readonly Writer[] = ["azure-powershell", "dotnet"];

/** Who may have written the texts of one source, and how many of a hundred are known to be theirs at least. */
const SOURCES: readonly (readonly [sdk: string, writers: readonly Writer[], known: number])[] = [
  ["js", ["js"], 70],
  ["net", ["dotnet"], 70],
  ["dotnet", ["dotnet"], 75],
  ["java", ["java"], 85],
  ["python", ["python"], 60],
  ["go", ["go", "controller", "csi-driver", "external-secrets", "flux", "terraform"], 65],
  ["rust", ["rust"], 60],
  ["cpp", ["cpp"], 70],
  ["azcli", CLI, 70],
  ["azure-cli", CLI, 55],
  ["az", CLI, 80],
  ["powershell", SHELL, 70],
  ["azpwsh", SHELL, 75],
  ["azps", SHELL, 70],
  ["azd", ["azd", "go", "python"], 80],
  ["azcopy", ["azcopy", "go"], 90],
  ["kubelogin", ["kubelogin", "go"], 65],
  ["terraform", ["terraform", "go"], 75],
  ["keda", ["keda", "go"], 60],
  ["flux", ["flux"], 60],
  ["csi", ["csi-driver"], 60],
  ["vscode", ["vscode"], 60],
  ["msal-java", ["java"], 90],
  ["msal-objc", ["ios"], 60],
];

/** Of a hundred texts, as many at most are taken for another's: they quote what a tool or another program printed. */
const QUOTING = 4;

/** The same where the language is all that is asked for. */
function fits(writer: Writer, writers: readonly Writer[]): boolean {
  return writers.includes(writer) || writers.includes(languageOf(writer) as Writer);
}

describe("who wrote a text", () => {
  test.each(SOURCES)("%s", (sdk, writers, known) => {
    const rows = ROWS.filter((row) => row.sdk === sdk);
    const told = rows.map((row) => ({ id: row.id, writer: new ToldBy(readEvidence(row.text)).writer }));
    const wrong = told.filter(({ writer }) => writer !== undefined && !fits(writer, writers));
    expect(wrong.slice((rows.length * QUOTING) / 100)).toEqual([]);
    const share = told.filter(({ writer }) => writer !== undefined && fits(writer, writers)).length / rows.length;
    expect(share * 100).toBeGreaterThanOrEqual(known);
  });
});

describe("programs that are no code of the reader", () => {
  test.each([
    ["W0604 08:15:20.771304       1 azure_dns.go:61] MSI not available", "controller"],
    [
      'level=error msg="azure.BearerAuthorizer#WithAuthorization: Failed to refresh the Token for request to https://management.azure.com/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/dnsZones: StatusCode=400"',
      "controller",
    ],
    [
      'logger=authn.service t=2025-03-31T14:44:22Z level=error msg="ManagedIdentityCredential authentication failed. Identity not found"',
      "grafana",
    ],
    [
      "[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Could not load libcurl, make sure it is installed.",
      undefined,
    ],
  ])("%s", (text, writer) => {
    expect(new ToldBy(readEvidence(text)).writer).toBe(writer);
  });
});
