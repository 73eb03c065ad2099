import { type AadstsEntry, aadstsEntry } from "./aadsts.js";
import type { Evidence } from "./evidence.js";
import { KINDS } from "./kinds.js";

/** What Entra ID tolerates of clocks that differ, in seconds. */
const TOLERANCE = 300;
/** How far apart two readings of the same difference may be, in seconds. */
const PRECISION = 120;

const TIME = "(\\d{4}-\\d\\d-\\d\\d[T\\s]\\d\\d:\\d\\d:\\d\\d)[.\\d]{0,9}Z?";
const RANGE = new RegExp(
  `current\\s{1,4}time:\\s{1,4}${TIME},\\s{0,4}assertion\\s{1,4}valid\\s{1,4}from:?\\s{1,4}${TIME}`,
  "i",
);

const entries = new Map<number, AadstsEntry>();

/** The number, with what it means where the clock is to blame. */
function skewed(code: number): AadstsEntry | undefined {
  const usual = aadstsEntry(code);
  if (usual?.kind !== "assertion_expired") return undefined;
  let entry = entries.get(code);
  if (entry === undefined) {
    const { owner, retryable, means: summary } = KINDS.clock_skew;
    entry = { ...usual, kind: "clock_skew", owner, retryable, summary, mitigations: [] };
    entries.set(code, entry);
  }
  return entry;
}

/**
 * What a number of Entra ID means where the time of an assertion was refused that was made a moment ago: the clock of its
 * maker is wrong. An assertion that was read from a file has got its times from somebody else's clock, so it is told by
 * the difference of the clocks, or by a start that is yet to come.
 *
 * @param code - AADSTS number
 * @param evidence - what was read off the error
 * @param seen - class name of the credential, and the answer's `Date` minus the local clock in seconds, where known
 * @internal
 */
export function bySkew(
  code: number,
  { text }: Evidence,
  seen: { readonly credentialType: string | undefined; readonly skewSeconds: number | undefined },
): AadstsEntry | undefined {
  const entry = skewed(code);
  if (entry === undefined) return undefined;
  const { credentialType, skewSeconds = 0 } = seen;
  const found = RANGE.exec(text);
  const [now, from] = [found?.[1], found?.[2]].map((time) => Date.parse(`${time?.replace(/\s/, "T")}Z`) / 1000);
  const ahead = (from ?? Number.NaN) - (now ?? Number.NaN);
  if (ahead > TOLERANCE) return entry;
  if (Math.abs(skewSeconds) <= TOLERANCE) return undefined;
  const fresh = Number.isNaN(ahead)
    ? credentialType === "ClientCertificateCredential"
    : Math.abs(ahead + skewSeconds) <= PRECISION;
  return fresh ? entry : undefined;
}

/**
 * How far the clocks are apart, as a clause.
 *
 * @param skewSeconds - the answer's `Date` minus the local clock
 * @internal
 */
export function skewClause(skewSeconds: number | undefined): string {
  if (skewSeconds === undefined || Math.abs(skewSeconds) <= TOLERANCE) return "";
  return `; this machine’s clock is ${Math.abs(skewSeconds)} s ${skewSeconds < 0 ? "ahead of" : "behind"} the server’s`;
}
