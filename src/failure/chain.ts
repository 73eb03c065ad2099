import { BEGUN, CAME, reasonOf, SHOWN_HERE, SIGNED_IN_BEFORE } from "./chainReasons.js";
import { hasPartialPrincipal, NO_VARIABLES, type VariableNames } from "./hosts.js";
import { type FailureKind, KINDS } from "./kinds.js";
import type { Verdict } from "./verdict.js";

/**
 * A member of a failed chain, with what became of it.
 *
 * @internal
 */
export interface RankedAttempt {
  readonly credentialType: string;
  readonly verdict: Verdict;
  /** True for what may be the rest of a member that was cut off. */
  readonly cut?: boolean;
}

/**
 * The attempt that explains why a chain failed, and why this one.
 *
 * @internal
 */
export interface Decision {
  readonly index: number;
  /** One sentence without identifiers. */
  readonly reason: string;
}

const { REFUSED, CUT_OFF, HALF_CONFIGURED, TIMED_OUT, PRESENT, UNCLEAR, ABSENT } = CAME;

/** Kinds that by themselves show how far a member came, where its stage does not. */
const LEVELS: Partial<Readonly<Record<FailureKind, number>>> = {
  tenant_not_allowed: HALF_CONFIGURED,
  configuration_invalid: HALF_CONFIGURED,
  credential_file_unreadable: HALF_CONFIGURED,
  certificate_unusable: HALF_CONFIGURED,
  token_cache_unavailable: PRESENT,
  assertion_unavailable: REFUSED,
  configuration_missing: ABSENT,
  no_credential_available: ABSENT,
  tool_not_installed: ABSENT,
  tool_not_signed_in: PRESENT,
  tool_failed: PRESENT,
  tool_timeout: TIMED_OUT,
  network_timeout: TIMED_OUT,
  managed_identity_probe_timeout: TIMED_OUT,
  managed_identity_retries_exhausted: PRESENT,
  managed_identity_unreachable: ABSENT,
  managed_identity_not_configured: ABSENT,
  not_authentication: UNCLEAR,
  unknown: UNCLEAR,
};

/** Stores that are looked into without the user having chosen them: an empty one is not a tool without a sign-in. */
const PASSIVE: ReadonlySet<string> = new Set([
  "SharedTokenCacheCredential",
  "VisualStudioCodeCredential",
  "IntelliJCredential",
  "BrokerCredential",
]);

const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  WorkloadIdentityCredential: ["AZURE_FEDERATED_TOKEN_FILE"],
  ManagedIdentityCredential: [
    "IDENTITY_ENDPOINT",
    "MSI_ENDPOINT",
    "WEBSITE_INSTANCE_ID",
    "CONTAINER_APP_NAME",
    "IMDS_ENDPOINT",
  ],
  EnvironmentCredential: ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_USERNAME"],
  AzurePipelinesCredential: ["SYSTEM_OIDCREQUESTURI"],
};

function level({ credentialType, verdict, cut }: RankedAttempt): number {
  if (verdict.answered) return REFUSED;
  if (cut === true && KINDS[verdict.kind].stage === "other") return ABSENT;
  const { kind } = verdict;
  if ((kind === "tool_not_signed_in" || kind === "token_cache_unavailable") && PASSIVE.has(credentialType))
    return ABSENT;
  const rule = verdict.rule?.id;
  if (rule === "configuration.variables-partial" || rule === SIGNED_IN_BEFORE) return HALF_CONFIGURED;
  const special = LEVELS[kind];
  if (special !== undefined) return special;
  const { stage } = KINDS[kind];
  return stage === "network" ? CUT_OFF : stage === "configuration" ? HALF_CONFIGURED : REFUSED;
}

/** The environment is looked at first: where a text that may have been cut tells of nothing else, others followed. */
function isStart(attempt: RankedAttempt | undefined): boolean {
  return attempt?.cut === true && attempt.credentialType === "EnvironmentCredential" && level(attempt) === ABSENT;
}

/** A line of a text that tells neither whose it is nor what was wrong. */
function isNameless({ credentialType, verdict }: RankedAttempt): boolean {
  return credentialType === "unknown" && KINDS[verdict.kind].stage === "other" && !verdict.answered;
}

/**
 * The attempt of a failed chain that came furthest and was meant to work here: refused, over half-configured, over timed
 * out, over merely absent; what the environment shows breaks ties, then the order of the chain.
 *
 * @param attempts - the members that did not give a token, in order
 * @param variables - names of the telling variables that are set on this host; none for text from elsewhere
 * @returns `undefined` where no attempt stands out
 * @internal
 */
export function decide(
  attempts: readonly RankedAttempt[],
  variables: VariableNames = NO_VARIABLES,
): Decision | undefined {
  let best: { index: number; shown: boolean; begun: boolean; came: number; score: number } | undefined;
  const reached: number[] = [];
  attempts.forEach((attempt, index) => {
    const begun = attempt.credentialType === "EnvironmentCredential" && hasPartialPrincipal(variables);
    const told = isNameless(attempt) && !attempts.every(isNameless) ? ABSENT : level(attempt);
    const came = begun ? Math.max(told, UNCLEAR) : told;
    const shown = SHOWN_BY[attempt.credentialType]?.some((name) => variables.has(name)) === true;
    const own = shown ? Math.max(came, HALF_CONFIGURED) : came;
    const score = own * 2 + (shown ? 1 : 0);
    reached.push(own);
    if (best === undefined || score > best.score) {
      best = { index, shown: shown && came < own, begun: begun && own === UNCLEAR, came: own, score };
    }
  });
  if (best === undefined) return undefined;
  if (attempts.length === 1 && !isStart(attempts[0])) return { index: 0, reason: "it is the only member of the chain" };
  if (best.score === 0) return undefined;
  const { index, shown, begun, came } = best;
  if (shown || begun) return { index, reason: shown ? SHOWN_HERE : BEGUN };
  const others = reached.filter((_, other) => other !== index);
  return { index, reason: reasonOf((attempts[index] as RankedAttempt).verdict, came, others) };
}
