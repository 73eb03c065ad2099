import type { Rule } from "./rule.js";

/**
 * What the several languages say of a TLS connection that is not trusted or not made.
 *
 * @internal
 */
export const TLS_RULES: readonly Rule[] = [
  {
    id: "network.tls",
    kind: "tls_failure",
    pattern:
      /certificate[_ ]verify[_ ]failed|ssl connect error|ssl peer certificate|problem with the ssl ca|ssl handshake (?:failed|error)|certificate verification failed|self[- ]signed certificate|unable to (?:verify the first certificate|get (?:local )?issuer certificate)|unable to find valid certification path|depth_zero_self_signed_cert|self_signed_cert_in_chain|unable_to_(?:verify_leaf|get_issuer)|cert_has_expired|err_cert_|certificate has expired|x509: (?!decryption|failed to parse (?:private|public|pkcs))|certificate verify failed|no certificate or crl found|ssl ?handshake|sslpeerunverified|\bssl(?:handshake)?exception\b|pkix path|trustanchor|trust anchor|ssl connection could not be established|remote certificate (?:is|was) (?:invalid|rejected)|remotecertificate(?:namemismatch|chainerrors|notavailable)|\bsslerror\b|err_(?:tls|ssl)_|\beproto\b|wrong version number|tls: (?:handshake failure|failed to verify|bad certificate|unknown)|(?:tls|ssl)(?:v\d\S{0,4})? ?(?:alert|handshake (?:failed|failure|error|alert))|received fatal alert|invalid peer certificate|unknownissuer|ssl certificate (?:problem|error)|ssl peer certificate|no subject alternative (?:dns )?names?\b|(?:ssl|tls|server|peer|issuer) certificate .{0,60}(?:not ok|not trusted|untrusted|expired|revoked|unknown)|could not (?:create|establish) (?:ssl\/tls|tls|a) (?:secure|trust)|secure channel|trust relationship for the ssl|sec_e_(?:untrusted|cert|wrong)|hostname\/ip does not match certificate|(?:certificate|hostname) .{0,120}does(?:n't| not) match .{0,40}(?:subject alternative|hostname|host name|certificate)|(?:tls|ssl|server) certificate (?:thumbprint )?.{0,80}(?:did|does) not match|\btls error\b|(?<!open)ssl error\b|\b(?:tls failure|ssl failure)\b|winhttp\w{0,20}.{0,30}\b121(?:57|69|75)\b|openssl\/openssl error/,
    example: "x509: certificate signed by unknown authority",
    sources: ["node", "go", "python", "net", "java", "rust", "azure-cli"],
  },
];
