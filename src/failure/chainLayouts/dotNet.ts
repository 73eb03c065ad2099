import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/**
 * Of .NET, newer versions first.
 *
 * @internal
 */
export const DOTNET: readonly ChainLayout[] = [
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
];

/**
 * Of .NET, where the headline is lost but not the errors within.
 *
 * @internal
 */
export const DOTNET_INNER: readonly ChainLayout[] = [
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
];
