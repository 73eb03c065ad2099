import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { explainText } from "../../src/explain/explain.js";
import { explanationLines } from "../../src/explain/render/explanation.js";
import { screenFor } from "../../src/explain/render/screen.js";
import { explainReport } from "../../src/explain/report.js";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { GIVEN, holdsNothingOf } from "../support/givenContent.js";

beforeAll(() => {
  for (const name of identityVariables) delete process.env[name];
});

describe.each(GIVEN)("%s where the path of a file belongs", (_, make, given) => {
  it("is not shown by explain", async () => {
    const { error } = await acquire(make(given));
    for (const input of [error?.stack ?? "", `2026-03-02T18:25:26Z ERROR ${error?.stack}\n`, inspect(error)]) {
      const explanation = await explainText(input);
      expect(explanation.failures.map((failure) => failure.diagnosis.kind)).toEqual(["configuration_invalid"]);
      holdsNothingOf(given, explanationLines(explanation, screenFor({ columns: 200 }, {}, false)).join("\n"));
      holdsNothingOf(given, JSON.stringify(explainReport(explanation.failures)));
    }
  });
});
