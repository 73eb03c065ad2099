import type { Rule } from "./rule.js";

const DEFAULT_SECONDS = 60;

export const minTokenLifetime: Rule<"min-token-lifetime"> = {
  id: "min-token-lifetime",
  finds: "a token that is handed out with less than 60 seconds to live",
  why: "It expires on the way to the service or during a long upload, which then reads as 401. It comes from a cache that is not refreshed, or from a clock that is wrong.",
  fix: "Check the clock of this machine, and whatever caches tokens between the credential and Entra.",
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
  token({ lifetime }, _, { seconds = DEFAULT_SECONDS }) {
    if (!(lifetime < seconds * 1000)) return undefined;
    const left = Math.trunc(lifetime / 1000);
    const state = left < 0 ? `expired ${-left} seconds ago` : `has ${left} seconds to live`;
    return { message: `The token ${state}, less than the ${seconds} that are asked for.` };
  },
};
