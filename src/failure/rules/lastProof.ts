import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { NOT_LOCAL, near, PROGRAM_ASSERTS, SERVER_CERTIFICATE, TROUBLE } from "./vocabulary.js";

/**
 * What an application proves itself with, an assertion, a file or a certificate, and that something is wrong with it.
 *
 * @internal
 */
export const LAST_PROOF_RULES: readonly Rule[] = [
  {
    id: "last.assertion",
    kind: "assertion_unavailable",
    pattern: anyOf(
      /(?:oidc|id[-_ ]token|jwt|assertion|federated token|federated credential)\b.{0,60}(?:did(?: not|n't) (?:contain|return|include|have)|(?:returned|gave|issued|sent) (?:no|nothing|an empty|null)|is (?:empty|null)\b|failed|threw|raised|refused|denied|not (?:granted|issued|provided by))/,
      /\bno jwt-?svid/,
      /jwt-?svid.{0,30}(?:fail|could not|denied|unavailable)/,
      /(?:did not|didn't|refused to|could not|failed to) (?:issue|return|mint|give|provide|produce) (?:an? |the |any )?(?:identity|oidc|federated|service account) token/,
      /(?:assertion|oidc|federated token)\b.{0,30}(?:timed out|took too long)/,
      /(?:returned|gave|issued|provided|got|received|produced|has) no (?:id[-_ ]?token|jwt|oidc token|assertion|federated token)/,
    ),
    phrases: [["azure", "workload", "credential", "federated", "assertion", "oidc"]],
    unless: anyOf(
      PROGRAM_ASSERTS,
      /aadsts|expired|signature|not within|validat|audience|issuer|id_token_hint|redirect|nonce|no such file|directory|discovery/,
    ),
    example: "Vault returned no JWT for the federated credential",
    sources: ["go", "js", "python"],
  },
  {
    id: "last.file",
    kind: "credential_file_unreadable",
    pattern: anyOf(
      /(?:fail(?:ed|ure)? to|could not|cannot|can't|unable to) (?:open|read|access|stat|find) ['"]?[^ ]{1,80}\.(?:pem|pfx|p12|key|crt)\b/,
      /(?:accessdenied(?:exception|error)|isadirectoryerror|points to a directory|is a directory|permissionerror|filenotfound|no such file|not readable).{0,80}(?:\.pem|\.pfx|\.p12|\.key\b|azure-identity-token|token_file|secrets\/azure)/,
      /(?:certificate|token|key)[ _]?(?:file|path).{0,40}(?:is a directory|points to a directory)/,
      /(?:open|read|stat|load)(?:ing)? [^ ]{0,60}\/azure\.json.{0,30}(?:permission|no such|denied)/,
      /(?:federated|identity|service account)[ _]token[ _]?file.{0,60}(?:notfound|permissiondenied|isadirectory)/,
    ),
    unless: /minikube|kubeconfig|\/ssl\/|nginx|\.ssh|\.cache/,
    example: "java.nio.file.AccessDeniedException: /etc/azure/sp.pem",
    sources: ["java", "python"],
  },
  {
    id: "last.certificate",
    kind: "certificate_unusable",
    phrases: [
      ["azure", "client", "credential", "pfx", "pkcs", "assertion", "rsa", "pem block", "private key", "keystore"],
    ],
    pattern: new RegExp(
      near(
        "(?:client certificate|\\bpfx\\b|pkcs ?#?_?12|pem (?:block|file|data)|private key|the certificate\\b)",
        `(?:${TROUBLE}|unsupported|needs an? rsa|expected an? rsa|elliptic|\\bec key|is not rsa)`,
        50,
      ),
    ),
    unless: new RegExp(
      `${SERVER_CERTIFICATE}|${NOT_LOCAL}|expired|no such file|thumbprint|not registered|ssh|\\btls\\b`,
    ),
    example: "PEM block of the client certificate is truncated",
    sources: ["cpp", "rust", "net"],
  },
];
