import type { TokenCredential } from "@azure/core-auth";
import type { DiagnosticCredentialOptions } from "./diagnosticCredentialOptions.js";

/** Names a value without showing it: the wrong argument may be a secret. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "function") return `the function ${value.name || "(anonymous)"}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  try {
    const name: unknown = value.constructor?.name;
    const keys = Object.keys(value).slice(0, 5).join(", ");
    if (typeof name === "string" && name !== "Object" && name !== "") return `an instance of ${name}`;
    return keys === "" ? "an empty object" : `an object with the properties ${keys}`;
  } catch {
    return "an object";
  }
}

function hasMethod(value: unknown, method: string): boolean {
  try {
    return typeof (value as Record<string, unknown> | null | undefined)?.[method] === "function";
  } catch {
    return false;
  }
}

/**
 * @param value - what was given
 * @param who - who takes it, and the verb
 * @throws TypeError unless the value has a `getToken` method
 */
export function assertCredential(value: unknown, who = "DiagnosticCredential wraps"): asserts value is TokenCredential {
  if (hasMethod(value, "getToken")) return;
  const hint =
    typeof value === "function" && /Credential$/.test(value.name)
      ? `; construct it first: new ${value.name}(...)`
      : value instanceof Promise
        ? "; await it first"
        : "";
  throw new TypeError(
    `${who} a TokenCredential, an object with a getToken method, but was given ${describe(value)}${hint}.`,
  );
}

/** What a DiagnosticCredential can be told; the compiler sees to it that none is missing. */
const OPTIONS: Record<keyof DiagnosticCredentialOptions, true> = {
  name: true,
  policy: true,
  deadlineMs: true,
  coalesce: true,
  recent: true,
  selection: true,
  identifiers: true,
  tracerProvider: true,
  meterProvider: true,
};
const PUBLIC_OPTIONS = Object.keys(OPTIONS).filter((option) => option !== "selection");

/** A misspelt policy would be none. */
function assertKnown(options: Record<string, unknown>): void {
  const unknown = Object.keys(options).find((option) => !Object.hasOwn(OPTIONS, option));
  if (unknown === undefined) return;
  throw new TypeError(
    `DiagnosticCredential: there is no option ${unknown.slice(0, 60)}; the options are ${PUBLIC_OPTIONS.join(", ")}.`,
  );
}

const IDENTIFIERS = ["omit", "hash", "plain"];

function assertMethod(options: Record<string, unknown>, option: string, method: string): void {
  const value = options[option];
  if (value === undefined || hasMethod(value, method)) return;
  throw new TypeError(
    `DiagnosticCredential: option ${option} must have a ${method} method, but is ${describe(value)}.`,
  );
}

function assertMilliseconds(options: Record<string, unknown>, option: string): void {
  const value = options[option];
  // setTimeout takes no more, and would fire at once.
  if (value === undefined || (typeof value === "number" && value > 0 && value <= 2 ** 31 - 1)) return;
  const given = typeof value === "number" ? value : describe(value);
  throw new TypeError(
    `DiagnosticCredential: option ${option} must be a number of milliseconds above 0 and below 2147483648, but is ${given}.`,
  );
}

function assertObject(value: unknown): asserts value is Record<string, unknown> {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return;
  throw new TypeError(`DiagnosticCredential: options must be an object, but is ${describe(value)}.`);
}

/** @throws TypeError if an option of `ready()` is of the wrong type */
export function assertReadyOptions(options: object): void {
  assertObject(options);
  assertMilliseconds(options, "timeoutMs");
  assertMethod(options, "abortSignal", "addEventListener");
}

/** @throws TypeError if an option is of the wrong type */
export function assertOptions(value: object): void {
  assertObject(value);
  const options: Record<string, unknown> = value;
  assertKnown(options);
  const { name, identifiers } = options;
  if (name !== undefined && (typeof name !== "string" || name === "" || name.length > 256)) {
    const given = typeof name === "string" ? `one of ${name.length}` : describe(name);
    throw new TypeError(`DiagnosticCredential: option name must be a string of 1 to 256 characters, but is ${given}.`);
  }
  if (identifiers !== undefined && !IDENTIFIERS.includes(identifiers as string)) {
    const given = typeof identifiers === "string" ? JSON.stringify(identifiers.slice(0, 20)) : describe(identifiers);
    throw new TypeError(
      `DiagnosticCredential: option identifiers must be one of ${IDENTIFIERS.join(", ")}, but is ${given}.`,
    );
  }
  assertMilliseconds(options, "deadlineMs");
  const { coalesce, recent } = options;
  if (coalesce !== undefined && typeof coalesce !== "boolean") {
    throw new TypeError(`DiagnosticCredential: option coalesce must be a boolean, but is ${describe(coalesce)}.`);
  }
  const isCount = Number.isInteger(recent) && (recent as number) >= 0 && (recent as number) <= 1024;
  if (recent !== undefined && !isCount) {
    const given = typeof recent === "number" ? recent : describe(recent);
    throw new TypeError(`DiagnosticCredential: option recent must be a whole number from 0 to 1024, but is ${given}.`);
  }
  assertMethod(options, "tracerProvider", "getTracer");
  assertMethod(options, "meterProvider", "getMeter");
}
