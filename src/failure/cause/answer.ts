import { aadstsEntry } from "../aadsts.js";
import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/**
 * What Entra ID or an identity endpoint answered, by its number or word.
 *
 * @internal
 */
export function answerOf({ entry, codes }: Verdict, { oauthError }: Evidence): string | undefined {
  const code = entry?.code ?? codes?.[0];
  if (code === undefined) return oauthError === undefined ? undefined : `The answer was ${oauthError}.`;
  const known = entry ?? aadstsEntry(code);
  if (known === undefined) return `Entra ID answered AADSTS${code}, which is not in the table of this package.`;
  // Where no name is published the number stands for it.
  const name = known.name === `AADSTS${code}` ? "" : ` (${known.name})`;
  return `Entra ID answered AADSTS${code}${name}.`;
}
