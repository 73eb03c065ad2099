import { type AadstsEntry, aadstsLink, lookupAadsts } from "../failure/aadsts.js";
import { diagnose } from "../failure/diagnose.js";
import type { ExplainedFailure } from "./types.js";

const CODE = /^(?:(?:error )?aadsts ?)?(\d{1,12})$/i;

/**
 * An error number of Entra ID by itself, and what is known about it.
 *
 * @internal
 */
export interface ExplainedCode {
  readonly code: number;
  readonly entry?: AadstsEntry;
  readonly url: string;
  /** Absent for what cannot be a number of Entra ID. */
  readonly failure?: ExplainedFailure;
}

/**
 * Explains an error number of Entra ID.
 *
 * @param text - e.g. `AADSTS7000215` or `7000215`
 * @returns `undefined` where the text is something else
 * @internal
 */
export function explainCode(text: string): ExplainedCode | undefined {
  const digits = CODE.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  const code = Number(digits);
  const url = aadstsLink(code);
  if (!/^[1-9]\d{4,6}$/.test(digits)) return { code, url };
  const name = `AADSTS${code}`;
  const entry = lookupAadsts(code);
  const failure = { count: 1, firstLine: name, diagnosis: diagnose(name) };
  return { code, url, failure, ...(entry === undefined ? {} : { entry }) };
}
