import type { Evidence } from "../evidence.js";
import { KINDS } from "../kinds.js";
import { transportCode } from "../transport.js";
import type { Verdict } from "../verdict.js";

/** A sentence may end behind a host. */
const END = /\.+$/;
/** No identity endpoint has such a name: a text about one names it because the token is for it. */
const SERVICE = /(?:azure|windows|microsoft)\.(?:net|com|cn|us|io)$/i;

function hostAndPort({ host, port }: Evidence): string | undefined {
  return host === undefined ? undefined : `${host.replace(END, "")}${port === undefined ? "" : `:${port}`}`;
}

/** Whether the host is of the resource that the token is for. */
function isAskedFor({ host = "", text }: Evidence, identity: boolean): boolean {
  return (identity && SERVICE.test(host)) || text.includes(`${host}/.default`) || text.includes(`${host}//.default`);
}

/**
 * Where it happened: the exchange or process that was seen, the code of the transport, the host.
 *
 * @internal
 */
export function placeOf({ kind, wire, code }: Verdict, evidence: Evidence): string | undefined {
  if (wire !== undefined) return `${wire.host === undefined ? "The process" : "On the wire,"} ${wire.seen}`;
  const { stage } = KINDS[kind];
  // The network is in the way of a token of another party, too.
  const coded = stage === "network" || kind === "assertion_unavailable";
  if (code === undefined && !coded && stage !== "managed_identity") return undefined;
  const at = hostAndPort(evidence);
  const shown = code ?? (coded ? transportCode(evidence.codes) : undefined);
  if (shown !== undefined) return `The error code was ${shown}${at === undefined ? "" : ` for ${at}`}.`;
  return at === undefined || stage === "configuration" || isAskedFor(evidence, stage === "managed_identity")
    ? undefined
    : `The host was ${at}.`;
}

/**
 * How long the answer asks to wait.
 *
 * @internal
 */
export function pauseOf({ wire, rule }: Verdict, evidence: Evidence): string | undefined {
  // Nothing was answered: what was seen says how long nothing is sent.
  if (rule?.id === "entra.held-back") return undefined;
  const seconds = wire?.retryAfterSeconds ?? evidence.retryAfterSeconds;
  return seconds === undefined ? undefined : `The answer asks to wait for ${seconds} s.`;
}

/**
 * The HTTP status of the answer, where no exchange tells it.
 *
 * @internal
 */
export function statusOf({ kind, wire }: Verdict, evidence: Evidence): string | undefined {
  const { stage } = KINDS[kind];
  const none = (stage === "configuration" && kind !== "assertion_unavailable") || stage === "developer_tool";
  const told = wire !== undefined || none;
  const status = told ? undefined : evidence.status;
  return status === undefined ? undefined : `The HTTP status was ${status}.`;
}
