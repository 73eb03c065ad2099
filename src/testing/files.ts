import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Keyring } from "./keyring.js";

/** The files of one emulator. @internal */
export interface EmulatorFiles {
  readonly directory: string;
  readonly caCertificatePath: string;
  readonly serverCertificatePath: string;
  readonly serverKeyPath: string;
  readonly clientCertificatePath: string;
  readonly unregisteredCertificatePath: string;
  readonly federatedTokenFile: string;
  dispose(): void;
}

const directories = new Set<string>();
const removeAll = (): void => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
};

/** Writes what credentials read from disk into a private temporary directory. @internal */
export function writeFiles(keyring: Keyring, federatedToken: string): EmulatorFiles {
  const directory = mkdtempSync(path.join(tmpdir(), "identity-emulator-"));
  // One listener for all emulators: each of its own would soon set off the warning about leaking listeners.
  if (directories.size === 0) process.once("exit", removeAll);
  directories.add(directory);
  const write = (name: string, content: string): string => {
    const file = path.join(directory, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  return {
    directory,
    caCertificatePath: write("ca.pem", keyring.ca.certificate),
    serverCertificatePath: write("server.pem", keyring.server.certificate),
    serverKeyPath: write("server-key.pem", keyring.server.privateKey),
    clientCertificatePath: write("client.pem", keyring.client.privateKey + keyring.client.certificate),
    unregisteredCertificatePath: write(
      "unregistered.pem",
      keyring.unregistered.privateKey + keyring.unregistered.certificate,
    ),
    federatedTokenFile: write("federated-token", federatedToken),
    dispose() {
      rmSync(directory, { recursive: true, force: true });
      directories.delete(directory);
      if (directories.size === 0) process.off("exit", removeAll);
    },
  };
}
