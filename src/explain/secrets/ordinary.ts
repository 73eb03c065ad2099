import { isProse } from "./proseWords.js";
import type { Secrecy } from "./secretName.js";
import { wordShare } from "./shapes.js";

/** What stands where a value was left out. */
const PLACEHOLDER =
  /^(?:null|undefined|none|nil|true|false|n\/a|redacted|\(null\)|"?"?|[*x•.…_-]{1,80}|<[\w .-]{0,60}>?|\[[\w .-]{0,60}\]?|\$?\{{1,2}[^{}]{0,100}\}{0,2}|\$\(?[\w.:]{1,100}\)?|%[\w]{1,60}%|%[sdvq])$/i;
const CODE = /^AADSTS\d{3,9}/;
const CLASS = /^[A-Za-z_$][\w.$]{0,160}(?:Error|Exception|Credential|Failure)\b/;
const VARIABLE = /^(?:AZURE|ARM|AAD|MSI|IDENTITY|ACTIONS|SYSTEM|AZCOPY)_[A-Z_]{3,60}$/;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** A status, which may follow a colon. */
const STATUS = /^\d{3}$/;
/** Numbers, times, versions, and short counts with their unit. */
const NUMBER = /^[-+]?\d[\d.,:/-]{0,30}(?:T[\d:.]{4,20}Z?|Z|ms|s|%|kB|MB)?$/;
/** Words that a program puts together: kebab, snake, dotted, camel; each part a word. */
const WORDLIKE = /^\p{L}{1,24}(?:[-_./#]\p{L}{1,24}){0,8}(?:\(.{0,100})?$/u;
const PLACE = /^(?:[/\\~]|[A-Za-z]:[\\/]|\.{1,2}[\\/]|[a-z][a-z+.-]{1,20}:\/\/|-{1,2}[A-Za-z])/;
const URL = /^https:\/\/[^\s?#]{1,300}$/;
const ASSIGNMENT = /^[A-Za-z_][\w.-]{0,60}=(?!=)/;
const FLAG = /^--[a-z]/;
const FILE = /^(?:[\w.-]{1,60}\/){0,8}[\w.+-]{1,60}\.(?:so|dll|dylib|py|js|ts|go|cs|java|rb|ps1)(?:[.:]\d{1,6}){0,3}$/;
/** Source code that gets one. */
const CALL = /^(?:await|new|[A-Za-z_]{2,40}(?:\.[A-Za-z_]{2,40}){0,4}\((?:$|[a-z_]{2,30}=|["')]).{0,200})$/;
const PUNCTUATION = /^[|([{"'`“‘«]+|[.,:;!?)\]}"'`”’»…|]+$/g;

/** What looks like one may still be generated: capitals all over it. */
function isWord(text: string): boolean {
  return WORDLIKE.test(text) && (text.length <= 15 || wordShare(text) > 0.5);
}

/** An error in place of a secret; a phrase that somebody chose has other words in it. */
function isSentence(text: string): boolean {
  const words = text.slice(0, 200).split(/\s+/);
  return words.length > 4 && words.filter((word) => isProse(word.replace(PUNCTUATION, ""))).length > words.length * 0.6;
}

/**
 * Whether a value beside the name of a secret is no secret.
 *
 * @param value - the value, quotes around it taken off
 * @param secrecy - what the name says
 * @param spoken - whether the two stand in a sentence, rather than in an assignment
 * @internal
 */
export function isOrdinary(value: string, secrecy: Secrecy, spoken: boolean): boolean {
  if (PLACEHOLDER.test(value) || CODE.test(value) || VARIABLE.test(value)) return true;
  // Line breaks as JSON writes them.
  const bare = (value.split(/\\[rnt]/)[0] ?? "").replace(/’/g, "'").replace(PUNCTUATION, "");
  if (
    bare === "" ||
    /^[^\p{L}\d]{1,2}$/u.test(bare) ||
    PLACEHOLDER.test(bare) ||
    CODE.test(bare) ||
    VARIABLE.test(bare)
  )
    return true;
  if (secrecy === "password") {
    if (!spoken) return CALL.test(value) || isSentence(bare);
    if (FLAG.test(value) || FILE.test(bare)) return true;
    if (GUID.test(bare) || STATUS.test(bare) || (CLASS.test(bare) && !/\d/.test(bare))) return true;
    return bare.split(/[\s/]+/).every((word) => isProse(word.replace(PUNCTUATION, "")));
  }
  // No token has blanks in it, but an error that was put in its place has.
  if (/\s/.test(bare) || isProse(bare) || CALL.test(value)) return true;
  if (CLASS.test(bare) && !/\d/.test(bare)) return true;
  if (secrecy === "key" && (isWord(bare) || GUID.test(bare) || NUMBER.test(bare))) return true;
  if (!spoken) return URL.test(bare);
  return (
    FILE.test(bare) ||
    isWord(bare) ||
    GUID.test(bare) ||
    NUMBER.test(bare) ||
    PLACE.test(value) ||
    ASSIGNMENT.test(bare)
  );
}
