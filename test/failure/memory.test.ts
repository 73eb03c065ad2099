import { describe, expect, test } from "vitest";
import { recallEvidence, rememberEvidence } from "../../src/failure/memory.js";
import type { AcquisitionEvidence } from "../../src/failure/types.js";
import { diagnose } from "../../src/index.js";

const EVIDENCE: AcquisitionEvidence = {
  credentialType: "ClientSecretCredential",
  attempts: [],
  exchanges: [
    {
      method: "GET",
      scheme: "https",
      host: "login.example.com",
      port: 443,
      path: "/t/v2.0/.well-known/openid-configuration",
      startTime: 0,
      durationMs: 3,
      errorCode: "ENOTFOUND",
    },
  ],
  processes: [],
};

describe("remembered evidence", () => {
  test("is found again by the error itself, which stays as it was", () => {
    const error = Object.assign(new Error("endpoints_resolution_error: See https://aka.ms/x"), {
      name: "CredentialUnavailableError",
    });
    const before = JSON.stringify(Object.getOwnPropertyDescriptors(error));
    expect(diagnose(error).kind).toBe("authority_unreachable");
    rememberEvidence(error, EVIDENCE);
    const found = diagnose(error);
    expect(found.kind).toBe("dns_failure");
    expect(found.credentialType).toBe("ClientSecretCredential");
    expect(found.exchanges).toBe(EVIDENCE.exchanges);
    expect(JSON.stringify(Object.getOwnPropertyDescriptors(error))).toBe(before);
  });

  test("works for frozen errors and functions", () => {
    const error = Object.freeze(new Error("x"));
    rememberEvidence(error, EVIDENCE);
    expect(recallEvidence(error)).toBe(EVIDENCE);
    const callable = (): void => undefined;
    rememberEvidence(callable, EVIDENCE);
    expect(recallEvidence(callable)).toBe(EVIDENCE);
  });

  test.each([undefined, null, "text", 1, Symbol("x")])("ignores %s", (value) => {
    rememberEvidence(value, EVIDENCE);
    expect(recallEvidence(value)).toBeUndefined();
  });
});
