import type { Fault } from "./fault.js";

const SECOND = 1000;

/**
 * What a fault comes to for a request, given what has been let through before: of a `throttleAbove`, a refusal or nothing.
 *
 * @param at - when the request arrived, in milliseconds
 * @param served - when the requests arrived that were let through within the last second; kept up to date here
 * @internal
 */
export function atRate(fault: Fault, at: number, served: number[]): Fault | undefined {
  if (fault.type === "repeat") return atRate(fault.fault, at, served);
  if (fault.type === "delay" && fault.then) {
    const { then: late, ...delay } = fault;
    const then = atRate(late, at, served);
    return then ? { ...fault, then } : { ...delay, name: "delay" };
  }
  if (fault.type !== "throttleAbove") return fault;
  while (served[0] !== undefined && served[0] <= at - SECOND) served.shift();
  if (served.length < fault.perSecond) {
    served.push(at);
    return undefined;
  }
  const { name, retryAfterSeconds } = fault;
  return { type: "throttled", name, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) };
}
