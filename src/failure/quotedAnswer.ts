/** MSAL writes what an answer said between these. */
const DESCRIBED = /error\(s\): .{1,200}? - description: (?!not available|an? (?:client|server|unknown) error occur)\S/;
const UNREAD = /an unknown error occurr?ed\.? http status code: ([23]\d\d)\b/;

/**
 * Whether an error of MSAL quotes what the answer said, as opposed to its status alone. Such an error never names where
 * the request went.
 *
 * @param plain - plain text of the error
 * @internal
 */
export function quotesAnswer(plain: string): boolean {
  return DESCRIBED.test(plain);
}

/**
 * The status of an answer in which MSAL found neither a token nor an error.
 *
 * @param plain - plain text of the error
 * @returns from 200 to 399
 * @see https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-node/src/network/HttpClient.ts
 * @internal
 */
export function statusOfUnread(plain: string): number | undefined {
  const found = UNREAD.exec(plain)?.[1];
  return found === undefined ? undefined : Number(found);
}
