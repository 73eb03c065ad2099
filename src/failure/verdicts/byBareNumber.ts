import { aadstsEntry } from "../aadsts.js";
import type { Evidence } from "../evidence.js";
import type { Verdict } from "../verdict.js";

/** Numbers of Entra ID that a log gives without the prefix they have in messages. */
const NUMBER =
  /\bresult_?type['"]? ?[:=]{1,2} ?['"]?([1-9]\d{4,6})\b|\b(?:error)?_?codes?['"]? ?[:=]? ?\[?['"]?([1-9]\d{4,6})\b|\binvalid_client \(([1-9]\d{4,6})\)|\b(?:invalid_\w{5,8}|interaction_required|unauthorized_client): ([1-9]\d{4,6}) - \[/;
/** Who uses them. */
const OF_ENTRA =
  /\b(?:interaction_required|basic_action|additional_action|invalid_(?:client|grant|request|resource|scope)|unauthorized_client|consent_required|entra|aad|azure ad|token (?:request|refresh|endpoint)|sign-?in (?:activity|error|logs?|failed|was successful)|we ran into a problem|additional details: ?on-?premise|trouble (?:with )?signing you in|get there from here|failurereason|additionaldetails|signinlogs|appdisplayname|conditionalaccessstatus|request id: ?[\da-f-]{8,36} correlation id: ?[\da-f-]{8,36} (?:timestamp|app name))\b/;

/**
 * What a number of Entra ID says that stands without its `AADSTS`.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function byBareNumber({ plain, signs }: Evidence): Verdict | undefined {
  if (!signs.has("bareNumber")) return undefined;
  const found = NUMBER.exec(plain);
  if (found === null || !OF_ENTRA.test(plain)) return undefined;
  const code = Number(found[1] ?? found[2] ?? found[3] ?? found[4]);
  const entry = aadstsEntry(code);
  if (entry === undefined || entry.kind === "unknown") return undefined;
  return { kind: entry.kind, entry, codes: [code], answered: true };
}
