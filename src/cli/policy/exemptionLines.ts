import type { Screen } from "../../explain/render/screen.js";
import type { Exemption } from "../../policy/types.js";
import { paragraph, safe } from "./text.js";

/** Why a rule does not hold, and until when. */
export function exemptionLines(
  exemption: Exemption | undefined,
  ended: boolean,
  indent: number,
  screen: Screen,
): string[] {
  if (exemption === undefined) return paragraph("switched off, without a reason", indent, screen);
  const { reason, until } = exemption;
  const end =
    until === undefined ? "no end" : ended ? `ended on ${until}, remove it or give it a new end` : `until ${until}`;
  return [...paragraph(`reason: ${safe(reason)}`, indent, screen), ...paragraph(end, indent, screen)];
}

export function exemptionReport(exemption: Exemption | undefined, ended: boolean): object {
  if (exemption === undefined) return { ended };
  const { reason, until } = exemption;
  return { reason: safe(reason), ...(until !== undefined && { until }), ended };
}
