#!/usr/bin/env node
import { EXIT } from "./io.js";
import { run } from "./run.js";

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`diagnostic-credential: cannot write: ${error.message}\n`);
  process.exit(EXIT.cannotWrite);
});
process.exitCode = await run(process.argv.slice(2), process);
