import type { Rule } from "./rule.js";

const ARGUMENT =
  "(?:expected (?:one|at least one) argument|arguments? (?:.{0,60} )?(?:are|is) required|unrecognized arguments?|ignored explicit argument)";

/**
 * What people copy from a terminal, a browser or a log of a tool, where a few words stand for the whole failure. Before
 * all wider rules.
 *
 * @internal
 */
export const PASTED_RULES: readonly Rule[] = [
  {
    id: "pasted.page-conditional-access",
    kind: "conditional_access_blocked",
    phrases: ["your sign-in was successful but"],
    pattern: /does(?: not|n't) meet the criteria to access this resource/,
    answered: true,
    example:
      "Your sign-in was successful but does not meet the criteria to access this resource. Request Id: 1 App name: Azure Portal",
    sources: ["msal", "azure-cli"],
  },
  {
    id: "pasted.page-device",
    kind: "device_not_compliant",
    pattern:
      /can only be accessed from devices or client applications that meet|device must (?:be managed|comply with your organi[sz]ation).{0,80}access/,
    unless: /aadsts/,
    answered: true,
    example:
      "This application contains sensitive information and can only be accessed from devices or client applications that meet Contoso management compliance policy.",
    sources: ["msal"],
  },
  {
    id: "pasted.page-device-code",
    kind: "device_code_flow",
    pattern:
      /\bthat code (?:didn't|did not|doesn't|does not) work\b.{0,40}check the code and try again|\b(?:that|this|your|the) (?:device )?code (?:you entered )?(?:has |is )?expired\b.{0,80}(?:device ?login|device code|get a new code)|device ?login\b.{0,40}\bcode (?:has |is )?(?:already been used|expired|invalid)/,
    unless: /aadsts|coupon|promo|voucher|discount|authenticator|verification code|sms/,
    answered: true,
    example: "That code didn't work. Check the code and try again.",
    sources: ["azure-cli", "msal"],
  },
  {
    id: "pasted.databricks-nothing-set",
    kind: "no_credential_available",
    phrases: ["cannot configure default credentials"],
    unless: /aadsts|access_?token .{0,40}(?:expired|invalid)|is required|\bmissing\b|not set/,
    example: "ValueError: default auth: cannot configure default credentials",
    sources: ["python", "go"],
  },
  {
    id: "pasted.run-azure-cli",
    kind: "tool_not_signed_in",
    pattern:
      /(?:please |first |must |need to |to )?(?:run|use) (?:the )?(?:azure cli|az cli) to (?:authenticate|log ?in|sign ?in)\b|(?:authenticate|log in|sign in) with the azure cli (?:before|first)/,
    unless: /aadsts|not (?:found|installed)|timed out/,
    example: "In order to obtain AAD token, Please run azure cli to authenticate",
    sources: ["python"],
  },
  {
    id: "pasted.call-connect",
    kind: "tool_not_signed_in",
    pattern:
      /authentication (?:is )?(?:needed|required)[.,;:]? (?:please )?(?:call|run|use) ['"]?connect-(?:mg|az|entra|azuread|graph)/,
    unless: /aadsts/,
    example: "Get-MgUser_List1: Authentication needed, call Connect-Graph.",
    sources: ["powershell"],
  },
  {
    id: "pasted.tool-arguments",
    kind: "tool_failed",
    pattern: new RegExp(
      `\\baz (?:login|account get-access-token)\\b: ?(?:error: )?.{0,80}(?:${ARGUMENT}|is not in the 'az login)|unrecognized arguments: .{0,80}\\baz (?:login|account get-access-token)\\b|^(?:error: )?argument --(?:username|password|tenant|federated-token|service-principal|certificate)\\b.{0,20}: expected one argument`,
    ),
    unless: /aadsts/,
    example: "az login: error: argument --password/-p: expected one argument",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.no-refresh-token",
    kind: "refresh_token_expired",
    phrases: ["token expired and refresh token is not set"],
    unless: /google|aws|slack|gitlab|aadsts/,
    example: "oauth2: token expired and refresh token is not set",
    sources: ["go"],
  },
  {
    id: "pasted.data-lake-acl",
    kind: "authorization_denied",
    pattern: /\b0x83090aa2\b|\bacl verification failed\b/,
    unless: /aadsts/,
    answered: true,
    example:
      "OPEN failed with error 0x83090aa2 (Forbidden. ACL verification failed. Either the resource does not exist or the user is not authorized to perform the requested operation.)",
    sources: ["java", "service"],
  },
  {
    id: "pasted.amqp-unauthorized",
    kind: "token_rejected",
    phrases: ["amqp:unauthorized-access"],
    unless:
      /aadsts|claim\(?s?\)? (?:is|are) required|claims? .{0,40}required|firewall|\bip (?:address|has)|prevented|forbidden|40300|permission|credential authentication failed|sharedaccesskey|credentialunavailable/,
    answered: true,
    example:
      "AmqpProtocolError: amqp:unauthorized-access:An AMQP error occurred (condition='amqp:unauthorized-access').",
    sources: ["service", "python"],
  },
  {
    id: "pasted.neither-key-nor-token",
    kind: "configuration_missing",
    pattern:
      /either an access key ?\/ ?sas token or|api key (?:or|nor) (?:an? )?(?:azure (?:ad )?)?token ?provider (?:was |were |is |could )?(?:not |n't |be )?(?:found|given|set|provided)|neither (?:an? )?(?:api|access|account) key nor (?:an? )?(?:\w{2,12} )?(?:token|credential)/,
    unless: /aadsts|\b401\b/,
    example: "Either an Access Key / SAS Token or the Resource Group for the Storage Account must be specified",
    sources: ["terraform", "js"],
  },
  {
    id: "pasted.variables-as-answer",
    kind: "configuration_missing",
    pattern: /['"]?error['"]?: ?['"]missing_environment_variables\b/,
    unless: /aadsts/,
    example: '{"error":"missing_environment_variables","errorDescription":"EnvironmentCredential cannot return a token',
    sources: ["js"],
  },
  {
    id: "pasted.certificate-not-in-store",
    kind: "credential_file_unreadable",
    phrases: [["azure", "entra", "client", "credential", "tenant", "cert:"]],
    pattern:
      /\bcertificate with thumbprint .{1,60} (?:was |is |could )?not (?:be )?found in|(?:could not|cannot|unable to) find (?:the |a |any )?certificate .{0,40}in (?:the )?(?:local )?certificate store/,
    unless: /aadsts|tls|ssl|https binding|\biis\b/,
    example: "Azure AD login: certificate with thumbprint 1A2B not found in Cert:\\CurrentUser\\My",
    sources: ["powershell", "net"],
  },
  {
    id: "pasted.selected-certificate",
    kind: "configuration_invalid",
    phrases: [["azure", "entra", "client", "credential", "tenant"]],
    pattern: /the selected certificate (?:was |could |is )?not (?:be )?found/,
    unless: /aadsts|tls|ssl|https binding|\biis\b/,
    example: "The provided credentials are not valid: Error: The selected Certificate was not found.",
    sources: ["java"],
  },
  {
    id: "pasted.driver-keyword",
    kind: "configuration_invalid",
    pattern:
      /unsupported authentication (?:keyword|value|method|mode) ['"]?activedirectory|keyword not supported: ?['"](?:authentication|active directory \w{4,20}|access ?token)\b|invalid value for key ['"]authentication['"]|the authentication value ['"]?\w{2,60}['"]? is not valid/,
    unless: /aadsts/,
    example: 'The authentication value "ActiveDirectoryMSI" is not valid.',
    sources: ["net", "java"],
  },
  {
    id: "pasted.cmdlet-unknown",
    kind: "tool_not_installed",
    pattern:
      /the term '(?:connect-(?:az(?:account|uread)?|mggraph|entra|graph|azuread)|(?:set|get|clear|enable|disable|save|import|select)-az(?:context(?:autosave)?|accesstoken|default|environment)?|login-azaccount|login-azurermaccount|connect-azurermaccount)' is not recognized/,
    unless: /aadsts/,
    example: "The term 'Disable-AzContextAutosave' is not recognized as the name of a cmdlet",
    sources: ["powershell"],
  },
  {
    id: "pasted.cmdlet-too-old",
    kind: "tool_failed",
    pattern:
      /parameter cannot be found that matches parameter name '(?:federatedtoken|assecurestring|usedeviceauthentication|serviceprincipal|managedserviceprincipal|resourcetypename|accesstoken|graphaccesstoken|certificatepath|authscope|clientsecretcredential|skipcontextpopulation)'|method invocation failed because \[microsoft\.(?:azure\.powershell|azure\.commands\.common|identity)|connect-(?:mggraph|azaccount|entra)\b.{0,20}(?:method not found|could not load (?:file or assembly|type))/,
    unless: /aadsts/,
    example: "A parameter cannot be found that matches parameter name 'FederatedToken'.",
    sources: ["powershell"],
  },
  {
    id: "pasted.broker-unexpected",
    kind: "tool_failed",
    pattern: /status: response_status\.status_(?:unexpected|apicontractviolation|unexpectedbrokererror|disabled)\b/,
    unless: /aadsts|credentialunavailable|broker_error|\b0x[0-9a-f]{8}\b/,
    example:
      "Unexpected exception while waiting for accounts control to finish: (pii). Status: Response_Status.Status_Unexpected, Error code: -2147024891, Tag: 528315211",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.broker-signed-out",
    kind: "tool_not_signed_in",
    phrases: ["account has previously been signed out of this application", ["az login", "azure cli"]],
    unless: /aadsts/,
    example:
      "running Azure CLI: exit status 1: ERROR: Account has previously been signed out of this application.. Status: Response_Status.Status_AccountUnusable",
    sources: ["azure-cli", "terraform"],
  },
  {
    id: "pasted.apple-response",
    kind: "invalid_token_response",
    pattern:
      /token response (?:is missing|does not contain|doesn't contain|did not contain|lacks|has no) (?:the |an? )?(?:access|id|refresh)[ _]token/,
    unless: /aadsts|managed ?identity/,
    answered: true,
    example:
      'Error Domain=MSALErrorDomain Code=-42105 "(null)" UserInfo={MSALErrorDescriptionKey=Token response is missing the access token',
    sources: ["msal"],
  },
  {
    id: "pasted.broker-offline",
    kind: "authority_unreachable",
    pattern: /response_status\.status_(?:nonetwork|networktemporarilyunavailable|servertemporarilyunavailable)\b/,
    unless: /aadsts/,
    example: "(pii). Status: Response_Status.Status_NoNetwork, Error code: 3399614475, Tag: 558133256",
    sources: ["azure-cli", "msal"],
  },
  {
    id: "pasted.apple-scheme",
    kind: "configuration_missing",
    pattern: /required app scheme .{1,120} (?:is not|isn't) registered in the app's info\.plist/,
    example: 'The required app scheme "msauth.com.contoso.app" is not registered in the app\'s info.plist file.',
    sources: ["msal"],
  },
  {
    id: "pasted.apple-keychain",
    kind: "token_cache_unavailable",
    phrases: [["msalerrordomain", "com.microsoft.identity", "msalclientexception"]],
    pattern:
      /-34018\b|-25308\b|aeadbadtagexception|android_keystore_failed|shared ?preferences.{0,60}(?:fail|unable|corrupt)/,
    unless: /aadsts/,
    example: "MSALErrorDomain Code=-50000 MSALErrorDescriptionKey=Failed to get items from keychain, OSStatus -34018",
    sources: ["msal"],
  },
  {
    id: "pasted.android-no-token",
    kind: "interaction_required",
    pattern:
      /msaluirequiredexception:? .{0,40}(?:no_tokens_found|refresh token (?:is )?(?:missing|not found)|no (?:refresh )?tokens?)/,
    unless: /aadsts|sharedtokencache/,
    example: "com.microsoft.identity.client.exception.MsalUiRequiredException: Refresh token is missing",
    sources: ["msal"],
  },
  {
    id: "pasted.apple-interaction",
    kind: "interaction_required",
    phrases: ["msalerrordomain"],
    pattern: /(?:code=|error |code: )-5000[25]\b|user cancell?ed the authorization session/,
    unless: /aadsts|keychain|msalinternalerrorcodekey/,
    example: 'Error Domain=MSALErrorDomain Code=-50005 "(null)"',
    sources: ["msal"],
  },
  {
    id: "pasted.resource-manager-forbidden",
    kind: "authorization_denied",
    pattern: /client#\w{2,60}: failure responding to request: statuscode=403\b/,
    unless:
      /aadsts|authenticationfailed|adal|refresh the token|refresh request|invalidauthenticationtoken|expiredauthenticationtoken|firewall|ipnotallowed|network|not authorized to perform this operation|credential authentication failed/,
    answered: true,
    example:
      "resources.GroupsClient#CheckExistence: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: error response cannot be parsed",
    sources: ["go", "terraform"],
  },
  {
    id: "pasted.resource-manager-unauthorized",
    kind: "token_rejected",
    pattern: /client#\w{2,60}: failure responding to request: statuscode=401\b/,
    unless:
      /aadsts|\badal\b|refresh the token|refresh request|invalid_client|credential authentication failed|registry/,
    answered: true,
    example:
      "resources.GroupsClient#Get: Failure responding to request: StatusCode=401 -- Original Error: autorest/azure: error response cannot be parsed",
    sources: ["go", "terraform"],
  },
  {
    id: "pasted.unsigned-header",
    kind: "invalid_assertion",
    pattern: /invalid jwt token\. no (?:certificate|key ?id|x5t|kid)\b.{0,120}\bspecified in (?:the )?token header/,
    answered: true,
    example: "AADSTS5002723: Invalid JWT token. No certificate SHA-1 thumbprint, nor keyId specified in token header.",
    sources: ["terraform", "msal"],
  },
  {
    id: "pasted.identity-not-json",
    kind: "managed_identity_endpoint_error",
    phrases: ["managed identity response was not in the expected format"],
    unless: /dial tcp|unreachable|refused|'<' is an invalid start|<html|\b50[24]\b|\b429\b/,
    answered: true,
    example:
      "RequestFailedException: Managed Identity response was not in the expected format. See the inner exception for details. Status: 404 (Not Found)",
    sources: ["net"],
  },
  {
    id: "pasted.identity-page",
    kind: "managed_identity_gateway_error",
    pattern: /(?:managedidentitycredential|imdscredential|msicredential): unexpected content type ['"]text\/html/,
    answered: true,
    example: 'ManagedIdentityCredential: Unexpected content type "text/html"',
    sources: ["python"],
  },
  {
    id: "pasted.identity-answer-java",
    kind: "managed_identity_endpoint_error",
    pattern: /server returned http response code: (?:400|401|403|500) for url: https?:\/\/[^ /]{4,60}\/msi\/token/,
    unless: /max retries|retries .{0,20}exceeded|not found|no .{0,20}identity|unable to load/,
    answered: true,
    example:
      "Server returned HTTP response code: 400 for URL: http://172.16.0.4:8081/msi/token?resource=https://vault.azure.net&api-version=2017-09-01",
    sources: ["java", "app-service"],
  },
  {
    id: "pasted.identity-verify",
    kind: "managed_identity_not_assigned",
    phrases: ["verify your objectid, clientid or msiresourceid"],
    unless: /server returned http response code: (?!400)|aadsts|timed out|refused/,
    answered: true,
    example: "Couldn't acquire access token from IMDS, verify your objectId, clientId or msiResourceId",
    sources: ["java"],
  },
  {
    id: "pasted.identity-cut-off",
    kind: "managed_identity_unreachable",
    pattern:
      /managedidentitycredential:? authentication failed\.? (?:message:? )?(?:socket hang up|(?:read |write )?econnreset)/,
    example: "ManagedIdentityCredential authentication failed. Message socket hang up",
    sources: ["js"],
  },
  {
    id: "pasted.chain-start",
    kind: "no_credential_available",
    pattern:
      /defaultazurecredential failed to retrieve a token from the included credentials\.? environmentcredential is unavailable,? environment variables (?:are )?not fully configured/,
    unless:
      /aadsts|(?:managedidentity|workloadidentity|cli|powershell|visualstudio|sharedtokencache)\w{0,5}credential|currently (?:\w{3,8} )?(?:set|missing)/,
    example:
      "DefaultAzureCredential failed to retrieve a token from the included credentials. EnvironmentCredential is unavailable Environment variables not fully configured.",
    sources: ["net"],
  },
  {
    id: "pasted.interactive-again",
    kind: "interaction_required",
    pattern: /interactive authentication is needed\. please run: az login/,
    unless: /aadsts|credential|response_status/,
    example: "Interactive authentication is needed. Please run: az login",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.identity-raised",
    kind: "managed_identity_endpoint_error",
    phrases: ["_retrieve_token_from_imds_with_retry", "httperror"],
    unless: /\b429\b|\b410\b|max retries|timeout/,
    answered: true,
    example:
      "in _retrieve_token_from_imds_with_retry raise HTTPError(request=result.request, response=result.raw) requests.exceptions.HTTPError",
    sources: ["python", "azure-cli"],
  },
  {
    id: "pasted.local-cache-empty",
    kind: "tool_not_signed_in",
    phrases: ["could not retrieve token from local cache"],
    unless: /aadsts/,
    example: "Could not retrieve token from local cache.",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.cache-folder",
    kind: "token_cache_unavailable",
    phrases: [".identityservice"],
    pattern:
      /could not find (?:file|a part of the path) '[^']{0,200}\.identityservice|access to the path '[^']{0,200}\.identityservice[^']{0,60}' is denied/,
    unless: /aadsts|tokenprovider|token provider|azureserviceauth/,
    example: "Could not find file 'C:\\home\\site\\wwwroot\\.IdentityService'",
    sources: ["powershell", "net"],
  },
  {
    id: "pasted.awaited-token",
    kind: "configuration_invalid",
    pattern: /object access_?token(?:info)? can't be used in 'await' expression/,
    example: "TypeError: object AccessToken can't be used in 'await' expression",
    sources: ["python"],
  },
  {
    id: "pasted.registry-no-reason",
    kind: "unknown",
    phrases: ["connectivity_refresh_token_error"],
    unless: /aadsts|denied|\b40[13]\b|conditional|unauthorized|forbidden|timed out|certificate/,
    example:
      "WARNING: Unable to get AAD authorization tokens with message: An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR",
    sources: ["azure-cli"],
  },
  {
    id: "pasted.two-guesses",
    kind: "unknown",
    phrases: ["are likely to be incorrect, or the service principal does not have permission"],
    unless: /aadsts|\b40[13]\b|authorizationfailed|invalid_client/,
    example:
      "Credentials for accessing the Azure Resource Manager API are likely to be incorrect, or the service principal does not have permission to use the Azure Service Management API.",
    sources: ["terraform"],
  },
  {
    id: "pasted.provisioning-settings",
    kind: "not_authentication",
    pattern:
      /azure subscription, location,? and resource group (?:information|settings|name) (?:is|are) (?:missing|not set|required)/,
    unless: /aadsts/,
    example:
      "Resource could not be provisioned because Azure subscription, location, and resource group information is missing.",
    sources: ["net"],
  },
  {
    id: "pasted.sql-token-login",
    kind: "token_rejected",
    phrases: ["login failed for user ''"],
    pattern:
      /\bauthentication['"]?[:=] ?['"]?(?:cli|auto|msi|environment|serviceprincipal|active ?directory\w{0,20}|token)\b/,
    unless: /aadsts/,
    answered: true,
    example: "authentication: cli Connection test: ERROR Login failed for user ''. (18456) (SQLDriverConnect)",
    sources: ["python", "service"],
  },
];

/**
 * What remains where the cause was cut off. After all other rules.
 *
 * @internal
 */
export const PASTED_LAST_RULES: readonly Rule[] = [
  {
    id: "pasted.retries",
    kind: "authority_unreachable",
    pattern:
      /(?:interactivebrowser|devicecode|clientsecret|clientcertificate|clientassertion|usernamepassword|authorizationcode|onbehalfof|workloadidentity)credential authentication failed: retry failed after \d{1,2} tries/,
    unless: /aadsts|inner exception|status: \d/,
    example: "InteractiveBrowserCredential authentication failed: Retry failed after 4 tries.",
    sources: ["net", "powershell"],
  },
];
