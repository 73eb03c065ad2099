import { TLS_RULES } from "./networkTls.js";
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
    phrases: [["resterror", "authenticat", "credential", "msal", "proxy", "tunnel", "login", "token endpoint"]],
    pattern:
      /proxy authentication (?:is )?required|proxyconnect|\bproxyerror\b|err_proxy_|tunneling socket could not be established|http tunnel(?:l?ing|:)? .{0,40}(?:fail|407)|proxy response \(?[345]\d\d|tunnel through proxy|(?:proxy|connect) tunnel .{0,120}fail|tunnel connection failed|unsuccessful tunnel|from proxy after connect|proxy returns "?http|(?:cannot|unable to|failed to|could not|couldn't) connect to (?:the )?(?:http )?proxy|could ?n.t resolve proxy|\b407\b.{0,40}proxy|proxy.{0,60}\b407\b|\bconnect [^ ]{3,80} .{0,20}\b407\b|proxy\b.{0,40}(?:refused|rejected|denied) (?:the )?connect (?:to|request|method)|proxy (?:server )?(?:denied|refused|rejected|requires)|unexpected content type "?text\/html|unexpected token '?<|json.{0,80}content: ?<(?:html|!doctype)|is not valid json.{0,80}<html/,
    unless: /token proxy|reverse proxy.{0,40}upstream/,
    example:
      'RestError: Error "SyntaxError: Unexpected token \'<\', "<html>..." is not valid JSON" occurred while parsing the response body - <html>sign in</html>.',
    sources: ["js", "python", "node", "java", "net"],
  },
  {
    id: "network.dns",
    kind: "dns_failure",
    pattern:
      /\benotfound\b|\beai_(?:again|fail|nodata|noname)\b|no such host|name resolution|failed to resolve (?!reference)|unknownhostexception|unknown host\b|nodename nor servname|name or service not known|name does not resolve|getaddrinfo failed|name could not be resolved|could ?n.t resolve host|could not resolve (?:host|the host|hostname|name)|unable to resolve host|no address associated with hostname|failed to lookup address|err_name_not_resolved|\blookup [\w.-]{1,120}: i\/o timeout|\blookup [^ ]{1,120} on [^ ]{1,60}: (?:server misbehaving|no such|read udp|dial udp|no answer)|server misbehaving|\bnxdomain\b|\bservfail\b|dns (?:lookup|resolution|query|name)[^.]{0,60}(?:fail|error|timed out|not)|host not found|wsahost_not_found|\b11001\b.{0,40}getaddrinfo|enodata|\beservfail\b|\bquery(?:a|aaaa|srv|cname|any|txt)? etimeout\b|getaddrinfow: |non-recoverable (?:error occurred during a database lookup|failure in name resolution)|address could not be resolved|(?:unable|failed|could not|cannot|couldn't) (?:to )?resolve (?:the )?(?:address |name )?(?:of )?['"]?[\w-]{1,60}\.[\w-]{1,60}\.\w|\.(?:com|net|cn|us) (?:could not|cannot|can't|couldn't) be resolved|dnserror|winhttp\w{0,20}.{0,30}\b12007\b/,
    example: "dial tcp: lookup login.microsoftonline.com: no such host",
    sources: ["node", "go", "python", "net", "java", "rust", "azure-cli"],
  },
  ...TLS_RULES,
  {
    id: "network.timeout",
    kind: "network_timeout",
    pattern:
      /\be(?:socket)?timedout\b|i\/o timeout|context deadline exceeded|\b(?:connect(?:ion)?|read|socket|handshake|request)(?: attempt)?(?: has)? timed out|err_(?:connection_)?timed_out|request to the endpoint timed out|timed out prior to completion|connect ?timeout|read ?timeout|sockettimeoutexception|httptimeoutexception|\bhttp_timeout\b|und_err_\w{4,20}_timeout|tls handshake timeout|client\.timeout exceeded|did not properly respond|operation (?:has )?timed out|exceeded the configured timeout|timeouterror\(|(?:configured )?httpclient\.timeout|request_timeout|\(28\) .{0,120}timed out|winhttp\w{0,20}.{0,30}\b12002\b|timeout was reached|kind: timedout|source: timedout|did not observe any item or terminal signal within/,
    unless: /azure(?:developer)?cli ?credential[^/]{0,80}context deadline exceeded|substatus|navigation timeout/,
    example: "Request to the endpoint timed out.",
    sources: ["node", "go", "python", "net", "java"],
  },
  {
    id: "network.client-gave-up",
    kind: "network_timeout",
    pattern: /timeout of \d{1,8} ?ms exceeded.{0,600}econnaborted|econnaborted.{0,200}timeout of \d{1,8} ?ms exceeded/,
    example: "AxiosError: timeout of 5000ms exceeded { code: 'ECONNABORTED' }",
    sources: ["js"],
  },
  {
    id: "network.connection",
    kind: "connection_failed",
    pattern:
      /\beconn(?:refused|reset|aborted)\b|\be(?:host|net)unreach\b|\bund_err_socket\b|\bconnect e(?:acces|perm) [\w.:[\]]{1,60}:\d|\behostdown\b|\bepipe\b|\beaddrnotavail\b|err_connection_(?:refused|reset|closed|aborted)|connection (?:was )?(?:refused|reset|aborted|forcibly closed)|connection (?:was )?(?:prematurely |unexpectedly )?closed (?:before|prematurely|unexpectedly|by)|no route to host|network is unreachable|socket hang up|actively refused|forcibly closed|newconnectionerror|failed to establish a new connection|broken pipe|unreachable (?:network|host)|unable to connect to the remote server|an error occurred while sending the request|forbidden by its access permissions|tcp connect error|error trying to connect|remote end closed connection|remotedisconnected|premature(?:close|ly closed)|response ended prematurely|could ?n.t connect to server|\(7\) failed to connect|connectexception|fail to get a new connection|underlying connection was closed|winhttp\w{0,20}.{0,30}\b120(?:29|30)\b|unexpected end of stream on/,
    // Axios gives this code to a request that ran out of its time.
    unless: /timeout of \d{1,8} ?ms exceeded/,
    example: "connect ECONNREFUSED 20.190.151.7:443",
    sources: ["node", "go", "python", "net", "java", "rust"],
  },
  {
    id: "network.authority-unreachable",
    kind: "authority_unreachable",
    pattern:
      /endpoints_resolution_error|openid_config_error|network_error|no_network_connectivity|network_not_available|could not resolve endpoints|could not retrieve endpoints|\bfetch failed\b|idx2080[0-9]|unable to resolve an endpoint|wam_no_network|\bstatus_nonetwork/,
    // An answer came, so the network is not what failed.
    unless: /http status code [1-4]\d\d/,
    example: "endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details",
    sources: ["js", "msal"],
  },
];
