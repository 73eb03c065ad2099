import { VERSION } from "../version.js";
import { COMMANDS } from "./commands.js";
import { EXIT, type Io } from "./io.js";
import { nearest } from "./nearest.js";
import { parse } from "./parse.js";
import { UsageError } from "./usageError.js";

const PROGRAM = "diagnostic-credential";

function programUsage(): string {
  const names = Object.keys(COMMANDS);
  const width = Math.max(...names.map((name) => name.length));
  return [
    `Usage: ${PROGRAM} <command> [options]`,
    "",
    "Commands:",
    ...names.map((name) => `  ${name.padEnd(width)}  ${COMMANDS[name]?.summary}`),
    "",
    "Options:",
    "  -h, --help     Show this help, or that of a command",
    "  -v, --version  Show the version",
    "",
  ].join("\n");
}

function unknownCommand(name: string): UsageError {
  const meant = nearest(name, Object.keys(COMMANDS));
  const hint = /^(?:AADSTS)?\d{5,7}$/i.test(name) ? `explain ${name}` : meant;
  return new UsageError(
    `Unknown command ${JSON.stringify(name.slice(0, 60))}.${hint === undefined ? "" : ` Did you mean ${hint}?`}`,
  );
}

async function dispatch(args: readonly string[], io: Io, usage: { text: string }): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith("-")) {
    const { flags } = parse(args, ["help", "version"]);
    if (flags.has("version")) io.stdout.write(`${VERSION}\n`);
    else if (flags.has("help")) io.stdout.write(programUsage());
    else throw new UsageError("No command was given.");
    return EXIT.done;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) throw unknownCommand(name);
  const command = await entry.load();
  usage.text = command.usage;
  const parsed = parse(rest, [...command.flags, "help", "version"], command.valued);
  if (parsed.flags.has("help")) io.stdout.write(command.usage);
  else if (parsed.flags.has("version")) io.stdout.write(`${VERSION}\n`);
  else return command.run(parsed, io);
  return EXIT.done;
}

/**
 * Runs the command line.
 *
 * @param args - without the names of Node.js and the program
 * @param io - the streams and the environment of the process
 * @returns the exit code
 * @internal
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const usage = { text: programUsage() };
  try {
    return await dispatch(args, io, usage);
  } catch (error) {
    const known = error instanceof UsageError;
    const message = known ? error.message : `Unexpected failure: ${error instanceof Error ? error.message : "unknown"}`;
    io.stderr.write(`${PROGRAM}: ${message}\n${known && error.withUsage ? `\n${usage.text}` : ""}`);
    return EXIT.usage;
  }
}
