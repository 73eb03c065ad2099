import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** As `periodSeconds` in the deployment, but shorter: nobody likes to wait. */
const PERIOD_MS = 500;

/** A container that was started, with the addresses that it printed. */
export interface Container {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly debugUrl: string;
  /** The exit code, once all that was printed has been shown. */
  readonly exit: Promise<number | null>;
}

/** Starts the server as a container would be, and shows what it prints. */
export async function startContainer(environment: Readonly<Record<string, string>>): Promise<Container> {
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0", DEBUG_PORT: "0", ...environment };
  const server = fileURLToPath(new URL("server.ts", import.meta.url));
  const child = spawn(process.execPath, [server], { env, stdio: ["ignore", "pipe", "pipe"] });
  const exit = once(child, "close").then(([code]) => code as number | null);
  const lines = createInterface(child.stdout);
  for (const output of [lines, createInterface(child.stderr)]) {
    output.on("line", (line) => console.log(`  server   ${line}`));
  }
  const [first] = (await Promise.race([once(lines, "line"), exit.then(() => [""])])) as [string];
  const [, port, debugUrl] = /port (\d+), .* (http:\S+)$/.exec(first) ?? [];
  if (port === undefined || debugUrl === undefined) throw new Error("The server did not start.");
  return { child, origin: `http://127.0.0.1:${port}`, debugUrl, exit };
}

/** One probe; `undefined` if nobody listens. */
async function probe(url: string): Promise<{ ok: boolean; shown: string } | undefined> {
  try {
    const response = await fetch(url);
    return { ok: response.ok, shown: `${response.status} ${(await response.text()).trim()}` };
  } catch {
    return undefined;
  }
}

/** Asks once, and shows the answer. */
export async function ask(who: "kubelet" | "client", { origin }: Container, path: string): Promise<void> {
  const answer = await probe(origin + path);
  console.log(`  ${who.padEnd(7)}  ${path} ${answer?.shown ?? "connection refused"}`);
}

/** Asks `/startupz` until it has started or is gone, as a startup probe does. Shows each answer. */
export async function probeStartup(container: Container): Promise<void> {
  for (;;) {
    const answer = await probe(`${container.origin}/startupz`);
    if (answer === undefined) return;
    console.log(`  kubelet  /startupz ${answer.shown}`);
    if (answer.ok) return;
    await setTimeout(PERIOD_MS);
  }
}

/** Waits until the container has ended, and shows with what. */
export async function exited({ exit }: Container): Promise<void> {
  console.log(`  kubelet  the container ended with exit code ${await exit}`);
}
