import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { imdsFaults } from "../faults/imdsFaults.js";
import { type HostBehaviour, header } from "../http.js";
import { chooseIdentity, type MachineIdentities, unknownResource } from "./identities.js";
import { classifyIdentityRequest, imdsToken } from "./imds.js";

/** @internal */
export interface ArcHost extends HostBehaviour {
  /** Removes the challenge files that were not used. */
  dispose(): void;
}

/**
 * The agent of an Azure Arc machine. It answers 401 and names a file that only privileged processes can read; a request
 * that brings the content of that file gets the token. Each file is good for one request.
 *
 * @see https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
 * @internal
 */
export function azureArcHost(
  machine: MachineIdentities,
  keyDirectory: string,
  announcedKeyDirectory = keyDirectory,
): ArcHost {
  const challenges = new Map<string, string>();

  function challenge(): string {
    const file = path.join(keyDirectory, `${randomUUID()}.key`);
    const key = randomUUID();
    mkdirSync(keyDirectory, { recursive: true });
    writeFileSync(file, key, { mode: 0o600 });
    challenges.set(key, file);
    return path.join(announcedKeyDirectory, path.basename(file));
  }

  function redeem(key: string): boolean {
    const file = challenges.get(key);
    if (file === undefined) return false;
    challenges.delete(key);
    rmSync(file, { force: true });
    return true;
  }

  return {
    host: "azureArc",
    classify(call) {
      const facts = classifyIdentityRequest(call);
      return header(call, "authorization") ? facts : { ...facts, kind: "challenge" };
    },
    async answer(call) {
      const query = call.url.searchParams;
      const resource = query.get("resource") ?? "";
      if (header(call, "metadata").toLowerCase() !== "true") {
        return { status: 400, body: { error: "invalid_request", error_description: "Metadata header is missing" } };
      }
      if (!redeem(header(call, "authorization").replace(/^Basic /, ""))) {
        return {
          status: 401,
          headers: { "www-authenticate": `Basic realm=${challenge()}` },
          body: { error: "unauthorized_client", error_description: "Invalid or missing challenge token" },
        };
      }
      const identity = chooseIdentity(query, machine);
      if (typeof identity === "string") return imdsFaults.identityNotFound();
      if (!machine.resourceExists(resource)) {
        return {
          status: 400,
          body: { error: "invalid_resource", error_description: unknownResource(resource, machine) },
        };
      }
      // The client takes an answer that does not repeat what it asked for as one for another identity.
      const echo = Object.fromEntries(
        ["object_id", "msi_res_id"].flatMap((name) => query.getAll(name).map((v) => [name, v])),
      );
      return { status: 200, body: { ...(await imdsToken(identity, resource, machine)), ...echo } };
    },
    dispose() {
      for (const key of [...challenges.keys()]) redeem(key);
    },
  };
}
