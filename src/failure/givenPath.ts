/** Paths as people write them: absolute, relative to here or to home, or a name with an ending. */
const PATH =
  /^(?:\/|~\/|\.{1,2}[\\/]|[A-Za-z]:[\\/]|\\\\)[^\n\r?&="'<>|*]{0,300}$|^[\w .@\\/-]{1,100}\.[a-zA-Z0-9]{2,5}$/;
/** Names of files are shorter; keys and tokens are not. */
const LONG_RUN = /[\w+=-]{64}/;

const CONTENTS: readonly (readonly [RegExp, string])[] = [
  [/^\s{0,40}-----BEGIN/, "a certificate or private key in PEM"],
  [/^\s{0,40}eyJ[\w-]{8,}\.eyJ/, "a token"],
  [/^\s{0,40}(?:MII[A-Za-z0-9+/]{20}|LS0tLS1CRUdJTi)/, "a certificate or key in base64"],
  [/^\s{0,40}[a-z][a-z0-9+.-]{1,20}:\/\//i, "a URL"],
];

/**
 * What stands where the path of a file belongs, in words that hold nothing of it: keys and tokens are given in place of
 * the path to them.
 *
 * @param value - what the process tried to open
 * @returns `undefined` where it may be a path
 * @internal
 */
export function contentGiven(value: string): string | undefined {
  return CONTENTS.find(([pattern]) => pattern.test(value))?.[1];
}

/**
 * Whether something looks like a path, and like nothing that is to be kept secret. Only that may be shown.
 *
 * @param value - what the process tried to open
 * @internal
 */
export function looksLikePath(value: string): boolean {
  return PATH.test(value) && !LONG_RUN.test(value) && contentGiven(value) === undefined;
}
