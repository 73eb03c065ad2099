import { anyOf } from "../anyOf.js";
import type { Meanings } from "./meaning.js";

const REFUSED = /econnrefused|actively refused|connection (?:was )?refused|connection_refused/;
const NO_ROUTE =
  /e(?:host|net)unreach|no route|network is unreachable|unreachable (?:host|network)|host is down|ehostdown/;
const CUT =
  /econn(?:reset|aborted)|hang up|forcibly closed|connection (?:was )?(?:reset|aborted|lost|dropped|closed)|broken pipe|epipe|\beof\b|und_err_socket|closed|disconnected/;

/**
 * What the network did.
 *
 * @internal
 */
export const NETWORK_MEANINGS: Meanings = {
  connection_failed: [
    [REFUSED, "The connection was refused."],
    [/\b12030\b|was reset/, "The connection was cut."],
    [
      /unable to connect|could ?n.t connect|cannot connect|failed to connect|cannot reach|\b12029\b|newconnectionerror/,
      "The connection could not be made.",
    ],
    [NO_ROUTE, "There is no route to the host."],
    [CUT, "The connection was cut."],
    [
      /forbidden by its access permissions|connect e(?:acces|perm)\b/,
      "The operating system of this host does not permit the connection.",
    ],
  ],
  tls_failure: [
    [
      anyOf(
        /host ?name.{0,40}(?:mismatch|not match|doesn't match)/,
        /altname/,
        /subject alternative/,
        /alternative dns/,
        /\b12038\b/,
        /name in the certificate is invalid/,
        /certificate is (?:not )?valid for/,
        /common_name_invalid/,
        /not valid for the name/,
        /name (?:mismatch|does not match)/,
        /cert_common_name/,
      ),
      "The certificate that the server showed is for another name.",
    ],
    [
      /certificate (?:has |is |was )?(?:been )?expired|cert_has_expired|cert_date_invalid|\b12037\b|not yet valid|certificate_expired/,
      "The certificate that the server showed is outside its validity period.",
    ],
    [
      /self[-_ ]?signed(?! certificate\. please add this)/,
      "The server's certificate, or the one that issued it, is self-signed, and this host does not trust it.",
    ],
    [
      anyOf(
        /unknown ?(?:authority|issuer|ca\b)/,
        /untrusted ?root/,
        /trust relationship/,
        /\b12045\b/,
        /local issuer/,
        /issuer certificate/,
        /verify the first/,
        /verify_leaf/,
        /get_issuer/,
        /pkix/,
        /certification path/,
        /trust ?anchor/,
        /authority_invalid/,
        /not trusted/,
        /untrusted/,
        /partialchain/,
        /cannot be authenticated/,
        /problem with the ssl ca/,
        /crl found/,
      ),
      "This host does not trust the issuer of the certificate that the server showed.",
    ],
    [/revo(?:ked|cation)/, "The server's certificate is revoked, or whether it is could not be found out."],
    [
      /wrong[_ ]version|protocol[_ ]version|unsupported protocol|eproto|no cipher|handshake[_ ]failure|alert number|no protocols/,
      "The two sides found no TLS protocol or cipher that both accept, or the other side speaks no TLS.",
    ],
    [/\b12044\b/, "The server demands a client certificate."],
    [
      /remote certificate is invalid|peer certificate|certificateexception|12175|secure[_ ]failure|\b12169\b/,
      "This host does not accept the certificate that the server showed.",
    ],
    [
      /certificate[_ ]verify[_ ]failed|certificate verif/,
      "The certificate that the server showed could not be verified.",
    ],
  ],
  proxy_failure: [
    [
      /\b407\b|proxy.{0,20} (?:requires|requested|demands|wants) .{0,12}auth|proxy authentication|authenticate with (?:the )?proxy|proxy credentials/,
      "The proxy demands that this host authenticates (407).",
    ],
    [
      /<(?:!doctype|html)|text\/html|\bhtml\b|unexpected token '?"?<|\bpage\b|captive portal|last read: '</,
      "A web page came in place of the answer: a proxy, a filter or a sign-in portal of the network sends such pages.",
    ],
    [
      /resolve proxy|connect(?:ion)? to (?:the )?(?:http )?proxy|proxyconnect tcp|proxy connect aborted/,
      "The connection to the proxy failed.",
    ],
    [/tunnel/, "The proxy did not open a tunnel to the host."],
  ],
  managed_identity_endpoint_error: [
    [
      /expected (?:a )?401|www-authenticate/,
      "The challenge of the Azure Arc agent, or the key file that it names, is not as it should be.",
    ],
    [
      /metadata header/,
      "The request to the metadata service lacks the header that tells it from a forwarded one (Metadata: true).",
    ],
    [/\bempty\b/, "The managed identity endpoint gave an empty answer."],
  ],
  managed_identity_unreachable: [
    [REFUSED, "The managed identity endpoint could not be reached: the connection was refused."],
    [NO_ROUTE, "There is no route from this host to the managed identity endpoint."],
    [
      /timed? ?out|deadline|etimedout|did not properly respond|respond in time|took too long/,
      "The managed identity endpoint did not answer in time.",
    ],
    [
      /forbidden by its access permissions/,
      "The operating system of this host does not permit the connection to the managed identity endpoint.",
    ],
    [CUT, "The connection to the managed identity endpoint was cut."],
    [
      /did(?: not|n't) (?:respond|answer|reply)|no (?:response|answer|reply)|not responding/,
      "The managed identity endpoint did not answer.",
    ],
  ],
};
