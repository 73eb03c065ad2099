import type { Rule } from "./rule.js";

const DEFAULT_SECONDS = 60;
/** 1990 in ms. No clock is that wrong: a smaller number is the usual mistake of a credential of one's own. */
const LEAST_MS = 631_152_000_000;
/** https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-rest-pipeline/src/util/tokenCycler.ts keeps it then. */
const UNREADABLE = "The token's expiresOnTimestamp is no number: a client never sees it expire and keeps it.";
const IN_SECONDS = "The token's expiresOnTimestamp is in seconds and has to be in milliseconds: it reads as expired.";

export const minTokenLifetime: Rule<"min-token-lifetime"> = {
  id: "min-token-lifetime",
  finds: "a token that is handed out with less than 60 seconds to live",
  why: "It expires on the way to the service or during a long upload, which then reads as 401. It comes from a cache that is not refreshed, or from a clock that is wrong. An expiry that is no number, or in seconds, is found too.",
  fix: "Check the clock of this machine, whatever caches tokens between the credential and Entra, and that a credential of your own gives expiresOnTimestamp in milliseconds.",
  url: "https://learn.microsoft.com/entra/identity-platform/access-tokens#token-lifetime",
  production: "warn",
  options: {
    type: "object",
    properties: {
      seconds: {
        type: "integer",
        minimum: 0,
        maximum: 86_400,
        default: DEFAULT_SECONDS,
        description: "Seconds that a token must have to live when it is handed out.",
      },
    },
    additionalProperties: false,
  },
  tightens: (base, options) => (options.seconds ?? DEFAULT_SECONDS) >= (base.seconds ?? DEFAULT_SECONDS),
  token({ lifetime, expiresOnTimestamp }, _, { seconds = DEFAULT_SECONDS }) {
    if (lifetime >= seconds * 1000) return undefined;
    if (Number.isNaN(lifetime)) return { message: UNREADABLE };
    if (expiresOnTimestamp > 0 && expiresOnTimestamp < LEAST_MS) return { message: IN_SECONDS };
    const left = Math.trunc(lifetime / 1000);
    const state = left < 0 ? `expired ${-left} seconds ago` : `has ${left} seconds to live`;
    return { message: `The token ${state}, less than the ${seconds} that are asked for.` };
  },
};
