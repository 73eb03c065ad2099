import { credentialTypeOf, plainText } from "./textFacts.js";

/**
 * What one member of a chain said, read off the text of the chain's error.
 *
 * @internal
 */
export interface ChainLine {
  /** Class name as JavaScript spells it; `unknown` where the text does not tell. */
  readonly credentialType: string;
  readonly text: string;
}

const MAX_LINES = 32;
/** Go and Python: headline, `Attempted credentials:`, then one indented `Name: message` per member. */
const ATTEMPTED = /Attempted credentials:/;
const MEMBER_START = /^[ \t]{1,8}(?=[A-Z][A-Za-z]{2,40}Credential\b)/m;
/** JavaScript: headline, then one `ErrorName: message` per member. */
const JS_HEADLINE =
  /(?:ChainedTokenCredential|DefaultAzureCredential) authentication failed\.[ \t]{0,8}\r?\n(?=[A-Z][A-Za-z]{2,40}Error: )/;
const JS_MEMBER = /^(?=[A-Z][A-Za-z]{2,40}Error: )/m;
/** .NET: headline, then one `- message` per member. */
const NET_HEADLINE = /failed to retrieve a token from the included credentials\.[^\n]{0,400}\n(?=\s{0,4}- )/;
const NET_MEMBER = /^\s{0,4}- /m;
/** Java: messages on lines of their own. */
const JAVA_MEMBER = /\r?\n(?=[A-Z][A-Za-z]{2,40}Credential authentication unavailable)/;
const FOOTER = /\n(?:To mitigate this issue|To troubleshoot, visit)[^\n]{0,300}\s*$/;

/** What follows the messages where an uncaught error is printed: the stack, the errors again with their properties. */
const STACK = /\n\s{1,12}at |\n\s{0,12}---> /;

/** Line breaks that a log wrote as `\n`, where the text has no others. */
function unescapeLines(text: string): string {
  if (text.includes("\n") || !text.includes("\\n")) return text;
  return text
    .replace(/\\r\\n|\\n/g, "\n")
    .replace(/\\t/g, "\t")
    .replace(/\\"/g, '"');
}

function toLines(body: string, member: RegExp): ChainLine[] {
  return (body.split(STACK, 1)[0] ?? "")
    .split(member)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .slice(0, MAX_LINES)
    .map((text) => ({ credentialType: credentialTypeOf(text, plainText(text)) ?? "unknown", text }));
}

/**
 * The members of a failed chain, in order, read off its text as the SDKs of JavaScript, Go, Python, .NET and Java write
 * it.
 *
 * @param input - text, already bounded
 * @returns nothing where the text is not that of a failed chain
 * @internal
 */
export function readChainText(input: string): readonly ChainLine[] {
  const text = unescapeLines(input);
  const attempted = ATTEMPTED.exec(text);
  if (attempted !== null) {
    const body = text.slice(attempted.index + attempted[0].length).replace(FOOTER, "");
    return toLines(body, MEMBER_START);
  }
  const js = JS_HEADLINE.exec(text);
  if (js !== null) return toLines(text.slice(js.index + js[0].length), JS_MEMBER);
  const net = NET_HEADLINE.exec(text);
  if (net !== null) return toLines(text.slice(net.index + net[0].length), NET_MEMBER);
  return JAVA_MEMBER.test(text) && /Credential authentication unavailable/.test(text.slice(0, text.search(JAVA_MEMBER)))
    ? toLines(text, JAVA_MEMBER)
    : [];
}
