import type { AcquisitionEvidence, Exchange, Finding, ToolProcess } from "./types.js";

function target({ method, host, port }: Exchange): string {
  return `${method} ${host}:${port}`;
}

function isRunning({ exitCode, signal }: ToolProcess): boolean {
  return exitCode === undefined && signal === undefined;
}

function times(count: number): string {
  return count > 1 ? ` (${count} times)` : "";
}

/** The request before, where nothing was being waited for: the credential pauses before it tries again. */
function withLast(finding: Finding, last: Exchange, exchanges: readonly Exchange[]): Finding {
  const { host, port, status, errorCode, proxyHost, proxyPort } = last;
  const outcome = errorCode === undefined ? `been answered with ${status}` : `ended in ${errorCode}`;
  const same = exchanges.filter((one) => one.host === host && one.status === status && one.errorCode === errorCode);
  const cause = `${finding.cause} Nothing was on the wire when the time was over; before, ${target(last)} had ${outcome}${times(same.length)}.`;
  const place =
    proxyHost === undefined ? { host, port } : { host: proxyHost, ...(proxyPort !== undefined && { port: proxyPort }) };
  if (errorCode !== undefined) return { ...finding, cause, network: { code: errorCode, ...place } };
  return status === undefined ? finding : { ...finding, cause, http: { ...finding.http, status, host } };
}

/**
 * What was being waited for when the caller or the deadline ended the wait.
 *
 * @param finding - of a decision of the caller or of this library
 * @param evidence - what was seen of the acquisition
 * @internal
 */
export function withWaiting(finding: Finding, { exchanges, processes }: AcquisitionEvidence): Finding {
  if (finding.stage !== "caller") return finding;
  const pending = exchanges.findLast((exchange) => exchange.pending === true);
  if (pending !== undefined) {
    const waited = Math.round(pending.durationMs);
    const cause = `${finding.cause} ${target(pending)} had been waiting for an answer for ${waited} ms.`;
    return { ...finding, http: { ...finding.http, host: pending.host }, cause };
  }
  const running = processes.findLast(isRunning);
  if (running !== undefined) {
    const cause = `${finding.cause} The process ${running.file} had been running for ${Math.round(running.durationMs)} ms.`;
    return { ...finding, cause };
  }
  const last = exchanges.at(-1);
  if (last !== undefined) return withLast(finding, last, exchanges);
  return finding.kind === "deadline_exceeded"
    ? { ...finding, cause: `${finding.cause} It had sent no request and started no process.` }
    : finding;
}
