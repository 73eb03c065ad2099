import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { identityVariables } from "diagnostic-credential/testing";

/** A process of the benchmark, asked and answered over its IPC channel, one message each way at a time. */
export interface Child extends AsyncDisposable {
  send(message: unknown): void;
  /** The next message. Rejects if the process ends before one comes. */
  next<T>(): Promise<T>;
}

/** Starts a script that lies beside this one. */
export function startChild(script: string, args: string[] = [], variables: Record<string, string> = {}): Child {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of identityVariables) delete env[name];
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    execArgv: ["--expose-gc"],
    env: { ...env, ...variables },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "json",
  });
  const messages: unknown[] = [];
  let wake = () => {};
  child.on("message", (message) => {
    messages.push(message);
    wake();
  });
  const ended = once(child, "exit");
  void ended.then(() => wake());
  return {
    send: (message) => void child.send(message as object),
    async next<T>() {
      while (messages.length === 0) {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`${script} ended with ${child.signalCode ?? child.exitCode}`);
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return messages.shift() as T;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}
