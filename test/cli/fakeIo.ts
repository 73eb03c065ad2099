import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

/** What a run of the command line said. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. Without `stdin` the standard input is a terminal. */
export async function runCli(args: readonly string[], stdin?: string): Promise<Ran> {
  const out = { stdout: "", stderr: "" };
  const chunks = (async function* () {
    if (stdin !== undefined) yield Buffer.from(stdin);
  })();
  const io: Io = {
    stdin: Object.assign(chunks, { isTTY: stdin === undefined }),
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
    env: {},
  };
  return { code: await run(args, io), ...out };
}
