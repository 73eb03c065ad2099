import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * How a stand-in for a developer tool behaves.
 *
 * - `signedIn`: prints a token; `expiresInSeconds` defaults to 3600, `delayMs` to 0.
 * - `notSignedIn`: says so, as the real tool does.
 * - `hangs`: never ends by itself; the credential kills it after its `processTimeoutInMs`.
 * - `garbage`: prints something that is not JSON, and succeeds; `output` says what.
 * - `fails`: prints `stderr` and ends with `exitCode` (default 1).
 *
 * @public
 * @since 0.1.0
 */
export type DeveloperToolBehaviour =
  | {
      readonly type: "signedIn";
      readonly token: string;
      readonly expiresInSeconds?: number;
      readonly tenantId?: string;
      readonly delayMs?: number;
    }
  | { readonly type: "notSignedIn" }
  | { readonly type: "hangs" }
  | { readonly type: "garbage"; readonly output?: string }
  | { readonly type: "fails"; readonly stderr: string; readonly exitCode?: number };

/**
 * Writes a stand-in for the Azure CLI, a POSIX shell script named `az`, for tests with the real `AzureCliCredential`.
 * Put the directory first on `PATH`; it is created if it is missing. Not for Windows.
 *
 * @example
 * ```ts
 * installFakeAzureCli(directory, { type: "notSignedIn" });
 * process.env.PATH = `${directory}:${process.env.PATH}`;
 * ```
 * @returns path of the script
 * @public
 * @since 0.1.0
 */
export function installFakeAzureCli(directory: string, behaviour: DeveloperToolBehaviour): string {
  return install(directory, "az", behaviour, {
    login: "ERROR: Please run 'az login' to setup account.",
    token: ({ token, tenantId = "00000000-0000-0000-0000-000000000000" }, expiresAt) => ({
      accessToken: token,
      // The real CLI prints local time without a zone here; with one, every reader agrees on it.
      expiresOn: new Date(expiresAt * 1000).toISOString(),
      expires_on: expiresAt,
      subscription: "00000000-0000-0000-0000-000000000000",
      tenant: tenantId,
      tokenType: "Bearer",
    }),
  });
}

/**
 * Writes a stand-in for the Azure Developer CLI, a POSIX shell script named `azd`, for tests with the real
 * `AzureDeveloperCliCredential`. See {@link installFakeAzureCli}.
 *
 * @returns path of the script
 * @public
 * @since 0.1.0
 */
export function installFakeAzureDeveloperCli(directory: string, behaviour: DeveloperToolBehaviour): string {
  return install(directory, "azd", behaviour, {
    login: "ERROR: not logged in, run `azd auth login` to login",
    token: ({ token }, expiresAt) => ({ token, expiresOn: new Date(expiresAt * 1000).toISOString() }),
  });
}

type SignedIn = Extract<DeveloperToolBehaviour, { type: "signedIn" }>;

interface Dialect {
  readonly login: string;
  token(behaviour: SignedIn, expiresAt: number): object;
}

function install(directory: string, name: string, behaviour: DeveloperToolBehaviour, dialect: Dialect): string {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, name);
  writeFileSync(file, `#!/bin/sh\n${script(behaviour, dialect)}\n`);
  chmodSync(file, 0o755);
  return file;
}

function script(behaviour: DeveloperToolBehaviour, dialect: Dialect): string {
  switch (behaviour.type) {
    case "signedIn": {
      const expiresAt = Math.floor(Date.now() / 1000) + (behaviour.expiresInSeconds ?? 3600);
      const wait = behaviour.delayMs ? `sleep ${behaviour.delayMs / 1000}\n` : "";
      return `${wait}printf '%s\\n' ${quoted(JSON.stringify(dialect.token(behaviour, expiresAt)))}`;
    }
    case "notSignedIn":
      return `printf '%s\\n' ${quoted(dialect.login)} >&2\nexit 1`;
    case "hangs":
      // The shell itself has to go when it is killed: a child that outlives it would keep the pipes open.
      return "exec sleep 3600";
    case "garbage":
      return `printf '%s\\n' ${quoted(behaviour.output ?? "WARNING: a new version is available.")}`;
    case "fails":
      return `printf '%s\\n' ${quoted(behaviour.stderr)} >&2\nexit ${behaviour.exitCode ?? 1}`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
