import { credentialTypeOf } from "./credentialType.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { flatText, withoutFrames } from "./plainText.js";
import { Signs } from "./signs.js";
import { CHAIN_MARKS } from "./textPatterns.js";

/**
 * What one member of a chain said, read off the text of the chain's error.
 *
 * @internal
 */
export interface ChainLine {
  /** Class name as JavaScript spells it; `unknown` where the text does not tell. */
  readonly credentialType: string;
  /** What is read off the member's text. */
  readonly evidence: Evidence;
}

/** How the error of a chain reads in one of the SDKs. Line ends count as blanks: logs lose them. */
interface ChainLayout {
  /** What every headline of this layout holds: found much faster than the headline. */
  readonly mark: string;
  readonly headline: RegExp;
  /** Where the next member begins. */
  readonly member: RegExp;
  /** How a member begins; what stands before the first of them is a log's. */
  readonly begin?: RegExp;
  /** Where the members end. */
  readonly end?: RegExp;
  /** Where the stack of the chain's error begins, where that of a member's tool reads otherwise. */
  readonly stack?: RegExp;
  /** How many members show that it is a chain, where no headline does. */
  readonly least?: number;
}

const MAX_LINES = 32;
/** Members quote what a tool of Python or .NET printed, frames included. */
const JAVASCRIPT_STACK = /\n\s{1,12}at [^\n]{0,400}:\d{1,7}:\d{1,7}\)?(?=\s|$)|\s---> |\n\s{0,12}\[?errors\]?: \[/;
const NAME = "[A-Z][A-Za-z]{2,40}Credential";

/** What members of Java say that do not name themselves. */
const JAVA_MEMBER =
  "(?:Managed Identity authentication is not available|Unable to load Azure Identity shared|IntelliJ Authentication not available|Unable to execute PowerShell|Azure (?:Developer )?CLI not installed(?<!unavailable\\. Azure (?:Developer )?CLI not installed)|Visual Studio Code Authentication)";

function logLayout(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=${mark})(?![\\s\\S]{0,4000}SUCCESS)`),
    member: new RegExp(`\\n(?=[^\\n]{0,200}${mark})`),
    begin: /\berror\b|unavailable|failed/i,
    least: 2,
  };
}

/** What begins a member of .NET whose list has lost its headline. */
const DOTNET_MEMBER = `(?:${NAME} authentication |Visual Studio Token provider|Stored credentials not found|Process "|Please run |Azure (?:CLI|PowerShell|Developer CLI) |PowerShell )`;

function headlessDotNet(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=(?:^|\\n)\\s{0,12}- ${DOTNET_MEMBER})`),
    member: new RegExp(`(?:^|\\s)- (?=${DOTNET_MEMBER})`),
    begin: new RegExp(`^${DOTNET_MEMBER}`),
    least: 2,
  };
}

function headlessList(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=(?:^|\\n)\\s{0,12}${NAME}: )`),
    member: new RegExp(`(?:^|\\n)\\s{0,12}(?=${NAME}: )`),
    begin: new RegExp(`^${NAME}: (?!\\{)`),
    least: 2,
  };
}

