import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Where the subject tells more than the words of its trouble, which a file, a service or an endpoint would use as well.
 *
 * @internal
 */
export const SUBJECT_RULES: readonly Rule[] = [
  {
    id: "subject.curl-certificate",
    kind: "tls_failure",
    phrases: [["azure", "login.", "authority", "identity", "token"]],
    pattern: /(?:peer|server) certificate cannot be authenticated|peer certificate or ssh remote key was not ok/,
    example:
      "Azure::Core::Http::TransportException: Fail to get a new connection for: https://login.microsoftonline.com. Peer certificate cannot be authenticated with given CA certificates",
    sources: ["cpp"],
  },
  {
    id: "subject.keystore-aliases",
    kind: "certificate_unusable",
    says: "The key store does not hold exactly one certificate, so it is not clear which one to use.",
    pattern:
      /(?:more than one|several|multiple|\bno|\btwo) (?:\w{2,12} ){0,3}alias(?:es)?\b.{0,30}(?:keystore|key store|input stream|\bpfx|pkcs)|(?:\bpfx|pkcs ?#?_?12|keystore|key store|input stream) .{0,20}(?:several|multiple|more than one|\bno|\btwo) (?:\w{2,12} ){0,2}alias(?:es)?\b/,
    unless: /tomcat|kafka|jetty|elasticsearch|server\.ssl|connector|spring boot|trust ?store/,
    example: "java.lang.IllegalArgumentException: more than one certificate alias found in input stream",
    sources: ["java", "msal"],
  },
  {
    id: "subject.cache-accounts",
    kind: "token_cache_unavailable",
    says: "The accounts in the token cache could not be read.",
    pattern:
      /(?:cannot|can't|could not|couldn't|fail(?:ed|ure) to|unable to|error) (?:get|list|load|enumerat|read|getting|listing|loading)\w{0,3} (?:the )?accounts (?:from|in|of) (?:the )?(?:\w{2,12} )?(?:token )?cache/,
    example: "Cannot get accounts from token cache. Error: com.sun.jna.LastErrorException: [13] Permission denied",
    sources: ["java"],
  },
  {
    id: "subject.pipeline-assertion",
    kind: "assertion_unavailable",
    says: "The pipeline did not get its OIDC token.",
    pattern:
      /(?:fail(?:ed|ure) to|could not|couldn't|unable to|cannot) (?:get|obtain|fetch|acquire|retrieve|request) (?:the |an? )?(?:client assertion|oidc assertion|oidc token)\b|(?:oidc|assertion).{0,200}(?:\btf400813|\bvs800075|teamfoundation)/,
    unless: /aadsts|no such file|expired|keyvault|key vault/,
    answered: true,
    example:
      "Failed to get the client assertion token TF400813: The user '' is not authorized to access this resource.",
    sources: ["java", "net"],
  },
  {
    id: "subject.empty-token",
    kind: "invalid_token_response",
    says: "The answer held an empty token.",
    phrases: [["adal", "oauth", "azure", "msal", "entra", "service principal"]],
    pattern:
      /(?:empty|blank) (?:\w{2,12} ){0,2}token\b.{0,10}(?:received|returned|obtained|issued|during|while)|(?:received|returned|obtained|yielded|got) (?:an? )?(?:empty|blank) (?:\w{2,12} ){0,2}token\b/,
    unless: /managed ?identity|\bmsi\b|\bimds\b|oidc|assertion|azure cli|azd\b|power ?shell|id token|jwt|federated/,
    answered: true,
    example: "adal: Empty service principal token received during refresh",
    sources: ["go"],
  },
  {
    id: "subject.arc-key-file",
    kind: "credential_file_unreadable",
    phrases: [
      ["azcmagent", "connectedmachineagent", "secret file", "secret key from the identity endpoint"],
      [".key", "secret file", "key file"],
      ["permission denied", "access is denied", "access to the path", "eacces", "no such file", "unauthorizedaccess"],
    ],
    unless: /aadsts|\.ssh/,
    example: "ManagedIdentityCredential: open /var/opt/azcmagent/tokens/3c2b1a09.key: permission denied",
    sources: ["go", "python", "net"],
  },
];

/**
 * What MSAL says where the connection failed and it does not know why: after all that knows.
 *
 * @internal
 */
export const VAGUE_SUBJECT_RULES: readonly Rule[] = [
  {
    id: "subject.no-role",
    kind: "authorization_denied",
    says: "The identity has no role assignment that allows this.",
    pattern:
      /(?:\bno|missing|without|lacks?) (?:the |an? |any )?(?:rbac )?role(?: assignment)?\b.{0,30}(?:data (?:reader|contributor|owner|sender|receiver)|secrets (?:user|officer)|crypto user|contributor\b)/,
    unless: /aadsts/,
    answered: true,
    example: "403: no role assignment for 'Storage Blob Data Reader'",
    sources: ["service"],
  },
  {
    id: "subject.network-perhaps",
    kind: "authority_unreachable",
    phrases: [["msal", "login.microsoftonline", "authority", "token request", "entra"]],
    pattern: anyOf(
      /(?:may|might|could|seem to) be (?:an? )?(?:\w{2,12} )?network (?:issue|problem|trouble|failure)s?\b/,
      /(?:because of|due to|caused by) (?:\w{2,12} )?network (?:issue|problem|trouble)s?\b/,
      /openid[- ]configuration.{0,60}(?:could not|cannot|couldn't) be (?:fetched|retrieved|loaded|reached)/,
      /(?:failed to|unable to|could not|couldn't) (?:fetch|retrieve|load|get) (?:the )?.{0,30}openid[- ]configuration/,
      /exception (?:in|of) (?:the )?http client/,
      /exception (?:while|when) connecting to (?:the )?(?:service|authority)/,
    ),
    unless: /aadsts|managed ?identity|\bimds\b|database/,
    example: "Exception while connecting to service, there may be network issues preventing MSAL Java from connecting.",
    sources: ["java", "msal"],
  },
];
