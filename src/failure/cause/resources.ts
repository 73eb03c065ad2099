import type { Evidence } from "../evidence.js";
import type { FailureKind } from "../kinds.js";
import type { Verdict } from "../verdict.js";

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
/** What identifies an API or a tenant: nothing else, so that no secret can be taken for it. */
const RESOURCE = `((?:https://[a-z0-9.-]{4,120}[a-z0-9]|api://[a-z0-9.-]{1,80}[a-z0-9])(?:/(?:${GUID}|\\.default|v2\\.0)){0,2}/?|${GUID})(?![\\w/:@%=-]|\\.\\w)`;
const QUOTE = "[ :='\"\\\\[(]{1,5}";

const named = (before: string): RegExp => new RegExp(`${before}${QUOTE}${RESOURCE}`, "i");

const AUDIENCE = named("\\b(?:audience|resource|scope)s?(?: of)?(?: principal named)?");
const EXPECTED = named(
  "\\b(?:expected|want(?:ed)?|should be|must match)(?: audience| issuer| one of| to be| the tenant| one of the tenants)?",
);
const FOUND = named("\\b(?:found|got|received|but was|actual|is|was)");

const WRONG = named("\\b(?:wrong issuer|has audience|audience (?:is|was))");

/** Kinds that are about what a token was asked for. */
const ASKED: ReadonlySet<FailureKind> = new Set([
  "invalid_scope_or_resource",
  "resource_principal_not_found",
  "managed_identity_not_assigned",
  "managed_identity_endpoint_error",
]);

const ISSUER = /assertion issuer:? ?'(https:\/\/[\w./:-]{1,200})'/i;
const SUBJECT = /assertion subject:? ?'([\w:/.@*|=-]{1,250})'/i;
const EXTERNAL_AUDIENCE = /assertion audience:? ?'([\w:/.-]{1,200})'/i;

/**
 * The API that a token was asked for.
 *
 * @internal
 */
export function resourceOf({ kind }: Verdict, { text }: Evidence): string | undefined {
  const found = ASKED.has(kind) ? AUDIENCE.exec(text)?.[1] : undefined;
  return found === undefined ? undefined : `The resource that the message names is ${found}.`;
}

/**
 * What was expected of a token and what it was instead.
 *
 * @internal
 */
export function comparedOf({ kind }: Verdict, { text }: Evidence): string | undefined {
  if (kind === "federated_credential_mismatch") return externalOf(text);
  if (kind !== "token_rejected") return undefined;
  const expected = EXPECTED.exec(text);
  if (expected?.[1] === undefined) return undefined;
  const found = (FOUND.exec(text.slice(expected.index + expected[0].length)) ?? WRONG.exec(text))?.[1];
  const instead = found === undefined || found === expected[1] ? "" : `, and the token has ${found}`;
  return `Expected is ${expected[1]}${instead}.`;
}

/** What Entra ID looked for among the federated credentials. */
function externalOf(text: string): string | undefined {
  const parts = [
    ["issuer", ISSUER.exec(text)?.[1]],
    ["subject", SUBJECT.exec(text)?.[1]],
    ["audience", EXTERNAL_AUDIENCE.exec(text)?.[1]],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`the ${name} ${value}`]));
  return parts.length === 0 ? undefined : `The external token has ${parts.join(", ")}.`;
}
