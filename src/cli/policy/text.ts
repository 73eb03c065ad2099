import type { Screen, Style } from "../../explain/render/screen.js";
import { wrap } from "../../explain/render/wrap.js";
import { hideSecrets } from "../../explain/secrets/hideSecrets.js";
import type { SettingSource } from "../../policy/resolvedPolicy.js";
import type { Severity } from "../../policy/types.js";

/** What a subcommand has to say, to a person and to a program. */
export interface Answer {
  readonly exit: number;
  readonly report: object;
  lines(screen: Screen): string[];
}

const STYLES: Readonly<Record<Severity, Style>> = { error: "failure", warn: "skipped", off: "quiet" };

/** A severity in a column of its own. */
export function severityText(severity: Severity, { paint }: Screen): string {
  return paint(STYLES[severity], severity.padEnd(5));
}

/** What somebody wrote into a file, fit for a terminal and a build log. */
export function safe(text: string): string {
  return hideSecrets(text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, " "));
}

/** A value of an option with every text in it made safe. */
export function safeValue(value: unknown): unknown {
  if (typeof value === "string") return safe(value);
  return Array.isArray(value) ? value.map(safeValue) : value;
}

export function sourceText({ kind, name, line }: SettingSource): string {
  if (kind !== "file") return `${kind} ${name}`;
  return line === undefined ? safe(name) : `${safe(name)}:${line}`;
}

export function sourceReport({ kind, name, line }: SettingSource): object {
  return { kind, name: safe(name), ...(line !== undefined && { line }) };
}

/** A text in lines that stand under each other. */
export function paragraph(text: string, indent: number, { width }: Screen): string[] {
  return wrap(text, width - indent).map((line) => " ".repeat(indent) + line);
}

/** A heading with what stands under it; nothing where there is nothing. */
export function section(heading: string, body: readonly string[], { paint }: Screen): string[] {
  return body.length === 0 ? [] : ["", `  ${paint("heading", heading)}`, ...body];
}
