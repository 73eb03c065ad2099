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

const OF_CLI = "/azclicredential/";
/** In place of the page about the Azure CLI's credential, for who asks another program. */
const PAGES: Partial<Readonly<Record<Writer, string>>> = {
  "visual-studio": "/vscredential/",
  "azure-powershell": "/powershellcredential/",
};

function ofAsked(remedy: Remedy, asked: ReturnType<typeof askedBy>): Remedy {
  const page = asked === undefined || asked === "application" ? undefined : PAGES[asked];
  if (page === undefined || remedy.url === undefined) return remedy;
  return { ...remedy, url: remedy.url.replace(OF_CLI, page) };
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
    return read === undefined ? [] : [ofAsked(withPage(read, reader), asked)];
  });
}
