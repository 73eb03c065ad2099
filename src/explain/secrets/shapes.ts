/*
 * Secrets that are known by what they look like. Internal.
 */

/** A key in PEM, with its end or cut off; a sentence may name the marker alone. */
export const PEM =
  /-----BEGIN [A-Z0-9 ]{1,40}-----(?:[\w+/=\s\\]{0,8000}-----END [A-Z0-9 ]{1,40}-----|(?:\s|\\[nr]){1,8}(?!(?:block|marker|line|header|section|and|or|was|in)\b)[\w+/=\s\\]{3,8000})/g;

/** What has a prefix or a form of its own: tokens, codes and secrets of Entra ID, and of services whose tokens CI systems hold. */
export const FORMS: readonly RegExp[] = [
  /eyJ[\w-]{2,}[\w.=-]*/g,
  // A secret of an application, as generated since 2020.
  /[\w~.-]{3}\dQ~[\w~.-]{8,60}/g,
  // Refresh tokens and authorization codes.
  /(?<![\w.])[01]\.A[\w-]{4,}[\w.-]*/g,
  /(?<![\w.])M\.[CR]\w{1,6}[._][\w.*!$-]{8,}/g,
  /(?<!\w)(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|npm_|hvs\.|sk-|pypi-|AKIA|AIza|SG\.|dapi)(?=[\w.-]{0,80}\d)[\w.-]{10,}/g,
];

const RUN = /[\w+/=~-]{20,}/g;
/** Also one that is cut short. */
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{6,12}/gi;
const HEX = /^[0-9a-f]{32,}$/i;
/** What stands before what names a request or a certificate: support asks for the one, and the other is public. */
const PUBLIC =
  /(?:(?:tracking|correlation|request|trace|activity|operation|client-request|session|immutable)[ _-]?id|thumbprint|x5t|kid)(?: of key used by client| is)?\W{0,6}$/i;
const SHORT = 20;
const LONG = 28;

/** Words, and what is longer than chance has it. */
const WORDS = /(?<![A-Za-z\d])(?:[A-Z]?[a-z]{2,}|[A-Z]{2,})(?![A-Za-z\d])|[A-Z]?[a-z]{4,}|\d{6,}/g;

const UNSPEAKABLE = /^[^aeiouy\d]{4,}$|^.?[^aeiouy\d]{3,}.?$|[bcdfghjklmnpqrstvwxz]{5}/;

/**
 * How much of a run is words, from 0 to 1. What was generated has few.
 *
 * @internal
 */
export function wordShare(run: string): number {
  let worded = 0;
  for (const [word] of run.matchAll(WORDS)) if (!UNSPEAKABLE.test(word)) worded += word.length;
  return worded / run.length;
}

/** Capitals, small letters and digits all over it; names have words in them. */
function isMixed(part: string): boolean {
  if (part.length < SHORT || !/[a-z]/i.test(part)) return false;
  const both = /[a-z]/.test(part) && /[A-Z]/.test(part);
  // Of what is long and random, one in a thousand has no digit.
  if (!/\d/.test(part)) return both && part.length >= LONG && wordShare(part) < 0.4;
  return both ? wordShare(part) < 0.45 : part.length >= 32 && wordShare(part) < 0.3;
}

function isGenerated(run: string): boolean {
  // What stands before an equals sign names what follows.
  const value = run.replace(/^[\w-]{1,60}=(?=[^=])/, "").replace(GUID, "");
  if (value.length < SHORT) return false;
  if (HEX.test(value)) return true;
  if (value.split(/[/=]/).some((part) => isMixed(part.replace(/^[_-]+|[_-]+$/g, "")))) return true;
  // Base 64 has its slashes anywhere.
  return value.length >= (/[+=]/.test(value) ? 24 : 32) && isMixed(value);
}

/**
 * Hides the unbroken runs of a text that look generated rather than named.
 *
 * @internal
 */
export function hideGenerated(text: string, hidden: string): string {
  return text.replace(RUN, (run: string, at: number) => {
    // In what was encoded for a URL, a plus sign is a blank.
    const encoded = text[at - 1] === "%" || text[at + run.length] === "%";
    if (!(encoded ? run.split("+") : [run]).some(isGenerated)) return run;
    return PUBLIC.test(text.slice(Math.max(0, at - 40), at)) ? run : hidden;
  });
}
