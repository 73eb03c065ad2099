import { ofCertificate } from "./caseRemedies/certificate.js";
import { ofChallenge } from "./caseRemedies/claims.js";
import { ofConsent } from "./caseRemedies/consent.js";
import { ofCookie } from "./caseRemedies/cookies.js";
import { ofDevice } from "./caseRemedies/device.js";
import { ofProvider } from "./caseRemedies/federation.js";
import { ofFirstParty } from "./caseRemedies/firstParty.js";
import { ofGuest } from "./caseRemedies/guest.js";
import { ofHeader } from "./caseRemedies/header.js";
import { MOVED, ofGateway, ofKeyFile, ofOldLibrary, PLATFORM_CERTIFICATE } from "./caseRemedies/managedIdentity.js";
import { ofName, ofRefusal, ofSilence } from "./caseRemedies/network.js";
import { ofPlaceholder } from "./caseRemedies/placeholder.js";
import { ofProxy } from "./caseRemedies/proxy.js";
import { ofRedirect } from "./caseRemedies/redirect.js";
import { ofRoute } from "./caseRemedies/route.js";
import { ofSubscription } from "./caseRemedies/subscription.js";
import { ofThrottle } from "./caseRemedies/throttle.js";
import { ofTls } from "./caseRemedies/tls.js";
import { ofWarning } from "./caseRemedies/warning.js";
import { ofWindow } from "./caseRemedies/window.js";
import type { Evidence } from "./evidence.js";
import { remediesOfService } from "./serviceRemedies.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";

/**
 * What to do instead of what is usual for the kind, where more than the kind is known.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @returns `undefined` where the usual holds
 * @internal
 */
export function remediesOfCase(
  verdict: Verdict,
  evidence: Evidence,
  credentialType: string | undefined,
): readonly Remedy[] | undefined {
  if (verdict.rule?.remedies !== undefined) return undefined;
  const identity = credentialType === "ManagedIdentityCredential";
  switch (verdict.kind) {
    case "dns_failure":
      return ofName(verdict, evidence);
    case "connection_failed":
      return ofRefusal(verdict, evidence);
    case "proxy_failure":
      return ofProxy(verdict, evidence, identity);
    case "throttled":
      return ofThrottle(evidence);
    case "network_timeout":
      return ofSilence(evidence);
    case "managed_identity_unreachable":
      return ofRoute(evidence);
    case "guest_or_b2b_issue":
      return ofGuest(evidence);
    case "device_not_compliant":
      return ofDevice(evidence, credentialType);
    case "federation_issue":
      return ofProvider(evidence);
    case "tool_failed":
      return ofWarning(evidence) ?? ofSubscription(evidence);
    case "managed_identity_not_assigned":
      return ofOldLibrary(evidence);
    case "managed_identity_endpoint_error":
      return ofHeader(evidence);
    case "tls_failure":
      return ofTls(verdict, identity && (verdict.wire?.host ?? evidence.host)?.startsWith("login.") !== true);
    case "managed_identity_gateway_error":
      return ofGateway(verdict.wire?.host ?? evidence.host);
    case "credential_file_unreadable":
      return ofKeyFile(evidence);
    case "certificate_unusable":
      return ofCertificate(evidence);
    case "tenant_not_found":
      return identity ? MOVED : ofPlaceholder(evidence);
    case "application_not_found":
      return ofPlaceholder(evidence);
    case "redirect_uri_mismatch":
      return ofRedirect(evidence);
    case "permission_denied":
      return ofFirstParty(evidence);
    case "interaction_required":
      return ofWindow(evidence);
    case "invalid_certificate":
      return identity ? PLATFORM_CERTIFICATE : undefined;
    case "consent_required":
      return ofConsent(evidence);
    case "claims_challenge":
      return ofChallenge(evidence, credentialType);
    case "session_or_cookie":
      return ofCookie(verdict, evidence);
    case "token_rejected":
    case "authorization_denied":
    case "network_rule_denied":
      return remediesOfService(verdict.kind, evidence);
    default:
      return undefined;
  }
}
