import { isOrdinary } from "./ordinary.js";

/** A password in an address may have slashes and at signs; a port is none. */
const USER_INFO =
  /([a-z][a-z+.-]{1,20}:\/\/)([^\s/@:"'<>]{0,100}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]{1,400}|[^\s/@"'<>]{1,400})@/gi;
/** A container of a storage account is written like a user. */
const CONTAINER = /^(?:abfss?|wasbs?):/i;
const QUERY = /(https?:\/\/[^\s"'<>?#]{1,2000})([?#])([^\s"'<>]{1,4000})/g;
/** Parameters that say what was asked for, or what went wrong. */
const SHOWN =
  /^(?:api-version|resource|scope|client_id|principalid|object_id|mi_res_id|msi_res_id|error|error_description|error_codes|error_subcode|error_uri|response_type|response_mode|grant_type|prompt|comp|restype|action|fields|audience|service|authorization_endpoint)=|^code=\d{3,9}$/i;
const SECRET =
  /^(?:code|state|nonce|session_state|otp|pin|[^=]{0,60}(?:sig|signature|secret|password|pwd|token|key))=/i;
/** Values that are no secret under any other name; and an anchor in a page. */
const HARMLESS =
  /^(?:[^=]{1,60}=(?:true|false|\d{1,9}|\d{1,5}s|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|…)?|[a-z][a-z_.-]{0,80})[.,;:)\]]*$/i;

const CODE_FIELD =
  /((?:^|[?&#\s"'{,(])(?:authorization_?code|auth_?code|device_?code|user_?code|code)["']?\s{0,3}[=:]\s{0,3}["']?)([^\s&"',:;)}\\]{6,4000})/gi;
const CODE_SPOKEN =
  /\b((?:enter|the|your|use) (?:device )?code:? {1,2}["'`]?|code["'`]?:? {1,2}["'`]?(?=\S{8,9}["'`.]? to authenticate))([A-Z0-9]{6,12}(?:-[A-Z0-9]{4,6})?)\b/g;
/** What programs call a code. */
const NAMED_CODE = /^(?:E[A-Z]{3,20}|AADSTS\d{3,9}|-?\d{1,12}|0x[\da-f]{1,8})\.?$/i;

function hideQuery(query: string, hidden: string): string {
  return query
    .split("&")
    .map((part) => (SHOWN.test(part) || (HARMLESS.test(part) && !SECRET.test(part)) ? part : hidden))
    .filter((part, index, parts) => part !== hidden || parts[index - 1] !== hidden)
    .join("&");
}

function isCode(name: string, value: string): boolean {
  if (NAMED_CODE.test(value)) return false;
  return /\d/.test(value) || (/(?:user|device)_?code/i.test(name) && !isOrdinary(value, "token", true));
}

/**
 * Hides the users, passwords, signatures and codes that addresses carry, and codes by themselves.
 *
 * @internal
 */
export function hideInAddresses(text: string, hidden: string): string {
  return text
    .replace(USER_INFO, (found, scheme: string, user: string) =>
      CONTAINER.test(scheme) && !user.includes(":") ? found : `${scheme}${hidden}@`,
    )
    .replace(QUERY, (_, url: string, mark: string, query: string) => url + mark + hideQuery(query, hidden))
    .replace(CODE_FIELD, (found, name: string, value: string) => (isCode(name, value) ? name + hidden : found))
    .replace(CODE_SPOKEN, (found, before: string, value: string) => (NAMED_CODE.test(value) ? found : before + hidden));
}
