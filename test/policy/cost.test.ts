import { DefaultAzureCredential } from "@azure/identity";
import { expect, test } from "vitest";
import { checkCall, checkConstruction, checkToken } from "../../src/policy/evaluate.js";
import { describeCredential } from "../../src/policy/inspect.js";
import { resolvePolicy } from "../../src/policy/resolve.js";
import { APP, policyOf, SCOPE, token, withVariables } from "./support.js";

/** The best of several rounds, in microseconds: a busy machine makes the others slower. */
function cost(run: () => unknown, times: number): number {
  const rounds = Array.from({ length: 20 }, () => {
    const started = performance.now();
    for (let index = 0; index < times; index++) run();
    return ((performance.now() - started) * 1000) / times;
  });
  return Math.min(...rounds);
}

test("construction takes at most 100 microseconds, a call a fraction of one", () => {
  const credential = withVariables({}, () => new DefaultAzureCredential());
  const policy = policyOf({ preset: "production" });
  const facts = describeCredential(credential, {});
  const given = token(APP);
  const construction = cost(() => {
    checkConstruction(resolvePolicy("production", {}), describeCredential(credential, {}));
  }, 200);
  const call = cost(() => checkCall(policy, facts, SCOPE, {}), 20_000);
  const known = cost(() => checkToken(policy, facts, given), 20_000);
  const wrapped = cost(() => checkToken(policy, facts, { ...given }), 20_000);
  console.log({ construction, call, known, wrapped });
  expect(construction).toBeLessThan(100);
  expect(call).toBeLessThan(0.3);
  expect(known).toBeLessThan(1);
  expect(wrapped).toBeLessThan(1.5);
});
