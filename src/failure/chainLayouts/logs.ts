import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

function logLayout(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=${mark})(?![\\s\\S]{0,4000}SUCCESS)`),
    member: new RegExp(`\\n(?=[^\\n]{0,200}${mark})`),
    begin: /\berror\b|unavailable|failed/i,
    least: 2,
  };
}

/**
 * Of logs, where nothing holds the members together.
 *
 * @internal
 */
export const LOGS: readonly ChainLayout[] = [
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
];
