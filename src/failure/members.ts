import { type ChainLine, readChainText } from "./chainText.js";
import { judgeChain, type Member } from "./chainVerdict.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { NO_VARIABLES, type VariableNames } from "./hosts.js";
import { judge } from "./judge.js";
import { ToldBy } from "./surroundings.js";
import { isIdentityEndpoint } from "./transport.js";
import type { Exchange } from "./types.js";

/** Members of chains in chains, all together: an error may hold itself. */
const MAX_MEMBERS = 64;

/** What is left of the members that may be read, and what was read of errors that chains hold again. */
interface Budget {
  left: number;
  readonly read: Map<unknown, Evidence>;
}

/** Longest text that is looked at for that. */
const MAX_SILENT = 800;
/** A member of which the text only tells that it was not available. */
const SAYS_NOTHING =
  /^(?:\w{2,40}Credential: )?(?:\w{2,40}Credential|managed identity)(?: (?:authentication (?:un)?(?:available|failed)|is unavailable))?\.?(?:\s{1,20}(?:Visit|See|To) [^\n]{0,300})?(?:\s{1,20}(?:terminate called [^\n]{0,200}\s{1,20}what\(\)|[\w.-]{1,40}|[\w.:-]{1,40}):?)?$/;

/** A member that had what it needs, whatever came of it. */
const TRIED = /^EnvironmentCredential: Authentication failed: \S/;

/**
 * Chain members that are only known from an error's `errors` array or from text.
 *
 * @internal
 */
export function membersOf(
  evidence: Evidence,
  exchanges: readonly Exchange[],
  variables: VariableNames = NO_VARIABLES,
  budget: Budget = { left: MAX_MEMBERS, read: new Map() },
): readonly Member[] {
  if (evidence.errors.length > 0 && isChainError(evidence)) {
    const errors = evidence.errors.slice(0, budget.left);
    budget.left -= errors.length;
    return errors.map((error, index) => {
      const own = budget.read.get(error) ?? readEvidence(error);
      budget.read.set(error, own);
      return { ...unwatched(own, own.credentialType, exchanges, variables, budget), index, error };
    });
  }
  if (!evidence.chained) return [];
  const lines = readChainText(evidence.text);
  if (isOneCredential(lines)) return [];
  if (variables instanceof ToldBy) variables.members = lines.map((line) => line.evidence);
  const members = lines.map(({ credentialType, evidence: own }, index, { length }) => ({
    // A line is no chain of its own, however much it quotes.
    ...unwatched(own, credentialType, exchanges, variables),
    index,
    tried: TRIED.test(own.text),
    silent: own.text.length < MAX_SILENT && SAYS_NOTHING.test(own.text),
    last: index === length - 1,
  }));
  // A log that comes before the error names a credential that the error tells more of.
  return members
    .filter(
      ({ silent, credentialType }) =>
        !silent || members.every((other) => other.silent || other.credentialType !== credentialType),
    )
    .map(({ silent, last, tried, ...member }) => ({ ...member, cut: silent || (last && !tried) }));
}

/** A log, or a retry, repeats one credential: that is no chain. */
function isOneCredential(lines: readonly ChainLine[]): boolean {
  const type = lines[0]?.credentialType;
  return lines.length > 1 && type !== "unknown" && lines.every((line) => line.credentialType === type);
}

/** A member that only its error tells of; the error may be that of a chain again. */
function unwatched(
  evidence: Evidence,
  credentialType: string | undefined,
  exchanges: readonly Exchange[],
  variables: VariableNames,
  budget?: Budget,
): Omit<Member, "index"> {
  const inner = budget === undefined ? [] : membersOf(evidence, exchanges, variables, budget);
  if (inner.length > 0) {
    const { judged, attempts } = judgeChain(inner, undefined, variables);
    return { credentialType: "ChainedTokenCredential", outcome: "failed", judged, attempts };
  }
  const type = credentialType === "unknown" ? undefined : credentialType;
  const own = type === undefined && AUTHORITY_WORDS.test(evidence.plain) ? NOBODY_KNOWN : (type ?? "");
  const seen = { exchanges: exchangesOf(own, exchanges), processes: [], acquiring: true, variables };
  return { credentialType: type ?? "unknown", outcome: "failed", judged: judge(evidence, seen, type), attempts: [] };
}

/** What MSAL says of an authority that it did not reach; only it does. */
const AUTHORITY_WORDS = /\b(?:endpoints_resolution_error|openid_config_error|network_error)\b/;
const NOBODY_KNOWN = "Client";

/** Which exchanges can be those of a member, where nobody watched the members themselves. */
function exchangesOf(credentialType: string, exchanges: readonly Exchange[]): readonly Exchange[] {
  const identity = credentialType === "ManagedIdentityCredential";
  if (!identity && !/^(?:Environment|WorkloadIdentity|Client|AzurePipelines|OnBehalfOf)/.test(credentialType))
    return [];
  return exchanges.filter(({ host, path }) => isIdentityEndpoint(host, path) === identity);
}

/**
 * Whether the members of an error are those of a chain of credentials.
 *
 * @internal
 */
export function isChainError(evidence: Evidence): boolean {
  return (
    evidence.names[0] === "AggregateAuthenticationError" ||
    evidence.errors
      .slice(0, 4)
      .some((error) => /^(?:CredentialUnavailable|Authentication)/.test(readEvidence(error).names[0] ?? ""))
  );
}
