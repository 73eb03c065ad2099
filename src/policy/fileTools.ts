import { createRequire } from "node:module";

/** What reads and checks a policy file. */
export interface PolicyFileTools {
  readonly ajv: Pick<typeof import("ajv"), "Ajv">;
  readonly jsonc: Pick<typeof import("jsonc-parser"), "parseTree" | "findNodeAtLocation" | "printParseErrorCode">;
}

let tools: PolicyFileTools | undefined;

/**
 * Hands over the tools where they cannot be loaded by their names: in a bundle.
 *
 * @internal
 */
export function providePolicyFileTools(provided: PolicyFileTools): void {
  tools = provided;
}

/** Loaded when the first file is to be read: most processes have none. */
export function policyFileTools(): PolicyFileTools {
  if (tools === undefined) {
    const require = createRequire(import.meta.url);
    tools = { ajv: require("ajv"), jsonc: require("jsonc-parser") } as PolicyFileTools;
  }
  return tools;
}
