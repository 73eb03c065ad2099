import type { TokenCredential } from "@azure/core-auth";

/** The private layout that ChainedTokenCredential has kept in all of 4.0 to 4.14. */
export interface ChainLike extends TokenCredential {
  readonly _sources: readonly TokenCredential[];
}

/** Private names, in either form, do not work on a view of the object. */
const PRIVATE_NAME = /\.\s*#[A-Za-z_$]|#[A-Za-z_$][\w$]*\s+in\b|classPrivate/;
/** A write to `this` would land on the view and be lost to the user's object. */
const WRITE_TO_THIS = /\bthis(?:\.[\w$]+|\[[^\]]*\])\s*(?:[-+*/%&|^]?=[^=>]|\+\+|--|(?:\?\?|\|\||&&)=)/;

const knownClasses = new WeakMap<object, boolean>();

/** The source text of the methods a prototype has of its own, or undefined if it has none. */
function methodSources(prototype: object): string | undefined {
  const sources: string[] = [];
  for (const key of Reflect.ownKeys(prototype)) {
    if (key === "constructor") continue;
    const descriptor = Reflect.getOwnPropertyDescriptor(prototype, key);
    for (const method of [descriptor?.value, descriptor?.get, descriptor?.set]) {
      if (typeof method === "function") sources.push(Function.prototype.toString.call(method));
    }
  }
  return sources.length === 0 ? undefined : sources.join("\n");
}

/** Whether instances may be run through a view: all methods are on one root class, and it is the SDK's chain by its text. */
function isKnownClass(prototype: object): boolean {
  const cached = knownClasses.get(prototype);
  if (cached !== undefined) return cached;
  let root: object = prototype;
  let known = true;
  for (;;) {
    const parent: object | null = Object.getPrototypeOf(root);
    if (parent === null || parent === Object.prototype) break;
    // A subclass with methods of its own may keep state that a view does not share.
    if (methodSources(root) !== undefined) known = false;
    root = parent;
  }
  const text = methodSources(root) ?? "";
  known &&=
    Object.hasOwn(root, "getToken") &&
    text.includes("_sources") &&
    text.includes("CredentialUnavailableError") &&
    !PRIVATE_NAME.test(text) &&
    !WRITE_TO_THIS.test(text);
  knownClasses.set(prototype, known);
  return known;
}

/**
 * The members of a ChainedTokenCredential or DefaultAzureCredential, or undefined where the object is not one that can
 * safely be run through a view. Judged by layout and by the text of its methods, not by class name, since bundlers
 * rename classes and another library's class may keep its state where a view cannot reach it.
 */
export function chainSources(credential: unknown): readonly TokenCredential[] | undefined {
  try {
    if (typeof credential !== "object" || credential === null) return undefined;
    const own = Reflect.getOwnPropertyDescriptor(credential, "_sources")?.value;
    if (!Array.isArray(own) || own.length === 0 || Object.hasOwn(credential, "getToken")) return undefined;
    if (!own.every((member) => typeof member?.getToken === "function")) return undefined;
    return isKnownClass(Object.getPrototypeOf(credential)) ? own : undefined;
  } catch {
    return undefined;
  }
}
