import { entraRefusal } from "../entra/refusal.js";
import type { Answer, Call, EmulatedHost } from "../http.js";
import type { Fault, ThrottledFault } from "./fault.js";
import { imdsFaults } from "./imdsFaults.js";

/** What is to be done with the connection. @internal */
export type Outcome =
  | { readonly action: "answer" | "truncate"; readonly answer: Answer }
  | { readonly action: "hang" }
  | { readonly action: "reset" };

/** What a fault needs to know of the emulator. @internal */
export interface Stage {
  readonly host: EmulatedHost;
  readonly tenantId: string;
  readonly tenantName: string;
  /** Resolves after so many milliseconds; rejects when the emulator is closed. */
  wait(milliseconds: number): Promise<void>;
}

/** Plays a fault, or none. @internal */
export async function play(
  fault: Fault | undefined,
  call: Call,
  stage: Stage,
  normal: () => Promise<Answer> | Answer,
): Promise<Outcome> {
  switch (fault?.type) {
    case undefined:
    case "throttleAbove": // What exceeds the rate comes here as "throttled".
      return { action: "answer", answer: await normal() };
    case "hang":
    case "reset":
      return { action: fault.type };
    case "repeat":
      return play(fault.fault, call, stage, normal);
    case "delay":
      await stage.wait(fault.milliseconds);
      return play(fault.then, call, stage, normal);
    case "truncated":
      return { action: "truncate", answer: await normal() };
    case "emptyToken":
      return { action: "answer", answer: withoutToken(await normal()) };
    case "clockSkew":
      return { action: "answer", answer: skewed(await normal(), fault.seconds) };
    case "answer": {
      const { status, headers = {}, body } = fault;
      return { action: "answer", answer: { status, headers, body: body ?? { error: `status_${status}` } } };
    }
    case "throttled":
      return { action: "answer", answer: throttled(fault, call, stage) };
    case "aadsts":
      return { action: "answer", answer: passedOn(entraRefusal(fault.code, call, stage, fault), stage.host) };
  }
}

function withoutToken(answer: Answer): Answer {
  return { ...answer, body: { ...(typeof answer.body === "object" ? answer.body : {}), access_token: "" } };
}

function skewed(answer: Answer, seconds: number): Answer {
  return { ...answer, headers: { ...answer.headers, date: new Date(Date.now() + seconds * 1000).toUTCString() } };
}

function throttled(fault: ThrottledFault, call: Call, stage: Stage): Answer {
  const headers: Record<string, string> = {};
  if (fault.retryAfterSeconds !== undefined) headers["retry-after"] = String(fault.retryAfterSeconds);
  if (stage.host === "entra") return entraRefusal(90055, call, stage, { status: 429, headers });
  if (stage.host === "imds") return imdsFaults.tooManyRequests(fault);
  return { status: 429, headers, body: { error: { code: "TooManyRequests", message: "The request is throttled." } } };
}

/** Hosts that ask Entra ID on a client's behalf hand on no more than the word and the sentence. */
function passedOn(answer: Answer, host: EmulatedHost): Answer {
  if (host === "entra" || typeof answer.body !== "object") return answer;
  const { error, error_description } = answer.body as { error?: string; error_description?: string };
  return { status: answer.status, headers: {}, body: { error, error_description } };
}
