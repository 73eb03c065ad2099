import { expect, test } from "vitest";
import { BEGUN, CAME, reasonOf } from "../../src/failure/chainReasons.js";
import type { FailureKind } from "../../src/failure/kinds.js";

const { REFUSED, HALF_CONFIGURED, TIMED_OUT, PRESENT, UNCLEAR, ABSENT } = CAME;
const rest = { example: "", sources: [] } as const;

test.each<[FailureKind, number, readonly number[], string]>([
  ["invalid_client_secret", REFUSED, [ABSENT], "it came furthest: it was refused by the endpoint it asked"],
  ["managed_identity_endpoint_error", REFUSED, [], "it came furthest: its endpoint answered, but not with a token"],
  ["certificate_unusable", HALF_CONFIGURED, [ABSENT], "it was set up, so it was meant to work"],
  ["tool_timeout", TIMED_OUT, [ABSENT, ABSENT], "it ran out of time, while others were merely absent"],
  ["tool_not_signed_in", PRESENT, [ABSENT], "its tool is there but has no sign-in, while others were merely absent"],
  ["tool_failed", PRESENT, [PRESENT], "its tool is there but failed, and no other came further"],
  [
    "managed_identity_retries_exhausted",
    PRESENT,
    [UNCLEAR, ABSENT],
    "its endpoint answered, but not with a token, and the others came less far",
  ],
  ["unknown", UNCLEAR, [ABSENT], "what it said is not known, while others were merely absent"],
])("%s explains a chain", (kind, came, others, reason) => {
  expect(reasonOf({ kind, answered: false }, came, others)).toBe(reason);
});

test("variables of which some are set", () => {
  const rule = { id: "configuration.variables-partial", kind: "configuration_missing", ...rest } as const;
  expect(reasonOf({ kind: "configuration_missing", rule, answered: false }, HALF_CONFIGURED, [])).toBe(BEGUN);
});
