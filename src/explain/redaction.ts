import type { Diagnosis } from "../failure/types.js";
import { redactText } from "../telemetry/redact.js";

const HIDDEN = "REDACTED";
const MAX_QUOTE = 240;

const LABEL =
  "(?:client|app|application|shared|account|access|api|private|storage|function|master|host|subscription|primary|secondary)?[_ -]?(?:secret|password|passwd|passphrase|pwd|key|signature|sig|token|assertion|cookie|credential|jwt|bearer|pat|auth|authorization)(?:[_ -]?(?:value|key|header))?";
const VALUE = "\\\\?(?:\"[^\"\\n]{0,4000}(?:\"|$)|'[^'\\n]{0,4000}(?:'|$))|[^\\s,;&\"'<>)}\\]]{1,4000}";
/** `clientSecret=...`, `"password": "..."`, `sig=...`, `AZURE_CLIENT_SECRET: ...`. */
const LABELLED = new RegExp(
  `(${LABEL}\\\\?["']?\\s{0,3}(?:=>?|:=|:(?=\\s{0,2}\\\\?["'])|:(?! ))\\s{0,3})(?:${VALUE})`,
  "gi",
);
/** A password may have spaces: up to what may be the next key. */
const PASSWORD =
  /((?:secret|password|passwd|passphrase|pwd)\s{0,3}=\s{0,3})(?!["'\\])(?:(?!\s[\w.-]{1,60}=)[^;&\n]){1,4000}/gi;
/** A label with a colon and a space is prose as often as not: `Failed to load secret: ...`. */
const COLON = new RegExp(
  `(\\b(?:[\\w-]{0,40}[_-]|client |)(?:secret|password|passwd|passphrase|pwd|sig|assertion|cookie|token|key): {1,3})(?!AADSTS\\d|[A-Za-z.]{1,80}(?:Error|Exception|Credential)\\b|[A-Za-z]{1,24},? [a-z])(${VALUE})`,
  "gi",
);
const HEADER =
  /((?:proxy-)?authorization|x-identity-header|set-cookie|cookie|x-ms-authorization[\w-]{0,20}|ocp-apim-subscription-key|x-functions-key|metadata-secret)(\\?["']?\s{0,3}[:=]\s{0,3}).{1,4000}/gi;
const SCHEME =
  /\b(Bearer|Basic|SharedKey|SharedAccessSignature|Negotiate|NTLM)(\s{1,3})(?=[^\s"']{0,4000}[\d=.+/_-])[^\s"',]{6,4000}/gi;
const USER_INFO = /(:\/\/)[^\s/@"'<>]{1,400}@/g;
/** Parameters of a URL: signatures, codes and states, and nothing a reader needs. */
const QUERY = /(https?:\/\/[^\s"'<>?]{1,2000})\?[^\s"'<>]{1,4000}/g;
const PEM = /-----BEGIN [A-Z0-9 ]{1,40}-----[\w+/=\s\\]{0,8000}(?:-----END [A-Z0-9 ]{1,40}-----)?/g;
/** A secret of an Entra ID application, as generated since 2020. */
const CLIENT_SECRET = /[\w~.-]{3}\dQ~[\w~.-]{20,60}/g;
const RUN = /[\w+/=~-]{24,}/g;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether an unbroken run looks like something generated rather than something named. */
function isGenerated(run: string): boolean {
  if (GUID.test(run)) return false;
  if (/^[0-9a-f]{32,}$/i.test(run)) return true;
  return (
    run
      .split("/")
      .some(
        (part) => part.length >= 20 && !GUID.test(part) && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part),
      ) ||
    (/[+=]/.test(run) && /\d/.test(run) && /[A-Z]/.test(run))
  );
}

/**
 * Hides in a text of somebody else's whatever may be a secret: rather too much than too little.
 *
 * @internal
 */
export function hideSecrets(text: string): string {
  const labelled = text
    .replace(PEM, HIDDEN)
    .replace(HEADER, `$1$2${HIDDEN}`)
    .replace(SCHEME, `$1$2${HIDDEN}`)
    .replace(USER_INFO, `$1${HIDDEN}@`)
    .replace(QUERY, `$1?${HIDDEN}`)
    .replace(CLIENT_SECRET, HIDDEN)
    .replace(PASSWORD, `$1${HIDDEN}`)
    .replace(LABELLED, `$1${HIDDEN}`)
    .replace(COLON, `$1${HIDDEN}`);
  return redactText(labelled, "plain").replace(RUN, (run) => (isGenerated(run) ? HIDDEN : run));
}

/**
 * A line of the input that may be shown: printable, without secrets, short.
 *
 * @param line - a line without its log prefixes
 * @internal
 */
export function quote(line: string): string {
  const printable = line
    .slice(0, 4_000)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]+/gu, " ")
    .replace(/\s+/g, " ")
    // Quotes of JSON in JSON, so that what stands in them is known to.
    .replace(/\\{1,16}(?=["'])/g, "")
    .trim();
  const shown = hideSecrets(printable);
  return shown.length <= MAX_QUOTE ? shown : `${shown.slice(0, MAX_QUOTE - 1).trimEnd()}…`;
}

/** Everything a diagnosis says, with what the evidence filled in checked once more: the evidence is somebody else's text. */
function checked(value: unknown): unknown {
  if (typeof value === "string") return redactText(value.replace(/\p{Cc}+/gu, " "), "plain");
  if (Array.isArray(value)) return value.map(checked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, checked(field)]));
}

/**
 * A diagnosis of text that is fit to be shown and stored.
 *
 * @internal
 */
export function safeDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return checked(diagnosis) as Diagnosis;
}
