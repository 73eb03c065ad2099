import { expect, test } from "vitest";
import { readPolicyEnvironment } from "../../src/policy/environment.js";
import { checkConstruction } from "../../src/policy/evaluate.js";
import { describeCredential } from "../../src/policy/inspect.js";
import { RULE_IDS } from "../../src/policy/rules/index.js";
import { CASES, type Case } from "./cells.js";
import { ALL_RULES, findings, policyOf, quietFindings, withVariables } from "./support.js";

const made = ({ variables = {}, make }: Case) => withVariables(variables, make);

/** What each cell is to be: a bad call, a bad token and another winner show on every credential. */
const expectedOf = ({ finds, acceptsPeople = false }: Case) =>
  RULE_IDS.map((id) => {
    if (id === "allowed-scopes" || id === "min-token-lifetime" || id === "no-identity-change") return [id, true];
    return [id, id === "no-user-token" ? !acceptsPeople : finds.includes(id)];
  });

test("every cell of (credential, way of building it, environment) and rule is as it must be", () => {
  let cells = 0;
  const wrong: string[] = [];
  for (const entry of CASES) {
    const found = findings(made(entry), entry.variables);
    for (const [id, expected] of expectedOf(entry) as [(typeof RULE_IDS)[number], boolean][]) {
      cells++;
      if (found.has(id) !== expected) wrong.push(`${entry.name}: ${id} ${expected ? "missed" : "false alarm"}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  console.log(`${cells} cells: ${CASES.length} credentials x ${RULE_IDS.length} rules`);
  expect([CASES.length, RULE_IDS.length, cells]).toEqual([2760, 17, 46_920]);
});

test("an allowed call and the token of an application show nothing on any credential", () => {
  expect(CASES.filter((entry) => quietFindings(made(entry), entry.variables).length > 0)).toEqual([]);
});

test("no message holds an id, a secret or a path", () => {
  const policy = policyOf(ALL_RULES);
  for (const entry of CASES) {
    const facts = describeCredential(made(entry), readPolicyEnvironment(entry.variables));
    for (const { message, remedy } of checkConstruction(policy, facts)) {
      expect(`${message} ${remedy}`).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|subscriptions|nowhere|127\.0\.0\.1/);
      expect(message).toMatch(/^[A-Z].*\.$/);
    }
  }
});
