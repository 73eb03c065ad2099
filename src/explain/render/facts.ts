import type { Diagnosis } from "../../failure/types.js";

/**
 * What the evidence shows, in short pieces.
 *
 * @internal
 */
export function evidenceOf({ credentialType, entra, http, network }: Diagnosis): string[] {
  const host = network?.host ?? http?.host;
  const at = host === undefined ? [] : [network?.port === undefined ? host : `${host}:${network.port}`];
  return [
    ...(credentialType === undefined ? [] : [credentialType]),
    ...(entra?.codes ?? []).map((code) => `AADSTS${code}`),
    ...(entra?.error === undefined ? [] : [entra.error]),
    ...(entra?.subError === undefined ? [] : [entra.subError]),
    ...(network === undefined ? [] : [network.code]),
    ...(http?.status === undefined ? [] : [`HTTP ${http.status}`]),
    ...at,
    ...(http?.retryAfterSeconds === undefined ? [] : [`retry after ${http.retryAfterSeconds} s`]),
  ];
}

/**
 * What Microsoft's support asks for: with these it finds the very request.
 *
 * @internal
 */
export function supportFacts({ entra }: Diagnosis): readonly (readonly [label: string, value: string])[] {
  const facts = [
    ["correlation id", entra?.correlationId],
    ["trace id", entra?.traceId],
    ["timestamp", entra?.timestamp],
  ] as const;
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

const DECISION = /\s?Of \d+ credentials, (?:number )?\w+ explains the failure: ([^.]+(?:\.(?!$)[^.]*)*)\.$/;

/**
 * The cause, and, where it ends in it, why one attempt of a chain was the decisive one.
 *
 * @internal
 */
export function splitCause(cause: string): { readonly cause: string; readonly reason?: string } {
  const decision = DECISION.exec(cause);
  if (decision?.[1] === undefined) return { cause };
  return { cause: cause.slice(0, decision.index), reason: decision[1] };
}
