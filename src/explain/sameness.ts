import { lookupAadsts } from "../failure/aadsts.js";
import type { AttemptDiagnosis, Diagnosis } from "../failure/types.js";

/** What differs between two reports of the same failure: ids, times and numbers. Host names and error codes are kept. */
const VARYING =
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z?|\b(?!AADSTS)(?=[a-z]{0,40}\d)[0-9a-z]{12,64}\b|(?<![\w.-])(\d{1,11})(?![\w-]|\.\d)/gi;

/** Three digits may be a status, and some numbers are Entra ID's. */
function isTelling(number: string): boolean {
  return number.length === 3 || (/^\d{5,7}$/.test(number) && lookupAadsts(Number(number)) !== undefined);
}

function steady(text: string): string {
  return text.replace(VARYING, (found, number?: string) => (number !== undefined && isTelling(number) ? found : "#"));
}

/**
 * A number for a text in which only ids, times, durations and ports count as variable. Texts with the same number have
 * the same diagnosis.
 *
 * @internal
 */
export function fingerprint(text: string): number {
  const kept = steady(text);
  // cyrb53: good enough that two texts of a log never meet, and as fast as reading them.
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < kept.length; index++) {
    const unit = kept.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

function attemptKey({ credentialType, finding, decisive, attempts }: AttemptDiagnosis): unknown {
  return [credentialType, finding?.kind, decisive, attempts.map(attemptKey)];
}

/**
 * What makes a failure the same as another: what is known of it, without what changes from one time to the next.
 *
 * @param diagnosis - of a report
 * @param firstLine - tells apart what nothing is known about
 * @internal
 */
export function sameness(diagnosis: Diagnosis, firstLine: string): string {
  const { kind, credentialType, entra, http, network, cause, attempts } = diagnosis;
  const codes = entra?.codes ?? [];
  // A number of Entra ID says it all; whether its answer was quoted in full makes no difference.
  const evidence =
    codes.length > 0 ? codes : [entra?.error, http?.status, http?.host, network?.code, network?.host, steady(cause)];
  return JSON.stringify([
    kind,
    credentialType,
    evidence,
    // A chain of one is told in two ways: by itself, and by its member.
    attempts.length > 1 ? attempts.map(attemptKey) : [],
    kind === "unknown" ? steady(firstLine).replace(/\d+/g, "#") : "",
  ]);
}
