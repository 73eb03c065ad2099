import type { TokenCredential } from "@azure/core-auth";

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

/** @throws TypeError unless the value has a `getToken` method */
export function assertCredential(value: unknown): asserts value is TokenCredential {
  if (hasMethod(value, "getToken")) return;
  const hint =
    typeof value === "function" && /Credential$/.test(value.name)
      ? `; construct it first: new ${value.name}(...)`
      : value instanceof Promise
        ? "; await it first"
        : "";
  throw new TypeError(
    `DiagnosticCredential wraps a TokenCredential, an object with a getToken method, but was given ${describe(value)}${hint}.`,
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

/** @throws TypeError if an option is of the wrong type */
export function assertOptions(value: object): void {
  if (value === null || typeof value !== "object") {
    throw new TypeError(`DiagnosticCredential: options must be an object, but is ${describe(value)}.`);
  }
  const options = value as Record<string, unknown>;
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
  const { deadlineMs } = options;
  // setTimeout takes no more, and would fire at once.
  const inRange = typeof deadlineMs === "number" && deadlineMs > 0 && deadlineMs <= 2 ** 31 - 1;
  if (deadlineMs !== undefined && !inRange) {
    const given = typeof deadlineMs === "number" ? deadlineMs : describe(deadlineMs);
    throw new TypeError(
      `DiagnosticCredential: option deadlineMs must be a number of milliseconds above 0 and below 2147483648, but is ${given}.`,
    );
  }
  assertMethod(options, "tracerProvider", "getTracer");
  assertMethod(options, "meterProvider", "getMeter");
}
