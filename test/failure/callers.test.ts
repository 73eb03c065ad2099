import { expect, test } from "vitest";
import { aadstsEntry, knownAadsts } from "../../src/failure/aadsts.js";
import { isCallers, mayBeCallers } from "../../src/failure/callers.js";
import { classify } from "../../src/failure/classify.js";
import { readEvidence } from "../../src/failure/evidence.js";
import { KINDS } from "../../src/failure/kinds.js";
import { RULES } from "../../src/failure/rules/index.js";
import { OAUTH_ERRORS } from "../../src/failure/rules/oauthErrors.js";
import { WORDS } from "../../src/failure/rules/words.js";
import heldOut from "../data/heldOut.json" with { type: "json" };
import messages from "../data/messages.json" with { type: "json" };
import { MUTATIONS } from "./mutations.js";

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

test("three kinds are decisions of the caller or of this library", () => {
  expect(kinds.filter(isCallers).sort()).toEqual(["aborted", "deadline_exceeded", "policy_violation"]);
});

test("neither a number of Entra ID nor a word of OAuth stands for one of them", () => {
  expect(knownAadsts().filter((code) => isCallers(aadstsEntry(code)?.kind ?? "unknown"))).toEqual([]);
  expect([...OAUTH_ERRORS].filter(([, kind]) => isCallers(kind))).toEqual([]);
});

test("an error that is judged so may be so", () => {
  const named = (name: string, more: object = {}): Error => Object.assign(new Error("x"), { name, ...more });
  const texts = [...messages, ...heldOut, ...RULES.map(({ example }) => ({ text: example }))].flatMap(({ text }) =>
    [text, ...MUTATIONS.map(({ apply }) => apply(text))].filter((mutated) => mutated !== undefined),
  );
  const words = [...WORDS.keys()];
  const inputs = [
    ...texts,
    ...words.map((word) => `AuthenticationRequiredError: ${word}: x`),
    ...words.map((errorCode) => named("ClientAuthError", { errorCode })),
    named("AbortError"),
    named("Error", { code: "ABORT_ERR" }),
    named("CredentialDeadlineError"),
    named("CredentialPolicyError"),
  ];
  const evidence = inputs.map(readEvidence);
  const callers = evidence.filter((own) => isCallers(classify(own, { acquiring: true }).kind));
  expect(callers.length).toBeGreaterThan(20);
  expect(callers.filter((own) => !mayBeCallers(own)).map(({ text }) => text)).toEqual([]);
  // Asked of everything, it would be of no use.
  expect(evidence.filter(mayBeCallers).length).toBeLessThan(evidence.length / 4);
}, 120_000);
