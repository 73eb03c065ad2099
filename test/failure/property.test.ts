import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnose, diagnoseAcquisition, diagnoseAttempt } from "../../src/failure/diagnose.js";
import { isFailureKind } from "../../src/failure/kinds.js";
import { RULES } from "../../src/failure/rules/index.js";
import type { AcquisitionEvidence, AttemptEvidence, Diagnosis } from "../../src/failure/types.js";

/** The words that the diagnosis looks for, whole and in pieces, between all else that a text may hold. */
const telling = fc.constantFrom(
  ...RULES.flatMap(({ example }) => [example, example.slice(0, example.length / 2), example.toUpperCase()]),
  "AADSTS7000215",
  "AADSTS",
  "Error(s): 50076,",
  "Attempted credentials:",
  "- EnvironmentCredential authentication unavailable.",
  "ChainedTokenCredential authentication failed.\nCredentialUnavailableError: ",
  "http://169.254.169.254/metadata/identity/oauth2/token",
  '{"error":"invalid_client","error_codes":[',
  '\\\\u0027\\n\\"',
  "\u001b[31m",
);
const text = fc
  .array(fc.oneof(telling, fc.string({ unit: "binary", maxLength: 40 })), { maxLength: 8 })
  .map((parts) => parts.join(" "));

const KEYS = [
  "name",
  "message",
  "code",
  "cause",
  "errors",
  "errorResponse",
  "errorCode",
  "error",
  "statusCode",
  "response",
  "request",
  "stack",
  "hostname",
  "path",
] as const;

/** An object that is made where it is used: fast-check itself would stumble over it. */
class Later {
  readonly make: () => unknown;

  constructor(make: () => unknown) {
    this.make = make;
  }
}

/** Objects that are not what they seem: throwing getters, proxies, cycles, odd types, huge arrays. */
const hostile: fc.Arbitrary<Later> = fc.letrec<{ value: unknown; object: Later }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
    fc.constantFrom(Number.NaN, Symbol("x"), 1n, () => "x", null, undefined, new Array(100_000)),
    tie("object"),
  ),
  object: fc
    .record(
      {
        props: fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 6 }),
        shape: fc.constantFrom("plain", "error", "frozen", "cycle", "getters", "proxy", "revoked", "silent"),
      },
      { requiredKeys: ["props", "shape"] },
    )
    .map(({ props, shape }) => new Later(() => disguise(props, shape))),
})).object;

function disguise(props: Record<string, unknown>, shape: string): unknown {
  const target: Record<string, unknown> =
    shape === "error" ? (new Error("x") as unknown as Record<string, unknown>) : {};
  for (const [key, given] of Object.entries(props)) {
    const value = given instanceof Later ? given.make() : given;
    const descriptor =
      shape === "getters"
        ? {
            get: (): never => {
              throw new Error(key);
            },
          }
        : { value, writable: true };
    Object.defineProperty(target, key, { ...descriptor, configurable: true, enumerable: true });
  }
  if (shape === "frozen") return Object.freeze(target);
  if (shape === "cycle") return Object.assign(target, { cause: target, errors: [target, target] });
  if (shape === "silent") {
    return Object.assign(target, {
      toString: () => {
        throw new Error("toString");
      },
    });
  }
  if (shape === "proxy") {
    const thrower = (): never => {
      throw new Error("trap");
    };
    return new Proxy(target, { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower });
  }
  if (shape !== "revoked") return target;
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function expectWhole(found: Diagnosis): void {
  expect(isFailureKind(found.kind)).toBe(true);
  expect(found.cause).toBeTypeOf("string");
  expect(found.remedies.length).toBeGreaterThan(0);
  expect(found.attempts.filter((attempt) => attempt.decisive).length).toBeLessThanOrEqual(1);
  // What a diagnosis holds can be written down.
  expect(() => JSON.stringify(found)).not.toThrow();
}

const SEEN: AcquisitionEvidence = { credentialType: "X", attempts: [], exchanges: [], processes: [] };

describe("never throws, always whole", () => {
  test("text", () => {
    fc.assert(
      fc.property(text, (value) => expectWhole(diagnose(value))),
      { numRuns: 400 },
    );
  });

  test("any value", () => {
    fc.assert(
      fc.property(hostile, ({ make }) => {
        const value = make();
        expectWhole(diagnose(value));
        expectWhole(diagnoseAcquisition(value, SEEN));
      }),
      { numRuns: 400 },
    );
  });

  test("errors of attempts", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (errors) => {
        const attempts = errors.map(
          ({ make }, index): AttemptEvidence => ({
            credentialType: "ManagedIdentityCredential",
            index,
            outcome: "skipped",
            error: make(),
            exchanges: [],
            processes: [],
            attempts: [],
          }),
        );
        expectWhole(diagnoseAcquisition(attempts[0]?.error, { ...SEEN, attempts }));
        for (const attempt of attempts) expect(isFailureKind(diagnoseAttempt(attempt).kind)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("the same text always gets the same answer", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(diagnose(value)).toEqual(diagnose(value));
      }),
      { numRuns: 100 },
    );
  });
});
