/*
 * Logs, tickets and metric labels cut a message where their room ends. Where what is left shows which of the usual last
 * words was cut, the message says as much as the whole.
 */

/** Last words of messages, as in a plain text. */
const ENDINGS: readonly string[] = [
  "connection refused",
  "connection reset by peer",
  "connection timed out",
  "connection aborted",
  "i/o timeout",
  "no such host is known",
  "no such file or directory",
  "server misbehaving",
  "context deadline exceeded",
  "context canceled",
  "tls handshake timeout",
  "no route to host",
  "network is unreachable",
  "temporary failure in name resolution",
  "name or service not known",
  "nodename nor servname provided",
  "certificate signed by unknown authority",
  "certificate has expired",
  "self-signed certificate in certificate chain",
  "unable to get local issuer certificate",
  "proxy authentication required",
  "permission denied",
  "access is denied",
  "executable file not found",
  "command not found",
  "az: not found",
  "azure cli not found",
  "is not installed",
  "not fully configured",
  "operation timed out",
  "request timed out",
  "socket hang up",
  "forcibly closed by the remote host",
  "operation was attempted to an unreachable network",
  "target machine actively refused it",
  "connected party did not properly respond",
  "could not resolve host",
  "couldn't resolve host",
  "couldn't resolve proxy",
  "no response received from the managed identity endpoint",
  "no managed identity endpoint found",
  "no response from the imds endpoint",
  "imds endpoint, but it is not available",
  "request failed due to a gateway error",
  "identity isn't assigned to this resource",
  "authorizationpermissionmismatch",
  "forbiddenbyfirewall",
  "forbiddenbyrbac",
  "token in 30 seconds",
  "failed to invoke the azure cli",
  "multifactor authentication is required",
];

/** The least that is left of an ending, and how much of it at least. */
const LEAST = 6;
const SHARE = 0.5;

/** By their last characters, what is left of endings and what of each is gone. */
function readCuts(): ReadonlyMap<string, readonly (readonly [left: string, gone: string])[]> {
  const cuts = new Map<string, [string, string][]>();
  for (const ending of ENDINGS) {
    for (let length = Math.max(LEAST, Math.ceil(ending.length * SHARE)); length < ending.length; length++) {
      const left = ending.slice(0, length);
      // Two whole words may be all that was said.
      if (ending[length] === " " && left.split(" ").length < 3) continue;
      // What may have been the beginning of another is not known.
      if (ENDINGS.some((other) => other !== ending && other.startsWith(left))) continue;
      const key = left.slice(-LEAST);
      const known = cuts.get(key);
      if (known === undefined) cuts.set(key, [[left, ending.slice(length)]]);
      else known.push([left, ending.slice(length)]);
    }
  }
  return cuts;
}

let cuts: ReturnType<typeof readCuts> | undefined;

/** What stands behind a message that was cut: dots, quotes and brackets that a log closes, a remark. */
const BEHIND = /(?:\.{2,3}|\u2026)?(?:\s?[[(<]?\s?truncated[^\n]{0,40})?["'`\])}\s\\]{0,12}$/;
const MAX_BEHIND = 64;

/**
 * A plain text without what a log puts where it cuts.
 *
 * @param plain - plain text
 * @internal
 */
export function withoutCutMark(plain: string): string {
  const tail = plain.slice(-MAX_BEHIND);
  return plain.slice(0, plain.length - tail.length + tail.search(BEHIND));
}

/**
 * A plain text with the rest of its last words, where it ends within them.
 *
 * @param plain - plain text
 * @internal
 */
export function withCutEnd(plain: string): string {
  cuts ??= readCuts();
  const own = cuts.get(plain.slice(-LEAST));
  if (own !== undefined) return completed(plain, plain.length, own);
  const code = plain.charCodeAt(plain.length - 1);
  // A letter or a digit: nothing stands behind it.
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return plain;
  const tail = plain.slice(-MAX_BEHIND);
  const end = plain.length - tail.length + tail.search(BEHIND);
  const before = cuts.get(plain.slice(Math.max(0, end - LEAST), end));
  return before === undefined ? plain : completed(plain, end, before);
}

function completed(plain: string, end: number, known: readonly (readonly [string, string])[]): string {
  for (const [left, gone] of known)
    if (plain.startsWith(left, end - left.length)) return plain.slice(0, end) + gone + plain.slice(end);
  return plain;
}
