import { expect, test } from "vitest";
import { SERVICES } from "../../../src/failure/serviceRemedies/list.js";
import { NETWORK_CASES } from "../../../src/failure/serviceRemedies/network.js";
import type { ServiceCase } from "../../../src/failure/serviceRemedies/service.js";
import { TOKEN_CASES } from "../../../src/failure/serviceRemedies/token.js";
import { COMMON_VALUES } from "../../../src/failure/serviceRemedies/values.js";
import type { Remedy } from "../../../src/failure/types.js";

/** What an attribute of telemetry holds. */
const MAX_LENGTH = 256;

const CASES: readonly ServiceCase[] = [
  ...SERVICES.flatMap((service) => [
    ...(service.token_rejected ?? []),
    ...(service.authorization_denied ?? []),
    ...(service.network_rule_denied ?? []),
  ]),
  ...TOKEN_CASES,
  ...NETWORK_CASES,
];
const REMEDIES = CASES.flatMap(({ remedies }) => remedies.flatMap((choice) => choice as Remedy | Remedy[]));

test.each(REMEDIES.map((remedy) => [remedy.action, remedy] as const))("%s", (action, { command, url }) => {
  expect(action).toMatch(/^[A-Z][^\n]{10,300}[.:]$/);
  expect(action.length).toBeLessThanOrEqual(MAX_LENGTH);
  if (url !== undefined) expect(url).toMatch(/^https:\/\/(?:learn\.microsoft\.com\/(?!en-us)|aka\.ms\/)/);
  if (command !== undefined) expect(command).not.toMatch(/get-access-token|credential reset|\$\(|`/);
});

test("each case can be acted on, whatever the text lacks", () => {
  const open = CASES.filter(({ remedies }) => {
    const [first] = remedies;
    const last = (Array.isArray(first) ? first.at(-1) : first) as Remedy;
    return /(?<!['[])<[a-z-]+>/.test(last.action);
  });
  expect(open).toEqual([]);
});

test("no pattern has an unbounded quantifier", () => {
  const patterns = [
    ...SERVICES.flatMap(({ shows, values = {} }) => [shows, ...Object.values(values).flat(2)]),
    ...CASES.map(({ when }) => when),
    ...Object.values(COMMON_VALUES).flat(2),
  ].filter((pattern) => pattern instanceof RegExp);
  expect(patterns.filter(({ source }) => /(?<!\\|\[[^\]]{0,80})[*+]/.test(source))).toEqual([]);
});

test("names are unique", () => {
  const names = SERVICES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
