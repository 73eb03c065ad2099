import { isOrdinary } from "./ordinary.js";
import { secrecyOf } from "./secretName.js";

/** Classes that are given a secret, as source code and traces show how they were made. */
const MADE =
  /(\b(?:ClientSecretCredential|UsernamePasswordCredential|UserPasswordCredential|ClientCredential|ApplicationTokenCredentials|ServicePrincipalCredentials|OnBehalfOfCredential|StorageSharedKeyCredential|AzureKeyCredential|AzureNamedKeyCredential|AzureSASCredential|AzureSasCredential)\()([^()\n]{1,1000})/g;
/** An argument in quotes, or up to the next comma. */
const ARGUMENT = /("[^"\n]{0,400}"?|'[^'\n]{0,400}'?)|([^\s,"']{1,400})/g;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** A variable, a property, a name in front of a value. */
const EXPRESSION =
  /^(?:[A-Za-z_$][\w$]*(?:(?:\.|\?\.|::|->)[A-Za-z_$][\w$]*){0,6}[:=!?]?|[A-Za-z_]\w{0,60}=.{0,400}|\d{1,6})$/;
const TENANT = /^(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}$/i;
/** Of a name beside it nothing is known here: shorter ones are words. */
const LEAST = 4;

/** `"value": "X", "name": "AZURE_CLIENT_SECRET"`: before the name. */
const VALUE_FIRST =
  /(["']value["']\s{0,3}:\s{0,3}["'])([^"'\n]{1,1000})(["']\s{0,3},\s{0,20}["'](?:name|key)["']\s{0,3}:\s{0,3}["']([\w.-]{1,120}))/gi;

function isShown(value: string, quoted: boolean): boolean {
  if (value.length < LEAST || GUID.test(value) || TENANT.test(value)) return true;
  return (!quoted && EXPRESSION.test(value)) || isOrdinary(value, "password", !quoted);
}

/**
 * Hides the secrets among the arguments of a call, which stand there without a name, and those whose name comes after.
 *
 * @internal
 */
export function hideInCalls(text: string, hidden: string): string {
  return text
    .replace(MADE, (_, call: string, given: string) => {
      const shown = given.replace(ARGUMENT, (found, quoted: string | undefined) => {
        const value = quoted === undefined ? found : found.replace(/^["']|["']$/g, "");
        return isShown(value, quoted !== undefined) ? found : found.replace(value, () => hidden);
      });
      return call + shown;
    })
    .replace(VALUE_FIRST, (found, before: string, _value: string, after: string, name: string) =>
      secrecyOf(name) === undefined ? found : before + hidden + after,
    );
}
