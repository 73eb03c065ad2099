import type { TokenCredential } from "@azure/core-auth";
import type { Unwrap } from "./inspect.js";

let registered: Unwrap = () => undefined;

/**
 * Says how a wrapper is seen through: only its class can read its private fields.
 *
 * @internal
 */
export function registerUnwrap(unwrap: Unwrap): void {
  registered = unwrap;
}

/**
 * The credential in a DiagnosticCredential; undefined for any other.
 *
 * @internal
 */
export function unwrapCredential(credential: TokenCredential): TokenCredential | undefined {
  return registered(credential);
}
