import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

/** The project of the application; that of the package is the current directory. */
const application = process.env.LANE_APPLICATION ?? "";
const apiOf = (project: string): string =>
  JSON.parse(readFileSync(join(project, "node_modules/@opentelemetry/api/package.json"), "utf8")).version;
const minorOf = (version: string) => Number(version.split(".")[1]);

async function acquire(when: "before" | "after", how: "global" | "handed"): Promise<unknown> {
  const command = ["test/lanes/acquire.mjs", when, how];
  const { stdout } = await promisify(execFile)(process.execPath, command, { encoding: "utf8" });
  return JSON.parse(stdout);
}

const call = "getToken ChainedTokenCredential";
const attempts = [`attempt Missing < ${call}`, `attempt Present < ${call}`];
const metrics = {
  "azure.identity.token.duration": 1,
  "azure.identity.attempt.duration": 2,
  "azure.identity.token.remaining_lifetime": 1,
};
const everything = {
  token: "a token",
  active: "attempt Present",
  spans: [...attempts, `${call} < app`, "app"],
  metrics,
};
const nothing = { token: "a token", active: "app", spans: ["app"], metrics: {} };
/** The context manager is not seen either, so the call finds no span above it. */
const withoutContext = { token: "a token", active: "app", spans: [...attempts, call, "app"], metrics };

/** OpenTelemetry's rule: what is registered serves APIs of the same minor version and of earlier ones. */
const served = minorOf(apiOf(".")) <= minorOf(apiOf(application));

describe.each(["before", "after"] as const)(
  `the package on API ${apiOf(".")}, an SDK registered through API ${apiOf(application)} %s the credential is made`,
  (when) => {
    it(served ? "gets everything by the global providers" : "gets nothing by the global providers", async () => {
      expect(await acquire(when, "global")).toEqual(served ? everything : nothing);
    });

    it("gets everything by providers that are handed over, the parent as far as the context is seen", async () => {
      expect(await acquire(when, "handed")).toEqual(served ? everything : withoutContext);
    });
  },
);
