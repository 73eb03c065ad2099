import { KINDS } from "../../failure/kinds.js";
import type { ExplainedCode } from "../code.js";
import { failureLines } from "./failure.js";
import type { Screen } from "./screen.js";
import { wrap } from "./wrap.js";

/**
 * An error number of Entra ID, for a person.
 *
 * @internal
 */
export function codeLines({ code, entry, url, failure }: ExplainedCode, screen: Screen): string[] {
  const name = `AADSTS${code}`;
  if (failure === undefined) {
    return wrap(`${code} is no error code of Microsoft Entra ID: those have five to seven digits.`, screen.width);
  }
  const link = screen.link(entry?.docUrl ?? url, screen.width - 5).map((line) => `    ${line}`);
  const page = ["", `  ${screen.paint("heading", `Microsoft on ${name}`)}`, ...link];
  if (entry === undefined) {
    const said = `${name} is not among the codes that this package knows. Microsoft's page may explain it.`;
    return [...wrap(said, screen.width), ...page];
  }
  const title = entry.name === name ? name : `${name} ${entry.name}`;
  return [...failureLines(failure, screen, { title, summary: entry.summary, why: KINDS[entry.kind].means }), ...page];
}
