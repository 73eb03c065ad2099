import type { TokenCredential } from "@azure/core-auth";

/** What a DiagnosticCredential tells other copies of this package: a shared library may bring its own version. */
export interface Wrapped {
  readonly credential: TokenCredential;
  /** The class of the credential, as telemetry has it. */
  readonly type: string;
  readonly name: string | undefined;
}

// Part of what all versions share: a change of Wrapped needs another key.
const KEY = Symbol.for("diagnostic-credential.wrapped.1");

function isWrapped(value: unknown): value is Wrapped {
  if (typeof value !== "object" || value === null) return false;
  const { credential, type, name } = value as Partial<Wrapped>;
  const isNamed = name === undefined || typeof name === "string";
  return typeof credential === "object" && typeof type === "string" && isNamed;
}

/** Weak: whoever walks the objects of a process to print them does not come upon a credential through it. */
function wrappers(): WeakMap<object, unknown> {
  const shared: unknown = Reflect.get(globalThis, KEY);
  if (shared instanceof WeakMap) return shared;
  const made = new WeakMap<object, unknown>();
  Reflect.defineProperty(globalThis, KEY, { value: made, configurable: true });
  return made;
}

/**
 * Says what a DiagnosticCredential wraps: its fields are private, and hide it from another copy of its class.
 *
 * @internal
 */
export function registerWrapper(wrapper: TokenCredential, wrapped: Wrapped): void {
  wrappers().set(wrapper, wrapped);
}

/**
 * What a DiagnosticCredential of any copy of this package wraps; undefined for any other credential.
 *
 * @internal
 */
export function wrappedBy(credential: TokenCredential): Wrapped | undefined {
  const wrapped = wrappers().get(credential);
  return isWrapped(wrapped) ? wrapped : undefined;
}

/**
 * The credential in a DiagnosticCredential; undefined for any other.
 *
 * @internal
 */
export function unwrapCredential(credential: TokenCredential): TokenCredential | undefined {
  return wrappedBy(credential)?.credential;
}