const LAYOUTS: readonly ChainLayout[] = [
  // Go and Python: one `Name: message` per member. A member that stopped the chain of Go has no colon.
  {
    mark: CHAIN_MARKS.listed,
    headline: /Attempted credentials:/,
    member: new RegExp(
      `(?:^|[\\s>|])(?=${NAME}: )|\\n\\s{0,12}(?=${NAME} authentication failed|managed identity\\s|error acquiring aad token)`,
    ),
    begin: new RegExp(`^(?:${NAME}|managed identity|error acquiring aad token)`),
  },
  // JavaScript: one `ErrorName: message` per member.
  {
    mark: CHAIN_MARKS.javaScript,
    headline:
      /(?:ChainedTokenCredential|DefaultAzureCredential) authentication failed\.?\s{1,40}(?=(?:[^\n]{0,120}\s)?(?:CredentialUnavailable|Authentication|AggregateAuthentication)\w{0,10}(?:Error|Exception): )/,
    member: /(?:^|[\s|])(?=(?:CredentialUnavailable|AuthenticationRequired|Authentication)(?:Error|Exception): )/,
    begin: /^(?:CredentialUnavailable|Authentication)/,
    stack: JAVASCRIPT_STACK,
  },
  // JavaScript, early versions: errors without a name of their own.
  {
    mark: CHAIN_MARKS.javaScript,
    headline:
      /(?:ChainedTokenCredential|DefaultAzureCredential) authentication failed\.?\s{1,40}(?=(?:Error|CredentialUnavailable): )/,
    member: new RegExp(
      `(?:^|\\n)(?=(?:Error|CredentialUnavailable): )|[\\s|](?=(?:Error|CredentialUnavailable): (?:${NAME} |Azure (?:CLI|PowerShell|Developer) |Visual Studio ))`,
    ),
    begin: /^(?:Error|CredentialUnavailable): /,
  },
  // .NET, the aggregate: one `(message)` per member.
  {
    mark: CHAIN_MARKS.aggregate,
    headline: /Multiple exceptions were encountered while attempting to authenticate\.\s{0,4}\(/,
    member: /\)\s{1,4}\((?=[A-Z])/,
    end: /\)\s{0,12}(?:--->|\n|$)/,
  },
  // .NET: one `- message` per member.
  {
    mark: CHAIN_MARKS.dotNet,
    headline: /failed to retrieve a token from the included credentials\.[\s\S]{0,500}?\s(?=- [A-Z])/,
    member: /(?:^|\s)- (?=[A-Z])/,
  },
  // .NET, early versions: sentences in parentheses.
  {
    mark: CHAIN_MARKS.dotNet,
    headline: /failed to retrieve a token from the included credentials\.\s{0,4}\(\s{0,4}(?!Background|https?:)/,
    member: new RegExp(`[.,]?\\s{1,4}(?=${NAME} )`),
    end: /\s\)/,
  },
  // .NET before Azure.Identity: one set of parameters per member.
  {
    mark: CHAIN_MARKS.appAuthentication,
    headline: /Tried the following \d{1,2} methods to get an access token/,
    member: /(?=Exception Message: Tried to get token using)/,
    begin: /^Exception Message/,
  },
  // Rust, early versions: what the members say, without their names.
  {
    mark: CHAIN_MARKS.rust,
    headline:
      /Multiple errors were encountered while attempting to authenticate[.:](?=\s{1,12}(?:environment variable|["'`]?az\b|AADSTS|error sending request))/,
    member:
      /\s(?=environment variable [`'"]?[A-Z])|\n\s{0,12}(?=["'`]?azd?\b|Azure (?:Developer )?CLI |ERROR: |AADSTS\d|(?:no )?managed identity |(?:error )?getting )/,
  },
  // Rust: one line per member.
  {
    mark: CHAIN_MARKS.rust,
    headline: /Multiple errors were encountered while attempting to authenticate[.:]/,
    member: new RegExp(
      `\\s(?=${NAME} authentication |error getting )|(?<!getting)\\s(?=environment credential - )|(?<!error)\\s(?=getting [a-z ]{4,60}credential)`,
    ),
  },
  // .NET: what is left of an aggregate are its members in full.
  {
    mark: CHAIN_MARKS.inner,
    headline: /(?=---> (?:\(Inner Exception #\d{1,2}\) )?Azure\.Identity\.CredentialUnavailableException: )/,
    member:
      /---> (?:\(Inner Exception #\d{1,2}\) )?(?=Azure\.Identity\.(?:CredentialUnavailable|AuthenticationFailed)Exception: )/,
    begin: /^Azure\.Identity\./,
    stack: /\n---> End of chain/,
    least: 2,
  },
  // Java: the messages alone, in lines of their own.
  {
    mark: CHAIN_MARKS.java,
    headline: new RegExp(
      `(?=${NAME} authentication (?:unavailable|failed)[\\s\\S]{0,1200}?\\s(?:${NAME} authentication unavailable|${JAVA_MEMBER}))`,
    ),
    member: new RegExp(`\\s(?=${NAME} authentication (?:unavailable|failed)|${JAVA_MEMBER})|\\n(?=AADSTS\\d)`),
  },
  // Logs of JavaScript and Java: one line per member, nothing that holds them together.
  logLayout(CHAIN_MARKS.javaScriptLog),
  logLayout(CHAIN_MARKS.javaLog),
  {
    mark: CHAIN_MARKS.pythonLog,
    headline: new RegExp(`(?=${NAME}\\.get_token failed: )`),
    member: new RegExp(`(?:^|\\n[^\\n]{0,120})(?=${NAME}\\.get_token failed: )`),
    begin: new RegExp(`^${NAME}\\.get_token failed: `),
    end: /\n[^\n]{0,60}(?:\berror:? - |error: )?(?:DefaultAzureCredential|ChainedTokenCredential) failed to retrieve/i,
    least: 2,
  },
  // What is left of a list that has lost its headline.
  headlessDotNet(CHAIN_MARKS.visualStudio),
  headlessDotNet(CHAIN_MARKS.visualStudioCode),
  headlessList(CHAIN_MARKS.cli),
  headlessList(CHAIN_MARKS.goCli),
];

/** What a log puts before the words of a credential. */
const LOG_PREFIX = /^[^\n]{0,200}?(?:azure:identity:\w{1,12} |Azure Identity => )(?:Attempted credential )?/;
const FOOTER = /\s(?:To mitigate this issue, (?:please refer|see)|To troubleshoot, visit)[^\n]{0,300}\s*$/;
/** What follows the messages where an uncaught error is printed: the stack, the errors again with their properties. */
const STACK = /\n\s{1,12}at |\s---> |\n[ \t]{0,8}File "/;
/** A member whose message repeats its name was cut in two. */
const NAME_ONLY = new RegExp(`^${NAME}:$`);

function toLine(text: string): ChainLine {
  const evidence = readEvidence(text);
  if (evidence.text === text) return { credentialType: evidence.credentialType ?? "unknown", evidence };
  // Escaped so often that something is left, which the name is read without.
  const signs = new Signs(flatText(withoutFrames(text)));
  return { credentialType: credentialTypeOf(text, signs) ?? "unknown", evidence };
}

function toLines(body: string, { member, begin, end, stack = STACK, least = 1 }: ChainLayout): ChainLine[] {
  const whole = body.split(stack, 1)[0] ?? "";
  const parts = (end === undefined ? whole : (whole.split(end, 1)[0] ?? ""))
    .replace(FOOTER, "")
    .split(member)
    .map((part) => (least > 1 ? part.replace(LOG_PREFIX, "") : part).trim())
    .filter((part) => part !== "" && begin?.test(part) !== false);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && NAME_ONLY.test(last)) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
    if (lines.length >= MAX_LINES) break;
  }
  return lines.length < least ? [] : lines.map(toLine);
}

/**
 * The members of a failed chain, in order, read off its text as the SDKs write it.
 *
 * @param written - text without escapes, already bounded
 * @returns nothing where the text is not that of a failed chain
 * @internal
 */
export function readChainText(written: string): readonly ChainLine[] {
  // All layouts have this word in common, and most texts that are no chain have it not twice.
  const first = written.indexOf("redential");
  const none = first < 0 || written.indexOf("redential", first + 9) < 0;
  const other = written.includes(CHAIN_MARKS.appAuthentication) || written.includes(CHAIN_MARKS.visualStudioCode);
  if (none && !other && !written.includes(CHAIN_MARKS.rust)) return [];
  for (const layout of LAYOUTS) {
    if (!written.includes(layout.mark)) continue;
    const headline = layout.headline.exec(written);
    if (headline === null) continue;
    const lines = toLines(written.slice(headline.index + headline[0].length), layout);
    if (lines.length > 0) return lines;
  }
  return [];
}
