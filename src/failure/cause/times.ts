import type { Evidence } from "../evidence.js";
import type { FailureKind } from "../kinds.js";
import type { Verdict } from "../verdict.js";

const TIME = "(\\d{4}-\\d\\d-\\d\\d[t ]\\d\\d:\\d\\d:\\d\\d)[.\\d]{0,9}z?";
const WINDOW = new RegExp(
  `current time: ${TIME}, {0,2}(?:assertion valid from:? ${TIME}, {0,2})?expiry time of assertion:? ${TIME}`,
);
const ISSUED = new RegExp(`\\b(?:token|grant) was issued on '?${TIME}`);
const VALID_FROM = new RegExp(`tokensvalidfrom date .{0,80}? is '?${TIME}`);
const UNUSED = /was inactive for (\d{1,4})\.00:00:00/;
/** A response of Microsoft's libraries for .NET: `ValidTo (UTC): '5/14/2024 6:20:51 AM'`. */
const DOT_NET = /valid(to|from) \(utc\): '([^']{10,24})', ?current time \(utc\): '([^']{10,24})'/;
/** Azure Resource Manager. */
const LATE = /expiry utc time '([^']{10,24})' is earlier than current utc time '([^']{10,24})'/;
/** As MSAL for Python tells it, in seconds since the epoch. */
const EPOCH = /current epoch = (\d{10})\b.{0,1000}?['"]nbf['"]: ?(\d{10})\b/;

const TIMED: ReadonlySet<FailureKind> = new Set([
  "assertion_expired",
  "invalid_assertion",
  "refresh_token_expired",
  "clock_skew",
  "token_rejected",
  "interaction_required",
]);

/** What stands before one of the times that are compared. */
const TOLD = /current (?:utc )?(?:time|epoch)|was issued on/;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function seconds(time: string | undefined): number {
  return Date.parse(`${time?.replace(/[t ]/i, "T")}Z`);
}

function counted(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}

function lasting(ms: number): string {
  if (ms >= 2 * DAY) return counted(Math.floor(ms / DAY), "day");
  if (ms >= 2 * HOUR) {
    const minutes = Math.floor((ms % HOUR) / MINUTE);
    return `${counted(Math.floor(ms / HOUR), "hour")}${minutes === 0 ? "" : ` ${counted(minutes, "minute")}`}`;
  }
  return ms >= MINUTE ? counted(Math.floor(ms / MINUTE), "minute") : counted(Math.floor(ms / 1000), "second");
}

/** A time of the day, and the day where it is another one. */
function shown(time: number, beside: number): string {
  const [day, clock] = new Date(time).toISOString().slice(0, 19).split("T");
  return Math.floor(time / DAY) === Math.floor(beside / DAY) ? `${clock} UTC` : `${day} ${clock} UTC`;
}

function windowOf(plain: string): string | undefined {
  const found = WINDOW.exec(plain);
  if (found === null) return undefined;
  const [now = Number.NaN, from = Number.NaN, until = Number.NaN] = found.slice(1).map(seconds);
  if (now > until) {
    return `The assertion had expired at ${shown(until, now)}, ${lasting(now - until)} before it was presented at ${shown(now, now)}.`;
  }
  return now < from
    ? `The assertion is valid from ${shown(from, now)}, ${lasting(from - now)} after it was presented at ${shown(now, now)}.`
    : undefined;
}

function issueOf(plain: string, evidence: Evidence): string | undefined {
  const issued = seconds(ISSUED.exec(plain)?.[1]);
  if (Number.isNaN(issued)) return undefined;
  const day = new Date(issued).toISOString().slice(0, 10);
  const from = seconds(VALID_FROM.exec(plain)?.[1]);
  if (from > issued)
    return `The grant was issued at ${shown(issued, Number.NaN)}; what is older than ${shown(from, issued)} is revoked.`;
  const age = seconds(evidence.timestamp?.slice(0, 19)) - issued;
  const unused = UNUSED.exec(plain)?.[1];
  const limit = unused === undefined ? "" : `; unused, it lasts ${counted(Number(unused), "day")}`;
  return `It was issued on ${day}${age >= MINUTE ? `, ${lasting(age)} before this answer` : ""}${limit}.`;
}

function byClock(plain: string): string | undefined {
  const late = LATE.exec(plain);
  const passed = Date.parse(`${late?.[2]} UTC`) - Date.parse(`${late?.[1]} UTC`);
  if (passed > 0) return `The token had expired ${lasting(passed)} before.`;
  const dotNet = DOT_NET.exec(plain);
  if (dotNet !== null) {
    const ends = dotNet[1] === "to";
    const [limit = Number.NaN, now = Number.NaN] = dotNet.slice(2).map((time) => Date.parse(`${time} UTC`));
    const apart = ends ? now - limit : limit - now;
    if (apart > 0)
      return ends
        ? `The token had expired ${lasting(apart)} before.`
        : `The token is valid only ${lasting(apart)} later.`;
  }
  const epoch = EPOCH.exec(plain);
  const behind = (Number(epoch?.[2]) - Number(epoch?.[1])) * 1000;
  return behind > 0 ? `By the clock of this machine the token becomes valid only in ${lasting(behind)}.` : undefined;
}

/**
 * How two times of the text relate: an expiry and the time of the answer, the issue of a token and its limit.
 *
 * @internal
 */
export function timesOf({ kind }: Verdict, evidence: Evidence): string | undefined {
  const { plain } = evidence;
  return TIMED.has(kind) && TOLD.test(plain)
    ? (windowOf(plain) ?? issueOf(plain, evidence) ?? byClock(plain))
    : undefined;
}
