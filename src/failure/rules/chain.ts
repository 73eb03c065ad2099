import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * The headlines of a failed chain, where what its members said is not to be had. The last resort of all rules.
 *
 * @internal
 */
export const CHAIN_RULES: readonly Rule[] = [
  {
    id: "configuration.chain-exhausted",
    kind: "no_credential_available",
    pattern: anyOf(
      /failed to retrieve a valid token/,
      /failed to acquire a token (?:for|with|from|using) any of/,
      /none of them worked/,
      /no authorizer could be configured/,
      /no credential in this chain/,
      /with any of the (?:\w{2,12} ){0,2}credential/,
      /no (?:available|valid|usable) (?:azure )?credentials? (?:was |were |is |are )?(?:found|available)/,
      /unable to find (?:a |any )?(?:valid |usable )?(?:azure )?credential/,
      /defaultazurecredential:? failed to acquire a token/,
      /(?:default|chained)\w{0,12}credential:? failed to (?:retrieve|acquire|get)/,
      /failed to authenticate using (?:chained|default)\w{0,12}credential/,
      /failed to (?:get|obtain|acquire|retrieve|fetch) (?:a |an )?(?:access )?token (?:from|using|with|via|by|through) (?:the )?(?:chained|default)\w{0,12}credential/,
      /failed to (?:retrieve|acquire) a token(?: from the included credentials)?\./,
      /(?:chainedtoken|defaultazure)credential authentication failed\.?$/,
      /no credentials? succeeded/,
      /(?:all|every) (?:\w{2,12} )?credentials? .{0,30}(?:failed|unavailable)/,
      /credentials? (?:were|are) all unavailable/,
      /none of the (?:\w{2,20} )?credentials/,
      /no (?:\w{2,12} )?credentials? in the chain/,
    ),
    example: "CredentialUnavailableError: Failed to retrieve a valid token",
    sources: ["js", "go", "python", "net"],
  },
];
