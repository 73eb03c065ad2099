import { ASSIGN } from "./hostRemedies/assign.js";
import { each, type HostRemedies } from "./hostRemedies/each.js";
import { ENABLE } from "./hostRemedies/enable.js";
import { ASSERTION, SUBJECT, TOKEN_FILE } from "./hostRemedies/federation.js";
import { RESTART } from "./hostRemedies/restart.js";
import { TOOL } from "./hostRemedies/tool.js";
import { VARIABLES } from "./hostRemedies/variables.js";
import type { FailureKind } from "./kinds.js";

/** The metadata service answers, with an error, where the identity is off: silence is no matter of the identity. */
const { vm: _, ...WITHOUT_VM } = ENABLE;

/**
 * What to do on one host, beside what is usual for the kind.
 *
 * @internal
 */
export const HOST_REMEDIES: Partial<Readonly<Record<FailureKind, HostRemedies>>> = {
  managed_identity_unreachable: each(WITHOUT_VM),
  managed_identity_not_configured: each(ENABLE),
  managed_identity_probe_timeout: each({ laptop: ENABLE.laptop, kubernetes: ENABLE.kubernetes }),
  managed_identity_not_assigned: ASSIGN,
  managed_identity_endpoint_error: RESTART,
  managed_identity_retries_exhausted: RESTART,
  no_credential_available: each(ENABLE),
  configuration_missing: VARIABLES,
  credential_file_unreadable: TOKEN_FILE,
  assertion_unavailable: ASSERTION,
  federated_credential_mismatch: SUBJECT,
  tool_not_installed: TOOL,
  tool_not_signed_in: TOOL,
  tool_timeout: TOOL,
};
