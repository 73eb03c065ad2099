import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const URL = "https://aka.ms/msal-net-throttling";

const BY_MSAL: readonly Remedy[] = [
  {
    action:
      "Keep one confidential client, and its token cache, for the whole process: one for each request asks Entra ID each time. The log of MSAL shows whether a token came from the cache.",
    url: URL,
  },
  {
    action:
      "Wait: for a minute, or as long as Retry-After said, MSAL answers like requests with what it was last told, and sends none.",
    url: URL,
  },
];

/**
 * What to do where MSAL for .NET holds requests back itself.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function ofThrottle({ plain }: Evidence): readonly Remedy[] | undefined {
  return /msalthrottled\w{0,20}exception|msal-net-throttling/.test(plain) ? BY_MSAL : undefined;
}
