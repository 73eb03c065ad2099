import rows from "./aadsts.json" with { type: "json" };
import type { FailureKind, FailureOwner } from "./kinds.js";
import type { Remedy } from "./types.js";

/**
 * What is known about one AADSTS number.
 *
 * @public
 * @since 0.1.0
 */
export interface AadstsEntry {
  /** The number after `AADSTS`. */
  readonly code: number;
  /** Microsoft's name of the error, e.g. `InvalidClientSecret`; `AADSTS<number>` where none is published. */
  readonly name: string;
  readonly kind: FailureKind;
  /** OAuth `error` that usually comes with it. Entra has changed the word for the same number over time. */
  readonly oauthError?: string;
  /** Who can fix it, where that differs from the kind's usual owner. */
  readonly owner?: FailureOwner;
  /** Whether waiting helps, where that differs from the kind's usual answer. */
  readonly retryable?: boolean;
  /** One sentence without identifiers. */
  readonly summary: string;
  /** What to do, most likely first, in place of what is usual for the kind; empty where that is all there is. */
  readonly mitigations: readonly string[];
  /** Microsoft's page on this number. */
  readonly docUrl: string;
}

/** A mitigation with the command that carries it out, or with a page of its own. */
interface Step {
  readonly do: string;
  readonly run?: string;
  readonly see?: string;
}

type Row = Omit<AadstsEntry, "code" | "name" | "mitigations" | "docUrl"> & {
  readonly name?: string;
  readonly mitigations?: readonly (string | Step)[];
  readonly docUrl?: string;
};

const table = rows as Readonly<Record<string, Row>>;

function rowOf(code: number): Row | undefined {
  const key = String(code);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/**
 * The page on which Microsoft explains an AADSTS number, known to this package or not.
 *
 * @param code - the number after `AADSTS`
 * @public
 * @since 0.1.0
 */
export function aadstsLink(code: number): string {
  return `https://login.microsoftonline.com/error?code=${code}`;
}

const known = new Map<number, AadstsEntry>();

/**
 * The same as {@link lookupAadsts}, but always the same object for the same number.
 *
 * @param code - the number after `AADSTS`
 * @internal
 */
export function aadstsEntry(code: number): AadstsEntry | undefined {
  let entry = known.get(code);
  if (entry === undefined) {
    entry = lookupAadsts(code);
    if (entry !== undefined) known.set(code, entry);
  }
  return entry;
}

/**
 * Looks up an AADSTS number.
 *
 * @param code - the number after `AADSTS`
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * @public
 * @since 0.1.0
 */
export function lookupAadsts(code: number): AadstsEntry | undefined {
  const row = rowOf(code);
  if (row === undefined) return undefined;
  return {
    ...row,
    code,
    name: row.name ?? `AADSTS${code}`,
    mitigations: (row.mitigations ?? []).map((step) => (typeof step === "string" ? step : step.do)),
    docUrl: row.docUrl ?? aadstsLink(code),
  };
}

/**
 * What a number asks for, with commands and pages.
 *
 * @param entry - the number
 * @returns empty where the remedies of the kind are all there is
 * @internal
 */
export function remediesOfAadsts({ code, mitigations, docUrl }: AadstsEntry): readonly Remedy[] {
  if (mitigations.length === 0) return [];
  return (rowOf(code)?.mitigations ?? []).map((step) => {
    if (typeof step === "string") return { action: step, url: docUrl };
    const url = step.see ?? docUrl;
    return step.run === undefined ? { action: step.do, url } : { action: step.do, command: step.run, url };
  });
}

/**
 * Every AADSTS number in the table, ascending.
 *
 * @internal
 */
export function knownAadsts(): readonly number[] {
  return Object.keys(table).map(Number);
}
