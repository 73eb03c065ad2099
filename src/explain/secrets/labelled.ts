import { isOrdinary } from "./ordinary.js";
import { type Secrecy, secrecyOf } from "./secretName.js";
import { SEPARATORS } from "./separators.js";
import { type Span, type Style, valueAt } from "./value.js";

/** In the languages that tools of Windows and Azure speak. */
const FOREIGN =
  /(?:mot de passe|contraseña|senha|hasło|parola|wachtwoord|lösenord|heslo|пароль|密码|密碼|パスワード|비밀번호)["']?\s{0,2}[:=：]\s{0,2}/gi;
const NAME = /[A-Za-z_$][\w$.-]{0,300}/g;

/** `The value '...' for AZURE_CLIENT_SECRET is wrong`: before the name. */
const BEFORE =
  /(["'`“‘«])([^"'`”’»\n]{1,200})["'`”’»](?: (?:was|is|that|you|given|provided|used|passed|supplied|set|specified|entered|sent|configured)){0,4}(?: (?:for|as|of|in)| is(?: not|n't)?) (?:(?:the|your|a|an|valid|correct|right|env|environment|variable|parameter|client|app|application|azure) ){0,5}["'`]?$/i;
/** What Kubernetes and Key Vault have in quotes after the word is a name. */
const NAMED = /^["'`”’»]? (?:not found|does not exist|is forbidden|in namespace|of type|was not found|referenced)/;
const DNS_NAME = /^[a-z0-9][a-z0-9./-]{0,80}$/;
/** What one was changed to, as Terraform shows it. */
const CHANGED = /["']? (?:->|=>|→) ["']?([^\s"']{1,400})/y;

function before(text: string, at: number): Span | undefined {
  const found = BEFORE.exec(text.slice(Math.max(0, at - 320), at));
  const value = found?.[2];
  if (found === null || value === undefined) return undefined;
  const start = Math.max(0, at - 320) + found.index + 1;
  return { start, end: start + value.length };
}

/** With blanks in it, as a connection string may have it: up to the next semicolon. */
const FIELD = /[^;&="'\n]{0,200}(?=;)/y;
/** As YAML has it: to the end of the line. */
const LINE = /(?<=^\s{0,40}(?:- )?[\w.-]{1,120}: {1,8})(?![^\n]{0,200}AADSTS\d)[^\n#;,|"']{1,200}$/my;

function widened(text: string, { start, end }: Span): Span {
  FIELD.lastIndex = end;
  return { start, end: end + (FIELD.exec(text)?.[0] ?? "").length };
}

function valueBehind(text: string, start: number, style: Style, secrecy: Secrecy): Span | undefined {
  LINE.lastIndex = start;
  const line = style === "spoken" && secrecy === "password" ? LINE.exec(text)?.[0].trimEnd() : undefined;
  return line === undefined ? valueAt(text, start, style) : { start, end: start + line.length };
}

function after(text: string, at: number, secrecy: Secrecy, inSentence: boolean): Span | undefined {
  for (const { pattern, style, spoken, only } of SEPARATORS) {
    if ((only !== undefined && only !== secrecy) || (spoken && !inSentence)) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const start = at + found[0].length;
    const span = valueBehind(text, start, style, secrecy);
    if (span === undefined) continue;
    const value = text.slice(span.start, span.end);
    if (isOrdinary(value, secrecy, spoken)) {
      // An assignment that assigns nothing is no sentence.
      if (!spoken) return undefined;
      continue;
    }
    if (spoken && DNS_NAME.test(value) && NAMED.test(text.slice(span.end, span.end + 40))) return undefined;
    const inField = span.start === start && secrecy === "password" && style === "assigned";
    return inField ? widened(text, span) : span;
  }
  return undefined;
}

/**
 * The values of a text that stand beside the name of a secret, and are no ordinary words.
 *
 * @internal
 */
export function labelledSecrets(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: label } of text.matchAll(FOREIGN)) {
    const span = valueAt(text, index + label.length, "spoken");
    if (span !== undefined) found.push(span);
  }
  let past = 0;
  for (const match of text.matchAll(NAME)) {
    if (match.index < past) continue;
    const name = match[0].replace(/[.-]+$/, "");
    const secrecy = secrecyOf(name);
    if (secrecy === undefined) continue;
    const end = match.index + name.length;
    const earlier = secrecy === "password" ? before(text, match.index) : undefined;
    if (earlier !== undefined && !isOrdinary(text.slice(earlier.start, earlier.end), secrecy, true))
      found.push(earlier);
    // "auth" is a topic in a sentence. The end of a path or of an address is the name of a place.
    const inPath = /[\w/\\.](?<!(?:^|\s)\/)$/.test(text.slice(Math.max(0, match.index - 2), match.index));
    const span = after(text, end, secrecy, !inPath && !/^_?auth$/i.test(name));
    if (span === undefined) continue;
    found.push(span);
    past = span.end;
    CHANGED.lastIndex = past;
    const changed = CHANGED.exec(text);
    if (changed === null) continue;
    past += changed[0].length;
    found.push({ start: past - (changed[1] ?? "").length, end: past });
  }
  return found;
}
