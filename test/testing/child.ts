import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { AccessToken } from "@azure/identity";
import { decodeJwt, type JWTPayload } from "jose";
import { identityVariables } from "../../src/testing/index.js";

const script = fileURLToPath(new URL("getToken.mjs", import.meta.url));

export interface Job {
  /** Class name. */
  credential: string;
  args?: unknown[];
  scopes: string | string[];
  options?: object;
}

export interface Outcome {
  token?: AccessToken;
  error?: { name: string; message: string };
  milliseconds: number;
}

/** Environment of this process without anything that a credential reads, plus some variables. */
export function cleanEnvironment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of identityVariables) delete env[name];
  return { ...env, ...variables };
}

/** Runs one credential in a process of its own, optionally through a wrapping command that ends in `"$@"`. */
export function getTokenInChild(job: Job, variables: Record<string, string>, wrapper?: string[]): Promise<Outcome> {
  const command = [...(wrapper ?? []), process.execPath, script, JSON.stringify(job)];
  const [file = "", ...args] = command;
  return new Promise((resolve, reject) => {
    execFile(file, args, { env: cleanEnvironment(variables), encoding: "utf8" }, (error, stdout, stderr) => {
      if (error || stdout === "") reject(new Error(`child failed: ${stderr}`, { cause: error }));
      else resolve(JSON.parse(stdout) as Outcome);
    });
  });
}

export function claimsOf(token: AccessToken | null | undefined): JWTPayload {
  return decodeJwt(token?.token ?? "");
}

/** What a promise was rejected with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected a rejection");
}
