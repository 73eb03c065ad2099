import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** Options of command lines that say who signs in, and how. */
const OPTION = oneOf(
  "--(?:use-)?(?:device-code|sn-issuer|cert-sn-issuer|federated-token|federated-credential-provider)",
  "--(?:identity|managed-identity|service-principal|tenant(?:-id)?|client-id|object-id|resource-id|application-id)",
  "--(?:client-secret|client-certificate|identity-[a-z-]{2,20}|auth-type|login-type)",
);

/**
 * Options of a sign-in that do not go together, or not without another. What tools print before they try.
 *
 * @internal
 */
export const OPTION_PAIR_RULES: readonly Rule[] = [
  {
    id: "option-pair.excluded",
    kind: "configuration_invalid",
    says: "An option of the sign-in was given that cannot be used with the others.",
    pattern: anyOf(
      `${OPTION}['"\`]? (?:is|are) (?:not|only) (?:applicable|valid|allowed|supported) (?:with|for)\\b`,
      `${OPTION}['"\`]? (?:can only|cannot|can't|must not|may not) be (?:used|combined|given|specified) (?:together )?with\\b`,
    ),
    unless: /aadsts/,
    example: "ERROR: usage error: '--use-device-code' is not applicable with other arguments",
    sources: ["azure-cli", "azd", "kubelogin"],
  },
  {
    id: "option-pair.retired",
    kind: "configuration_invalid",
    says: "The sign-in takes this value by another option now.",
    pattern: anyOf(`\\bis no longer supported\\. use ${OPTION}`),
    unless: /aadsts/,
    example: "Passing the managed identity ID with --username is no longer supported. Use --client-id instead.",
    sources: ["azure-cli"],
  },
  {
    id: "option-pair.needed",
    kind: "configuration_missing",
    pattern: anyOf(
      `${OPTION}['"\`]? .{0,60}\\bis required (?:when|if|with)\\b`,
      /\bplease also specify (?:the |a )?(?:user ?name|password|tenant|client id)\b/,
      /-az\w{4,40}\b.{0,6}: ?(?:account|user ?name) needs to be specified/,
      /\bpassword is missing and (?:no cache|there is no cache)/,
    ),
    unless: /aadsts/,
    example: "ERROR: Please also specify username if password is specified.",
    sources: ["azure-cli", "powershell"],
  },
  {
    id: "option-pair.account-type",
    kind: "configuration_invalid",
    says: "This way to sign in is not one for the type of account that was given.",
    pattern:
      /\b(?:certificate|password|secret|assertion) authentication is not supported for account type\b|-credential parameter can only be used with organi[sz]ation/,
    unless: /aadsts/,
    example: "Connect-AzAccount : Certificate authentication is not supported for account type User.",
    sources: ["powershell"],
  },
  {
    id: "option-pair.cloud",
    kind: "configuration_invalid",
    says: "The name of the cloud is not one that is known here.",
    pattern: /\bno cloud environment matching the name\b|\bthere is no cloud (?:named|called) ['"]?azure/,
    unless: /aadsts/,
    example: 'autorest/azure: There is no cloud environment matching the name "AzureUS"',
    sources: ["go", "service"],
  },
  {
    id: "option-pair.authority",
    kind: "configuration_invalid",
    says: "The authority that was given is not an address.",
    pattern: /\bcould not parse (?:the )?(?:aad |azure ad |entra )?authority\b/,
    unless: /aadsts|header|http\/2|grpc/,
    example: "[CredentialProvider]Could not parse AAD authority override: htp:/login",
    sources: ["net", "service"],
  },
  {
    id: "option-pair.token-lifetime",
    kind: "configuration_invalid",
    says: "The lifetime that was asked for the service account token is out of bounds.",
    pattern: /\btoken expiration \d{1,9} (?:is )?not valid\b/,
    example: "token expiration 90000 not valid. Expected value to be between 3600 and 86400",
    sources: ["service"],
  },
  {
    id: "option-pair.host-network",
    kind: "configuration_invalid",
    says: "A pod with hostNetwork cannot have the proxy that stands in for the metadata endpoint.",
    phrases: ["hostnetwork is set to true, cannot inject proxy"],
    example: "hostNetwork is set to true, cannot inject proxy sidecar",
    sources: ["service"],
  },
  {
    id: "option-pair.window",
    kind: "configuration_invalid",
    says: "The application gives the sign-in dialog a parent window of a type that is not supported.",
    pattern: /\bexpects the callback to return an? intptr\b/,
    example: "SetParentActivityOrWindow expects the callback to return an IntPtr window handle; got System.String.",
    sources: ["net", "msal"],
  },
  {
    id: "option-pair.audience",
    kind: "configuration_missing",
    pattern:
      /\bno value was specified for the token audience\b|\bprovided the appropriate access tokens when using access token login\b/,
    unless: /aadsts/,
    example: "No value was specified for the token audience for the graph endpoint in environment 'AzureStack'.",
    sources: ["powershell"],
  },
];
