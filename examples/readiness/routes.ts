import { type AcquisitionRecord, diagnose } from "diagnostic-credential";
import type { ProductionCredential } from "diagnostic-credential/production";

/** What the service will ask tokens for. */
export const SCOPE = "https://vault.azure.net/.default";

export interface Service {
  readonly credential: ProductionCredential;
  /** The credential has given a token. */
  ready: boolean;
  /** Fires when the service is told to end. */
  readonly termination: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function plain(status: number, line: string): Answer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${line}\n` };
}

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: `${JSON.stringify(value)}\n` };
}

/** Until the service is ready nobody but `ready()` asks for tokens, so the records are its tries. */
function reason(tries: readonly AcquisitionRecord[]): string {
  const last = tries.at(-1);
  if (last === undefined) return "No token yet: the first try is under way.";
  const why = last.diagnosis === undefined ? last.outcome : `${last.diagnosis.summary} (${last.diagnosis.kind})`;
  return `No token yet, failed tries: ${tries.length}. ${why}`;
}

/** Once it has started, it has: a restart is no remedy for what goes wrong later. */
function startup({ credential, ready }: Service): Answer {
  return ready ? plain(200, "started") : plain(503, reason(credential.recent()));
}

function readiness(service: Service): Answer {
  if (service.termination.aborted) return plain(503, "stopping");
  return service.ready ? plain(200, "ready") : startup(service);
}

async function orders({ credential, ready }: Service): Promise<Answer> {
  if (!ready) return json(503, { error: "starting" }, { "retry-after": "5" });
  try {
    // Stands for the call of a client, which asks the credential by itself.
    if ((await credential.getToken(SCOPE)) === null) return json(503, { error: "no_credential_available" });
    return json(200, { orders: ["book", "lamp"] });
  } catch (error) {
    return json(503, { error: diagnose(error).kind });
  }
}

/** What the cluster and the clients see: no identifiers, no host names. */
export function publicAnswer(path: string, service: Service): Answer | Promise<Answer> {
  switch (path) {
    case "/startupz":
      return startup(service);
    case "/readyz":
      return readiness(service);
    case "/orders":
      return orders(service);
    default:
      return plain(404, "There are /orders, /startupz and /readyz.");
  }
}

/** What a support engineer asks for. It names the tenant, hosts and correlation ids, so it is not for everybody. */
export function debugAnswer(path: string, { credential, ready }: Service): Answer {
  if (path !== "/debug/credential") return plain(404, "There is /debug/credential.");
  const recent = credential.recent().map((record) => ({ at: new Date(record.startTime).toISOString(), ...record }));
  return json(200, { ready, credential, chosen: credential.choice.sentence, node: process.version, recent });
}
