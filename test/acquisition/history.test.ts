import { expect, it } from "vitest";
import { History } from "../../src/acquisition/history.js";

it("lets go of what it has driven out, whoever counted on it", () => {
  const history = new History(1);
  const first = history.add({ credentialType: "First" } as never);
  history.add({ credentialType: "Second" } as never);
  expect(first).toEqual({ json: "", calls: 1, gone: true });
  expect(history.records()).toEqual([{ credentialType: "Second" }]);
});
