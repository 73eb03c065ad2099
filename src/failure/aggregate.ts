import { decide } from "./chain.js";
import { type Evidence, readEvidence } from "./evidence.js";
import { NO_VARIABLES } from "./hosts.js";
import { verdictOn } from "./judge.js";
import { isChainError } from "./members.js";

/** Members that are looked at. */
const MAX_MEMBERS = 8;

/**
 * The member that explains an AggregateError which is no chain of credentials: several addresses of one host, several
 * sources of a token. Their order says nothing.
 *
 * @param evidence - what was read off the error
 * @param acquiring - whether the failure is known to be one of acquiring a token
 * @returns `undefined` where the error has no members, or says enough by itself
 * @internal
 */
export function decisiveMember(evidence: Evidence, acquiring: boolean): Evidence | undefined {
  if (evidence.errors.length === 0 || isChainError(evidence) || evidence.aadsts.length > 0) return undefined;
  if (evidence.nodes.some((node) => node.code !== undefined)) return undefined;
  const members = evidence.errors.slice(0, MAX_MEMBERS).map(readEvidence);
  const telling = members.flatMap((member) => {
    const seen = { exchanges: [], processes: [], acquiring, variables: NO_VARIABLES };
    const verdict = verdictOn(member, seen);
    const nothing = verdict.kind === "unknown" || verdict.kind === "not_authentication";
    return nothing ? [] : [{ member, ranked: { credentialType: member.credentialType ?? "", verdict } }];
  });
  const decision = decide(telling.map(({ ranked }) => ranked));
  return (telling[decision?.index ?? 0] ?? { member: members.find((member) => !member.empty) }).member;
}
