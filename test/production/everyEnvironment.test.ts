import { describe, expect, it } from "vitest";
import { CredentialSetupError } from "../../src/production/index.js";
import type { SelectionOptions } from "../../src/production/select.js";
import { choose, environmentOf, type Short, VARIABLES } from "./environments.js";

const ALL = Object.keys(VARIABLES) as Short[];
const subsets: readonly ReadonlySet<Short>[] = Array.from(
  { length: 2 ** ALL.length },
  (_, bits) => new Set(ALL.filter((_, index) => (bits >> index) & 1)),
);

/** What comes of an environment, in one word or two. */
function outcome(names: ReadonlySet<Short>, options: SelectionOptions): string {
  try {
    const { way, host } = choose(environmentOf([...names]), options);
    return host ?? way;
  } catch (error) {
    if (error instanceof CredentialSetupError) return error.code;
    throw error;
  }
}

type Has = (...names: Short[]) => boolean;

/** The first line that is true tells the outcome: the documentation as a table. */
type Line = readonly [when: (all: Has, some: Has) => boolean, outcome: string];

const HOSTS: readonly Line[] = [
  [(all) => all("endpoint", "header", "thumbprint"), "serviceFabric"],
  [(all) => all("endpoint", "header"), "appService"],
  [(all) => all("msi", "msiSecret"), "machineLearning"],
  [(all) => all("msi"), "not_for_production"],
  [(all) => all("endpoint", "imds"), "azureArc"],
  [(_, some) => some("endpoint", "header", "thumbprint", "imds", "msiSecret"), "half_set_up"],
];

/** AZURE_CLIENT_ID beside something of an application names two things. */
const AMBIGUOUS: Line = [(all, some) => all("client") && some("certificate", "secret"), "ambiguous"];

function expected(lines: readonly Line[], names: ReadonlySet<Short>): string {
  const all: Has = (...wanted) => wanted.every((name) => names.has(name));
  const some: Has = (...wanted) => wanted.some((name) => names.has(name));
  const host = HOSTS.find(([when]) => when(all, some))?.[1];
  for (const [when, result] of lines) {
    if (!when(all, some)) continue;
    if (result !== "host") return result;
    if (host === undefined) continue;
    // The identity of Service Fabric is in its manifest, so the variable names an application for sure.
    const asks = ["appService", "machineLearning", "azureArc"].includes(host);
    return asks && AMBIGUOUS[0](all, some) ? AMBIGUOUS[1] : host;
  }
  return "no line";
}

const workloadIdentity: readonly Line[] = [
  [(all) => all("file", "client", "tenant"), "workloadIdentity"],
  [(all) => all("file"), "half_set_up"],
];
const certificate: readonly Line[] = [
  [(all) => all("certificate", "client", "tenant"), "certificate"],
  [(all) => all("certificate"), "half_set_up"],
];
const any: Line[0] = () => true;

const tables: readonly (readonly [name: string, options: SelectionOptions, lines: readonly Line[]])[] = [
  ["no option", {}, [...workloadIdentity, [any, "host"], ...certificate, [any, "nothing_set_up"]]],
  [
    "a managed identity is named",
    { managedIdentity: "systemAssigned" },
    [
      ...workloadIdentity,
      [(_, some) => some("endpoint", "header", "msi", "msiSecret", "imds", "thumbprint"), "namedHost"],
      [any, "virtualMachine"],
    ],
  ],
  ["use workloadIdentity", { use: "workloadIdentity" }, [workloadIdentity[0] as Line, [any, "half_set_up"]]],
  ["use certificate", { use: "certificate" }, [certificate[0] as Line, [any, "half_set_up"]]],
];

describe("every combination of the variables", () => {
  it.each(tables)("%s", (_name, options, lines) => {
    const wrong: string[] = [];
    for (const names of subsets) {
      let wanted = expected(lines, names);
      if (wanted === "namedHost") {
        // Once it is named, no variable is ambiguous.
        const all: Has = (...some) => some.every((name) => names.has(name));
        const some: Has = (...any) => any.some((name) => names.has(name));
        wanted = HOSTS.find(([when]) => when(all, some))?.[1] ?? "no line";
      }
      const got = outcome(names, options);
      if (got !== wanted) wrong.push(`${[...names].join(" ") || "(none)"}: ${got}, expected ${wanted}`);
    }
    expect(wrong).toEqual([]);
    expect(subsets).toHaveLength(2048);
  });

  it("use managedIdentity: the host, or else the metadata service; never past the token file", () => {
    const wrong: string[] = [];
    for (const names of subsets) {
      const all: Has = (...wanted) => wanted.every((name) => names.has(name));
      const some: Has = (...wanted) => wanted.some((name) => names.has(name));
      let wanted = HOSTS.find(([when]) => when(all, some))?.[1] ?? "virtualMachine";
      const isHost = !["half_set_up", "not_for_production"].includes(wanted);
      if (isHost && all("file", "client", "tenant")) wanted = "ambiguous";
      else if (isHost && wanted !== "serviceFabric" && AMBIGUOUS[0](all, some)) wanted = "ambiguous";
      const got = outcome(names, { use: "managedIdentity" });
      if (got !== wanted) wrong.push(`${[...names].join(" ") || "(none)"}: ${got}, expected ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  it("no message and no choice shows a value", () => {
    for (const options of [{}, { use: "managedIdentity" }, { use: "certificate" }] as const) {
      for (const names of subsets) {
        let said: string;
        try {
          said = JSON.stringify(choose(environmentOf([...names]), options));
        } catch (error) {
          said = `${(error as Error).message} ${JSON.stringify(error)}`;
        }
        expect(said).not.toContain("value-of-");
      }
    }
  });
});
