import type { Evidence } from "../evidence.js";
import { CONTENT_FOR_PATH } from "../rules/contentForPath.js";
import { CREDENTIAL_FILE_RULES } from "../rules/credentialFile.js";
import { applies } from "../rules/index.js";
import { kindOfConnectionCode, kindOfTransportCode } from "../transport.js";
import type { Verdict } from "../verdict.js";

const TOOL_SPAWN = /^spawn (?:\S{0,200}[\\/])?(?:az|azd|pwsh|powershell|cmd)(?:\.exe|\.cmd)?$|^spawn$/;

/** What the system says of a file that is not there or not to be read; a mounted one is a chain of links. */
const OF_FILES: ReadonlySet<string> = new Set(["ENOENT", "EACCES", "EISDIR", "EPERM", "ENOTDIR", "ELOOP"]);
const READING: ReadonlySet<string> = new Set(["open", "stat", "lstat", "read", "access", "readlink", "realpath"]);

/** No path is as long as what has this code, and a key or a token is none. */
function isGivenContent({ contentGiven }: Evidence, code: string): boolean {
  return code === "ENAMETOOLONG" || contentGiven !== undefined;
}

/**
 * What the codes of the errors say.
 *
 * @param evidence - what was read off the error
 * @param acquiring - whether the failure is known to be one of acquiring a token
 * @internal
 */
export function byCode(evidence: Evidence, acquiring: boolean): Verdict | undefined {
  for (const node of evidence.nodes) {
    const { code } = node;
    if (code === undefined) continue;
    // Axios gives this code to a request that ran out of its time.
    const late = code === "ECONNABORTED" && /\btimeout of \d/.test(evidence.plain);
    const ofCode = node.syscall === "connect" ? kindOfConnectionCode(code) : kindOfTransportCode(code);
    const kind = late ? "network_timeout" : ofCode;
    if (kind !== undefined) {
      const identity = evidence.managedIdentity && kind !== "tls_failure" && !evidence.host?.startsWith("login.");
      const ofIdentity = code.startsWith("HPE_") ? "managed_identity_endpoint_error" : "managed_identity_unreachable";
      return { kind: identity ? ofIdentity : kind, code, answered: false };
    }
    if (code === "ENOENT" && node.syscall !== undefined && TOOL_SPAWN.test(node.syscall)) {
      return { kind: "tool_not_installed", code, answered: false };
    }
    if (code.startsWith("ERR_OSSL_")) return { kind: "certificate_unusable", code, answered: false };
    if (acquiring && (code === "ENOENT" || code === "ENAMETOOLONG") && isGivenContent(evidence, code)) {
      return { kind: CONTENT_FOR_PATH.kind, rule: CONTENT_FOR_PATH, answered: false };
    }
    if (acquiring && OF_FILES.has(code)) {
      const cache = CREDENTIAL_FILE_RULES.find(({ id }) => id === "file.token-cache");
      if (cache !== undefined && applies(cache, evidence.plain, false)) {
        return { kind: cache.kind, rule: cache, code, answered: false };
      }
      if (node.syscall === undefined || READING.has(node.syscall)) {
        return { kind: "credential_file_unreadable", code, answered: false };
      }
    }
  }
  return undefined;
}
