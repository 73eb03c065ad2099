import type { Remedy } from "../types.js";
import { pageFor } from "./pages.js";
import type { askedBy } from "./signIn.js";
import { vary } from "./variation.js";
import { OF_TRANSPORT, VARIATIONS } from "./variations.js";
import type { Writer } from "./writer.js";

function withPage(remedy: Remedy, writer: Writer | undefined): Remedy {
  const { url, ...rest } = remedy;
  if (url === undefined) return remedy;
  const page = pageFor(url, writer);
  if (page === url) return remedy;
  return page === undefined ? rest : { ...rest, url: page };
}

/**
 * Advice as it reads for who wrote the text: options, variables and pages of that language or program.
 *
 * @param remedies - most likely first, as they read where nobody is known
 * @param writer - who wrote the text, where it is known
 * @param asked - whom the credential asks, where it is known
 * @internal
 */
export function forWriter(
  remedies: readonly Remedy[],
  writer: Writer | undefined,
  asked: ReturnType<typeof askedBy>,
): readonly Remedy[] {
  return remedies.flatMap((remedy) => {
    const variation = VARIATIONS.get(remedy);
    const reader = asked !== undefined && asked !== "application" && OF_TRANSPORT.has(remedy) ? asked : writer;
    const read = variation === undefined ? remedy : vary(variation, reader);
    return read === undefined ? [] : [withPage(read, reader)];
  });
}
