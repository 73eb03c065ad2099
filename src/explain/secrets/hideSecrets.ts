import { hideInAddresses } from "./addresses.js";
import { hideInCalls } from "./calls.js";
import { hideInCommands } from "./commands.js";
import { hideInPlaceOfPaths } from "./files.js";
import { hideHeaders } from "./headers.js";
import { labelledSecrets } from "./labelled.js";
import { FORMS, hideGenerated, PEM } from "./shapes.js";

const HIDDEN = "REDACTED";
/** Where secrets stand without their name. */
const PLACES = [hideHeaders, hideInAddresses, hideInCommands, hideInCalls, hideInPlaceOfPaths];
/** A shorter one may stand in any word. */
const LEAST_REPEATED = 6;

/** Line breaks stay, so that a line is where it was. */
function hideKey(key: string): string {
  return HIDDEN + "\n".repeat(key.split("\n").length - 1);
}

/** Hides what stands beside the name of a secret, there and wherever else it is said. */
function hideLabelled(text: string): string {
  const spans = labelledSecrets(text).sort((a, b) => a.start - b.start);
  if (spans.length === 0) return text;
  let shown = "";
  let past = 0;
  const values = new Set<string>();
  for (const { start, end } of spans) {
    if (start < past) continue;
    const value = text.slice(start, end);
    if (value.length >= LEAST_REPEATED) values.add(value);
    shown += text.slice(past, start) + HIDDEN;
    past = end;
  }
  shown += text.slice(past);
  for (const value of values) shown = shown.replaceAll(value, HIDDEN);
  return shown;
}

/**
 * Hides in a text of somebody else's whatever may be a secret: rather too much than too little, and no ordinary words.
 *
 * @param text - of one line or of several, which stay as many
 * @internal
 */
export function hideSecrets(text: string): string {
  // Quotes of JSON in JSON, so that what stands in them is known.
  let shown = text.replace(/\\{1,16}(?=["'])/g, "").replace(PEM, hideKey);
  for (const form of FORMS) shown = shown.replace(form, HIDDEN);
  for (const hide of PLACES) shown = hide(shown, HIDDEN);
  return hideGenerated(hideLabelled(shown), HIDDEN);
}
