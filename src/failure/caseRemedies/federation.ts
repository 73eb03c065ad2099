import type { Evidence } from "../evidence.js";
import { ENTRA_SIGN_IN_KINDS } from "../kinds/entraSignIn.js";
import type { Remedy } from "../types.js";

const REFUSED = /\bid3242\b|\ba:failedauthentication\b/;
const NOT_VERIFIED = /verifying security for the message|\ba:invalidsecurity\b/;

const CHECK_USER: Remedy = {
  action:
    "Check user name and password, and whether the account is locked, at the federated provider: it refused to authenticate the user.",
};
const CHECK_HEADER: Remedy = {
  action:
    "Check the clock of this machine, and user name and password: the federated provider did not accept the proof in the request.",
};

/**
 * Whether the federated provider is well and refused the user.
 *
 * @internal
 */
export function isUserRefused({ plain }: Evidence): boolean {
  return REFUSED.test(plain);
}

/**
 * What to do about a federated provider that answered, and refused.
 *
 * @internal
 */
export function ofProvider(evidence: Evidence): readonly Remedy[] | undefined {
  const first = isUserRefused(evidence) ? CHECK_USER : NOT_VERIFIED.test(evidence.plain) ? CHECK_HEADER : undefined;
  return first === undefined ? undefined : [first, ...ENTRA_SIGN_IN_KINDS.federation_issue.remedies];
}
