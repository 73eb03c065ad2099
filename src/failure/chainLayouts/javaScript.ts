import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/** Members quote what a tool of Python or .NET printed, frames included. */
const JAVASCRIPT_STACK = /\n\s{1,12}at [^\n]{0,400}:\d{1,7}:\d{1,7}\)?(?=\s|$)|\s---> |\n\s{0,12}\[?errors\]?: \[/;

/**
 * Of JavaScript, newer versions first.
 *
 * @internal
 */
export const JAVASCRIPT: readonly ChainLayout[] = [
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
];
