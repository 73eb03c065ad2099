import type { Rule } from "./rule.js";

/**
 * What the SDKs, tools and runtimes of the several languages say about the network.
 *
 * @internal
 */
export const NETWORK_RULES: readonly Rule[] = [
  {
    id: "network.proxy",
    kind: "proxy_failure",
    phrases: [["resterror", "authenticat", "credential", "msal", "proxy", "login", "token endpoint"]],
    pattern:
      /proxy authentication required|proxyconnect|\bproxyerror\b|tunneling socket could not be established|(?:cannot|unable to|failed to) connect to (?:the )?proxy|\b407\b.{0,20}proxy|unexpected content type "?text\/html|unexpected token '?<|json.{0,80}content: ?<(?:html|!doctype)|is not valid json.{0,80}<html/,
    example:
      'RestError: Error "SyntaxError: Unexpected token \'<\', "<html>..." is not valid JSON" occurred while parsing the response body - <html>sign in</html>.',
    sources: ["js", "python", "node"],
  },
  {
    id: "network.dns",
    kind: "dns_failure",
    pattern:
      /\benotfound\b|\beai_again\b|no such host|name resolution|failed to resolve (?!reference)|unknownhostexception|nodename nor servname|name or service not known|getaddrinfo failed|name could not be resolved|could not resolve host|no address associated with hostname/,
    example: "dial tcp: lookup login.microsoftonline.com: no such host",
    sources: ["node", "go", "python", "net", "java", "azure-cli"],
  },
  {
    id: "network.tls",
    kind: "tls_failure",
    pattern:
      /certificate[_ ]verify[_ ]failed|certificate verification failed|self[- ]signed certificate|unable to (?:verify the first certificate|get (?:local )?issuer certificate)|depth_zero_self_signed_cert|self_signed_cert_in_chain|unable_to_verify_leaf|cert_has_expired|certificate has expired|x509: (?!decryption|failed to parse (?:private|public|pkcs))|certificate verify failed|no certificate or crl found|ssl ?handshake|pkix path building|ssl connection could not be established|remote certificate is invalid|\bsslerror\b|err_(?:tls|ssl)_|\beproto\b|wrong version number|tls: (?:handshake failure|failed to verify)|hostname\/ip does not match certificate/,
    example: "x509: certificate signed by unknown authority",
    sources: ["node", "go", "python", "net", "java", "azure-cli"],
  },
  {
    id: "network.timeout",
    kind: "network_timeout",
    pattern:
      /\be(?:socket)?timedout\b|i\/o timeout|context deadline exceeded|(?:connect(?:ion)?|read|socket)(?: attempt)? timed out|request to the endpoint timed out|timed out prior to completion|connect ?timeout|read ?timeout|sockettimeoutexception|und_err_\w{4,20}_timeout|tls handshake timeout|client\.timeout exceeded|did not properly respond|operation timed out|timeouterror\(|(?:configured )?httpclient\.timeout|request_timeout|\(28\) .{0,120}timed out/,
    example: "Request to the endpoint timed out.",
    sources: ["node", "go", "python", "net", "java"],
  },
  {
    id: "network.connection",
    kind: "connection_failed",
    pattern:
      /\beconn(?:refused|reset|aborted)\b|\be(?:host|net)unreach\b|\behostdown\b|\bepipe\b|connection (?:was )?(?:refused|reset|aborted)|no route to host|network is unreachable|socket hang up|actively refused|forcibly closed|newconnectionerror|failed to establish a new connection|broken pipe|unreachable (?:network|host)|unable to connect to the remote server|an error occurred while sending the request/,
    example: "connect ECONNREFUSED 20.190.151.7:443",
    sources: ["node", "go", "python", "net", "java"],
  },
  {
    id: "network.authority-unreachable",
    kind: "authority_unreachable",
    pattern:
      /endpoints_resolution_error|openid_config_error|network_error|no_network_connectivity|could not resolve endpoints|could not retrieve endpoints|\bfetch failed\b|idx2080[34]|unable to resolve an endpoint/,
    example: "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details",
    sources: ["js", "msal"],
  },
];
