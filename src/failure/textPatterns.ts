/*
 * Patterns of the facts in error messages. Internal, all of them. Quantifiers are bounded and never nested, so that
 * matching is linear in the length of the text.
 */

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
/** As Entra ID and MSAL write it, which tells it from the header of an answer that is printed before it. */
export const ENTRA_CORRELATION = new RegExp(`correlation id: (${GUID})`, "i");
export const CORRELATION = new RegExp(`correlation[ _-]?id\\\\?["']?\\s{0,4}[:=]\\s{0,4}\\\\?["']?(${GUID})`, "i");
export const TRACE = new RegExp(`trace[ _-]?id\\\\?["']?\\s{0,4}[:=]\\s{0,4}\\\\?["']?(${GUID})`, "i");
/** As Entra ID writes it, which tells it from that of a log around it. */
export const ENTRA_TIMESTAMP = /timestamp\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ)/i;
/** Of an answer in which it stands as JSON it is never like this: there it is that of a log around it. */
export const TIMESTAMP = /timestamp\s{0,4}[:=]\s{0,4}(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?)/i;
/** As MSAL Node writes it before the answer. */
export const MSAL_TIMESTAMP = /\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ)\]: AADSTS/i;
export const AADSTS = /AADSTS(\d{5,7})(?!\d)/gi;
export const ERROR_LIST = /(?:Error\(s\): {0,2}|error_codes\\?["']?\s{0,4}:\s{0,4}\[)([\d,\s]{5,80})/g;
const OAUTH_WORDS =
  "invalid_client|invalid_grant|invalid_request|invalid_scope|invalid_resource|invalid_instance|invalid_target|unauthorized_client|unsupported_grant_type|unsupported_response_type|interaction_required|consent_required|login_required|temporarily_unavailable|server_error|access_denied|authorization_pending|authorization_declined|expired_token|code_expired|bad_verification_code|slow_down|bad_token|too_many_requests";
/** In brackets, or in an address, other programs use the commoner of these words too. */
export const OAUTH = new RegExp(
  `(?:^|[\\s"'(:=\\\\]|\\[(?=invalid_(?:client|grant|scope)|un|\\w{5,11}_required))(${OAUTH_WORDS})(?=$|[\\s"'):,\\\\]|[\\];&](?<!(?:access_denied|server_error).))`,
);
export const WORD =
  /(?:errors#|^|[\s"'])([a-zA-Z][a-zA-Z0-9]{0,40}(?:_[a-zA-Z0-9]{1,40}){1,12})(?=: | for details|["'\\]|$| Status code)/gm;
export const STATUS =
  /(?:http status code|status ?code(?: was)?|response code|(?<!\bpath=\/\S{0,80} )"?status"?|\bresponse|\b(?:answered|returned|responded|replied)(?: with)?(?: http| status)?|\bhttp(?: error|\/[\d.]{1,3})?|failed with|rsp_status)['"]?\s{0,3}[:=]?\s{0,3}['"]?([1-5]\d\d)\b(?!\.\d| in \d)|\b([45]\d\d)(?: -)? \(?(?:service unavailable|internal server|bad gateway|gateway time|unauthorized|forbidden|not found|bad request|too many requests|proxy)|(?<!\bexpected an? )\b([45]\d\d) (?:(?:client|server) error: |response\b)|\bresponse,? (?:but )?received ([45]\d\d)\b|<Response \[([45]\d\d)\]>|\(([45]\d\d)\) (?:unauthorized|forbidden|not found|bad request|too many requests|proxy)|\b(?:unauthorized|forbidden|not found|bad request|too many requests)['"]? \((?:http )?([45]\d\d)\)/i;
/** The SDK gives this status to whatever failed behind its EnvironmentCredential. */
export const MADE_UP_STATUS = /EnvironmentCredential authentication failed\.[^\n]{0,200}? Status code: 400\b/;
export const CODE =
  /\b(ENOTFOUND|EAI_[A-Z]{3,8}|ECONN(?:REFUSED|RESET|ABORTED)|E(?:HOST|NET)(?:UNREACH|DOWN)|EPIPE|EPROTO|E(?:SOCKET)?TIMEDOUT|ENOENT|EACCES|EPERM|EISDIR|ENOTDIR|ELOOP|HPE_[A-Z_]{4,40}|UND_ERR_[A-Z_]{4,24}|ERR_(?:TLS|SSL|OSSL|PROXY)_[A-Z0-9_]{2,60}|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY|GET)_[A-Z_]{4,30}|CERT_[A-Z_]{4,24}|ABORT_ERR)\b/g;
export const URL_HOST =
  /\b(?<!iss=|for request to )https?:\/\/(?:[^\s/@"'<>]{1,200}@)?([a-zA-Z0-9.-]{1,253})(?::(\d{1,5}))?([^\s"'<>?#)]{0,200})/;
export const DIALED =
  /(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|lookup|connect E[A-Z]{4,14}|dial tcp|host=|Failed to resolve|Could not resolve host:?|UnknownHostException:)\s{0,2}['"(]?([a-zA-Z0-9.-]{1,253}[a-zA-Z0-9])(?::(\d{1,5}))?/;
/** As .NET ends the message of a request that did not get there. */
export const DOTNET_DIALED =
  /[a-z.] \(((?:[a-zA-Z0-9-]{1,63}\.){1,8}(?!(?:cs|java|kt|py|js|ts|go|rb|rs|cpp|php|vb|fs):)[a-zA-Z]{2,24}):(443|80|\d{4,5})\)/;
export const RETRY_AFTER = /retry-after\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(\d{1,6})\b/i;
export const FILE =
  /(?:\bopen |\bstat |\bfile(?: at path|:)? |No such file or directory: |FileNotFoundError[^'"]{0,60}|NoSuchFileException: |Could not find file )['"]?((?:\/|[A-Za-z]:\\|\\\\|\.{1,2}\/)[^'"\s:,]{1,300})/;
/** What a process tried to open, whatever it is. */
export const OPENED =
  /(?:\bE(?:NOENT|NAMETOOLONG): [^'\n]{1,60}|No such file or directory: |File ?name too long: |Could not find file )['"](\s{0,40}[^'"]{1,300})/;
export const VARIABLE =
  /\b(?:AZURE|IDENTITY|MSI|IMDS|SYSTEM|MSAL|ARM|AAD)_[A-Z][A-Z_]{2,60}\b|\bACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)\b|\bSystemRoot\b|\bSYSTEMROOT\b/g;
/** Short names of managed identity's endpoints, which other words hold too. */
export const IDENTITY_NAME = /\b(?:h?imds|msi(?:notenabled|_?endpoint)?|nmi)\b/;
/** Credentials of one host, which older SDKs and other languages have by themselves. */
export const HOST_CREDENTIAL =
  /(?:imds|app ?service|cloud ?shell|azure ?arc|service ?fabric|azure ?ml)\w{0,20}credential/;
