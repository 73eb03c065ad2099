/*
 * What lines of a report look like that are not its first. Internal, all of it.
 */

/** The start of what only ever follows something else. */
const FOLLOWS = new RegExp(
  `^(?:${[
    // Stacks and causes.
    "at ",
    "Caused by:(?: |$)",
    "Suppressed: ",
    "Stack: ",
    "\\.\\.\\. \\d{1,4} (?:more|common frames)",
    "-{2,3}> ",
    "--- End of ",
    "\\[(?:cause|errors|errorResponse)\\]:",
    "During handling of the above exception",
    "The above exception was the direct cause",
    "Inner [Ee]xception",
    // Go's account of a request.
    "-{20,}",
    "RESPONSE \\d{3}",
    "(?:Cache-Control|Connection|Content-[A-Z][a-z]{2,12}|Date|Expires|P3p|Pragma|Server|Set-Cookie|Strict-Transport-Security|Transfer-Encoding|Vary|Www-Authenticate): \\[",
    "ERROR CODE: ",
    "Request information not available",
    "Response contained no body",
    // What credentials, MSAL and Entra ID say on lines of their own.
    "Attempted credentials:",
    "More details:",
    "(?:Trace|Correlation)[ +]ID:[ +]",
    "Timestamp:[ +]",
    "Http status ",
    "Headers: ?",
    "Content: ?",
    "Response ?[=:]",
    "To (?:troubleshoot|mitigate)",
    "Visit https?:",
    "See https?:",
    "Suggestion: ",
    "Interactive authentication is needed",
    "az log(?:in|out)\\b",
    "Error details? ?:",
    // What service clients say.
    "RequestId:",
    "Time:\\d",
    "Status: \\d{3}",
    "ErrorCode:",
    "Additional Information:",
    "[Xx]-[Mm]s-[\\w-]{1,60}:",
    "<\\?xml",
    "This storage account's 'Firewalls",
    // PowerShell's place of an error.
    "At [^\\n]{1,300} char:\\d{1,5}$",
    "\\+ ",
    "[\\])}]",
  ].join("|")})`,
);

/**
 * Whether a line cannot be the first of a report.
 *
 * @param text - without its indentation
 */
export function follows(text: string): boolean {
  return FOLLOWS.test(text);
}

/** The headline of an error: a class name and a colon, maybe after what a runtime puts before it. */
export const EXCEPTION_HEAD =
  /^(?:Unhandled exception\.? |Uncaught |Exception in thread "[^"]{0,100}" |panic: )?[A-Za-z_$][\w.$]{0,160}(?:Error|Exception)\b(?: \[\w{1,60}\])?(?::|$| ---)/;

/** How MSAL for .NET begins, before the same error with its message. */
export const MSAL_HEAD = /\bMSAL\.\w{3,20}\.[\d.]{3,20}\.Msal\w{0,40}Exception: ?$/;

/** Chains whose members stand on lines that are not indented, by headline. */
const CHAINS: readonly { readonly headline: RegExp; readonly member: RegExp }[] = [
  {
    // JavaScript's chains, and Go's account of a request.
    headline: /Credential authentication failed\.$/,
    member: /^[A-Z][A-Za-z]{2,40}Error: |^(?:GET|POST|PUT) https?:/,
  },
  {
    headline: /failed to retrieve a token from the included credentials\./,
    member: /^- |^[A-Z][A-Za-z]{2,40}Credential\b/,
  },
  {
    headline: /Credential authentication unavailable/,
    member: /^[A-Z][A-Za-z]{2,40}Credential authentication unavailable/,
  },
];

/** The members that a chain's headline announces. */
export function announcedBy(text: string): RegExp | undefined {
  return text.includes("redential") ? CHAINS.find(({ headline }) => headline.test(text))?.member : undefined;
}

/** A line that ends in the announcement of something that may look like a report of its own, e.g. a JSON body. */
export const ANNOUNCES = /(?:-{20,}|[:=]) ?$/;

/** The place in a source file that Node.js prints before an uncaught error. */
export const SOURCE_PLACE = /^(?:file:\/\/|node:|\/|[A-Za-z]:[\\/])\S{1,400}:\d{1,7}$/;

/** What is quoted of source code and stacks: it names credentials, and says nothing. */
export const CODE_LINE = /^\s{0,40}(?:at |File "|raise |throw |\d{1,6} ?\||\^|~)/;

/** A line of a stack. */
export const STACK_FRAME = /^\s{1,12}at /;
