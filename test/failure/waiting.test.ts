import { describe, expect, test } from "vitest";
import { diagnoseAcquisition } from "../../src/failure/diagnose.js";
import type { AcquisitionEvidence, Exchange } from "../../src/failure/types.js";

const LATE = Object.assign(new Error("No token came within 400 ms."), { name: "CredentialDeadlineError" });
const REQUEST: Exchange = {
  method: "POST",
  scheme: "https",
  host: "login.example",
  port: 443,
  path: "/t/oauth2/v2.0/token",
  startTime: 0,
  durationMs: 20,
};
const at = (evidence: Partial<AcquisitionEvidence>, error: Error = LATE) =>
  diagnoseAcquisition(error, { credentialType: "X", attempts: [], exchanges: [], processes: [], ...evidence });

describe("when the deadline was over", () => {
  test("a request had no answer yet", () => {
    const found = at({ exchanges: [{ ...REQUEST, pending: true, durationMs: 399.6 }] });
    expect(found.http).toEqual({ host: "login.example" });
    expect(found.cause).toContain("POST login.example:443 had been waiting for an answer for 400 ms.");
  });

  test("a tool was running", () => {
    const ended = { file: "pwsh", startTime: 0, durationMs: 30, exitCode: 1 };
    const found = at({ processes: [{ file: "az", startTime: 0, durationMs: 401.2 }, ended] });
    expect(found.kind).toBe("deadline_exceeded");
    expect(found.cause).toContain("The process az had been running for 401 ms.");
  });

  test("the SDK paused after a refused connection", () => {
    const refused = { ...REQUEST, errorCode: "ECONNREFUSED" };
    const found = at({ exchanges: [refused, refused] });
    expect(found.network).toEqual({ code: "ECONNREFUSED", host: "login.example", port: 443 });
    expect(found.cause).toContain(
      "Nothing was on the wire when the time was over; before, POST login.example:443 had ended in ECONNREFUSED (2 times).",
    );
  });

  test("or after an answer", () => {
    const found = at({ exchanges: [{ ...REQUEST, status: 503 }] });
    expect(found.http).toEqual({ status: 503, host: "login.example" });
    expect(found.cause).toContain("before, POST login.example:443 had been answered with 503.");
  });

  test("or had begun nothing", () => {
    expect(at({}).cause).toContain("It had sent no request and started no process.");
  });
});

test("a violation of the policy waited for nothing", () => {
  const refused = Object.assign(new Error("no"), { name: "CredentialPolicyError" });
  expect(at({ exchanges: [{ ...REQUEST, pending: true }] }, refused).cause).not.toContain("waiting");
});
