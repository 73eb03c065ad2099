import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { BAD, CANNOT, CERTIFICATE, near, SERVER_CERTIFICATE } from "./vocabulary.js";

const PARSE =
  "(?:pars|decod|decrypt|deseriali[sz]|import|convert|process|extract|unmarshal|load|sign|initiali[sz]|read)(?:e|es|ing|t)?\\b";
const LACKS =
  "(?:(?:does not|doesn't|did not|didn't|do not|don't|not) (?:contain|have|include|hold)|has no|have no|contain(?:s|ed|ing)? no|without|lacks?|is missing|(?:must|should|shall|has to|needs to) (?:have|include|contain|be)|no)";
const PASSWORD =
  "(?:(?:decryption )?(?:password|passphrase)(?: (?:is|was|or))? ?(?:incorrect|wrong|invalid|missing|required|needed|not (?:correct|valid|given|provided))|(?:incorrect|invalid|wrong|bad) (?:\\w{2,12} )?(?:password|passphrase))";
/** What any text about a certificate names. */
const NAMED: readonly string[] = [
  "cert",
  "pem",
  "pfx",
  "pkcs",
  "p12",
  "x509",
  "x.509",
  "private key",
  "keyset",
  "deseriali",
];
const KEY_OR_BLOCK =
  "(?:rsa|private|public|signing) ?key|pem|certificate(?!credential| data\\b)|key pair|begin (?:certificate|private)";

/**
 * Whether a text says, in whatever words, that a certificate that was read cannot be used.
 *
 * @internal
 */
export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: "certificate.key-of-signature",
    kind: "certificate_unusable",
    // Applications sign tokens of their own with the same libraries.
    phrases: [["ps256", "authenticationrequired", "credential", "azure", "msal", "entra"]],
    pattern: anyOf(
      /secretorprivatekey (?:must be an asymmetric key|is not valid key material|has a minimum key size)/,
      /passphrase (?:is )?required for (?:the )?(?:encrypted )?(?:private )?key/,
      /libcrypto routines:.{0,20}:interrupted or cancell?ed/,
      /"?pkcs8"? must be pkcs ?#?8/,
      /\b[rpe]s(?:256|384|512)\b requires key modulus ?length/,
      /(?:failed|unable) to read asymmetric key/,
      /"alg" parameter for "\w{2,12}" key type must be/,
    ),
    example: "AuthenticationRequiredError: secretOrPrivateKey must be an asymmetric key when using PS256",
    sources: ["msal", "node"],
  },
  {
    id: "certificate.password",
    kind: "certificate_unusable",
    pattern: new RegExp(near(CERTIFICATE, PASSWORD, 40)),
    unless: new RegExp(SERVER_CERTIFICATE),
    example: "pkcs12: decryption password incorrect",
    sources: ["go", "python", "java", "net"],
  },
  {
    id: "certificate.lacks-key",
    kind: "certificate_unusable",
    phrases: [NAMED],
    pattern: anyOf(
      `${CERTIFICATE}.{0,60}?${LACKS} .{0,30}(?:${KEY_OR_BLOCK})`,
      `(?:didn't find|did not find|could not find|couldn't find|cannot find|no valid|found no|\\bno) (?:any )?(?:valid )?(?:pem blocks?|(?:rsa )?private key|certificate (?:and|or|with|in)|begin certificate|usable certificate)`,
      `key (?:doesn't|does not|did not) match (?:any |the )?certificate`,
      `certificate (?:doesn't|does not) match (?:the )?(?:private )?key`,
      `\\bno .{0,30}(?:pem|private)[ -].{0,20}\\bkey\\b.{0,30}(?:found|present|in)`,
      `find any pem`,
      `deseriali[sz]e (?:the )?(?:private )?key`,
      `\\bkeyset\\b.{0,30}(?:(?:not|n't) (?:exist|defined)|invalid)`,
    ),
    unless: new RegExp(`${SERVER_CERTIFICATE}|\\bcache (?:entry|item)`),
    example: "The certificate must include its private key",
    sources: ["python", "go", "rust", "java", "net"],
  },
  {
    id: "certificate.wrong-sort",
    kind: "certificate_unusable",
    phrases: [NAMED],
    pattern: anyOf(
      `${near(CERTIFICATE, "(?:key size|\\becdsa\\b|only rsa|not (?:an )?rsa|asn\\.?1|password[ -]protected|protected (?:by|with) a password|encrypted private key|not exportable|not (?:a |in )?(?:valid )?pem\\b|(?:needs|requires) a pass|elliptic|pem expected|expected (?:a )?pem|invalid key|not accessible|inaccessible|key.{0,20}access denied)", 60)}`,
      `only .{0,30}${CERTIFICATE}.{0,40}(?:is|are) supported`,
      `client certificates? .{0,80}(?:can't|cannot|could not) be loaded`,
      `(?:encrypted|legacy) (?:pem|private key).{0,40}not supported`,
    ),
    unless: new RegExp(SERVER_CERTIFICATE),
    example: "The certificate used must have a key size of at least 2048 bits.",
    sources: ["net", "java", "go"],
  },
  {
    id: "certificate.neither-form",
    kind: "certificate_unusable",
    says: "What was given is a certificate in neither PEM nor PFX form.",
    phrases: [["certificate", "credential"]],
    pattern: /neither (?:a |an |in |valid )?(?:pem|pfx|pkcs ?#?12|p12|der)\b.{0,40}\bnor\b/,
    unless: /\bssh\b|webhook|ingress/,
    example: "ClientCertificateCredential: the content is neither PEM nor PFX",
    sources: ["go", "python", "java"],
  },
  {
    id: "certificate.unparsable",
    kind: "certificate_unusable",
    pattern: anyOf(
      `${CANNOT} (?:\\w{2,20} ){0,2}${PARSE}.{0,60}${CERTIFICATE}`,
      `${BAD} (?:\\w{2,12} ){0,2}${CERTIFICATE}`,
      `${CERTIFICATE}.{0,40}?(?:is|was|are|were|has|file|content|data|format|bundle|blocks?)? ?(?:invalid|malformed|corrupt|unsupported|not supported|unrecogni[sz]ed|not (?:a )?valid|not in (?:the |a )?(?:correct|valid|expected|right|pem|supported)|(?:cannot|could not|can't|couldn't) be (?:parsed|loaded|decoded|decrypted|imported|used|read))`,
      `unknown digest algorithm`,
      `(?:cannot|can't|could not|unable to) use (?:the |this |that )?(?:client )?certificate`,
    ),
    unless: new RegExp(
      `${SERVER_CERTIFICATE}|expired|no such file|(?:access|permission) (?:is )?denied|x509: certificate|thumbprint|credential ?type|marshalling serviceprincipal`,
    ),
    example: "Failed to deserialize certificate in PEM or PKCS12 format",
    sources: ["python", "go", "js", "java", "net", "cpp", "rust"],
  },
];
