import type { FailureKind } from "../kinds.js";
import { AUTHORIZATION_MEANINGS } from "./authorization.js";
import { CERTIFICATE_MEANINGS } from "./certificate.js";
import { CONFIGURATION_MEANINGS } from "./configuration.js";
import { DEVELOPER_TOOL_MEANINGS } from "./developerTool.js";
import type { Meanings } from "./meaning.js";
import { NETWORK_MEANINGS } from "./network.js";
import { PERSON_MEANINGS } from "./person.js";
import { TOKEN_CACHE_MEANINGS } from "./tokenCache.js";

const MEANINGS: Meanings = {
  ...CONFIGURATION_MEANINGS,
  ...CERTIFICATE_MEANINGS,
  ...TOKEN_CACHE_MEANINGS,
  ...DEVELOPER_TOOL_MEANINGS,
  ...NETWORK_MEANINGS,
  ...AUTHORIZATION_MEANINGS,
  ...PERSON_MEANINGS,
};

/**
 * What a text of a kind says more exactly than its kind.
 *
 * @param kind - its kind
 * @param plain - its plain text
 * @returns `undefined` where it says no more
 * @internal
 */
export function meaningOf(kind: FailureKind, plain: string): string | undefined {
  return MEANINGS[kind]?.find(([found]) => found.test(plain))?.[1];
}
