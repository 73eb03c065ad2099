/**
 * Real credentials of `@azure/identity`, against an emulator on this machine, in the situations that cost people their
 * evenings: `npm run demo`. Needs no account and no network.
 */
import { runDemo } from "./demo.ts";
import { screenOf } from "./render/paint.ts";

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = (await runDemo(screenOf(process.stdout), (...lines) => console.log(lines.join("\n")), process.env))
  ? 0
  : 1;
