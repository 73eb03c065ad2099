import { DIALED, DOTNET_DIALED, URL_HOST } from "./textPatterns.js";

/**
 * Where a request went.
 *
 * @internal
 */
export interface Target {
  readonly host?: string;
  readonly port?: number;
  readonly path: string;
}

const NO_TARGET: Target = { path: "" };

function targetOf(host: string, port: string | undefined, path: string): Target {
  return { host, ...(port === undefined ? {} : { port: Number(port) }), path };
}

/**
 * The host that a text was about to reach.
 *
 * @param text - the text
 * @param dialing - whether the text may name a host that was dialed
 * @internal
 */
export function targetOfText(text: string, dialing: boolean): Target {
  const dialed = dialing ? (DIALED.exec(text) ?? DOTNET_DIALED.exec(text)) : null;
  if (dialed?.[1] !== undefined && /[.:]|localhost/.test(dialed[1])) return targetOf(dialed[1], dialed[2], "");
  const found = text.includes("://") ? URL_HOST.exec(text) : null;
  // Links to documentation are in nearly every message and say nothing about the request.
  if (found?.[1] === undefined || /(?:^|\.)(?:aka\.ms|microsoft\.com|github\.com)$/.test(found[1])) return NO_TARGET;
  return targetOf(found[1], found[2], found[3] ?? "");
}

/**
 * The host of a URL.
 *
 * @internal
 */
export function targetOfUrl(url: string): Target {
  const found = URL_HOST.exec(url);
  return found?.[1] === undefined ? NO_TARGET : targetOf(found[1], found[2], found[3] ?? "");
}
