import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { filesOf, type Lane } from "./lanes.ts";
import { root } from "./npm.ts";

/** What came of a lane. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What vitest printed; empty if all is well. */
  readonly output: string;
}

/** Where a lane finds what it needs. */
export interface Places {
  readonly node: string;
  /** The project of the package, and that of the application. */
  readonly project: string;
  readonly application: string;
  /** File to write the report to. */
  readonly report: string;
}

const LONGEST_MS = 300_000;

/** Loopback alone, where a network of one's own may be had: an SDK that asks for more than it should then finds nothing. */
const ALONE = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
const wrapper = ((): string[] => {
  try {
    execFileSync(ALONE[0] ?? "", [...ALONE.slice(1), "true"], { stdio: "ignore" });
    return ALONE;
  } catch {
    return [];
  }
})();
/** Whether lanes have no network but loopback. */
export const alone = wrapper.length > 0;

/** Runs the tests of a lane. Never rejects: a lane without a single passed test has failed. */
export async function runLane(lane: Lane, { node, project, application, report }: Places): Promise<Result> {
  const started = performance.now();
  const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", project];
  const options = ["--config", join(root, "scripts/lanes/vitest.config.ts"), "--no-cache"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const [file = "", ...args] = [...wrapper, node, ...vitest, ...options, ...reporters, ...filesOf(lane)];
  const env = { ...process.env, NO_COLOR: "1", LANE_API: lane.api, LANE_APPLICATION: application };
  const limits = { timeout: LONGEST_MS, killSignal: "SIGKILL", maxBuffer: 64 * 1024 * 1024 } as const;
  const output = await promisify(execFile)(file, args, { cwd: project, env, ...limits, encoding: "utf8" }).then(
    () => "",
    ({ stdout, stderr, killed, signal, message }) =>
      `${killed ? `stopped after ${LONGEST_MS / 1000} s\n` : signal ? `ended by ${signal}\n` : ""}${stdout}${stderr}` ||
      message,
  );
  const counts = countsOf(report);
  const wrong = output === "" && counts.passed === 0 ? "no test was run" : output;
  return { ...counts, seconds: (performance.now() - started) / 1000, output: wrong };
}

function countsOf(report: string): Pick<Result, "passed" | "failed" | "skipped"> {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
