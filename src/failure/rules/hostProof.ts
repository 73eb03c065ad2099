import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Proofs that endpoints of a host give: the key file that Azure Arc names in its challenge, the certificate that Service
 * Fabric announces by its thumbprint.
 *
 * @internal
 */
export const HOST_PROOF_RULES: readonly Rule[] = [
  {
    id: "host-proof.arc-file",
    kind: "managed_identity_endpoint_error",
    says: "The challenge of the Azure Arc agent, or the key file that it names, is not as it should be.",
    pattern: anyOf(
      /\blocal key file .{0,30}(?:larger|bigger) than (?:4 ?kb|409\d)/,
      /\barc\b.{0,80}(?:key|secret|file|challenge).{0,60}(?:(?:larger|bigger) than|exceeds?\b|too (?:large|big)|outside\b|(?:unexpected|invalid|wrong) (?:file )?(?:path|size|extension|name|folder|directory))/,
      /\bhimds\b.{0,40}challenge.{0,60}(?:without|no |not |invalid|missing|unexpected)/,
      /(?:key|secret) file.{0,30}\barc\b.{0,40}(?:(?:larger|bigger) than|exceeds?\b|too (?:large|big)|outside\b|is not in\b)/,
    ),
    answered: true,
    example: "Local key file shall not be larger than 4KB",
    sources: ["msal", "python", "go", "js"],
  },
  {
    id: "host-proof.thumbprint",
    kind: "tls_failure",
    says: "The endpoint showed a certificate with another thumbprint than the one that is expected.",
    phrases: ["thumbprint", ["certificate", "identity"]],
    pattern: anyOf(
      /thumbprints? of (?:the )?(?:server )?certificates? received/,
      /server(?:'s)? (?:certificate )?thumbprint .{0,60}(?:mismatch|not match|unexpected|differs?)/,
      /(?:not|n't) match (?:the )?identity_server_thumbprint/,
      /(?:presented|showed|returned|sent) a (?:server )?certificate with (?:an? |the )?(?:unexpected|wrong|different|unknown) thumbprint/,
      /thumbprint of the (?:endpoint|server|host)'?s? ?'?.{0,20}(?:is not|isn't|does not|doesn't|did not|differs)/,
    ),
    unless: /aadsts|assertion|not (?:set|defined|found)|missing/,
    example: "Thumbprint of certificates received did not match the expected thumbprint.",
    sources: ["java", "net"],
  },
];
