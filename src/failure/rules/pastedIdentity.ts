import type { Rule } from "./rule.js";

/**
 * What is left in a log of the answer of a managed identity or of the start of a chain.
 *
 * @internal
 */
export const PASTED_IDENTITY_RULES: readonly Rule[] = [
  {
    id: "pasted.identity-responder",
    kind: "managed_identity_not_configured",
    says: "The managed identity is not enabled on this compute.",
    phrases: ["identity-responder-not-enabled"],
    example: "MSI_ENDPOINT=identity-responder-not-enabled: the compute has no managed identity",
    sources: ["python"],
  },
  {
    id: "pasted.variables-as-answer",
    kind: "configuration_missing",
    says: "The environment variables that EnvironmentCredential reads are not set.",
    pattern: /['"]?error['"]?: ?['"]missing_environment_variables\b/,
    unless: /aadsts/,
    example: '{"error":"missing_environment_variables","errorDescription":"EnvironmentCredential cannot return a token',
    sources: ["js"],
  },
  {
    id: "pasted.identity-not-json",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint did not answer in the form that is expected.",
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
    pattern:
      /(?:managedidentitycredential|imdscredential|msicredential)(?:\.get_token(?:_info)? failed)?: unexpected content type ['"]text\/html/,
    answered: true,
    example: 'ManagedIdentityCredential: Unexpected content type "text/html"',
    sources: ["python"],
  },
  {
    id: "pasted.identity-answer-java",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with an error.",
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
    says: "The metadata service gave no token, and the id that was asked for is to be verified.",
    phrases: ["verify your objectid, clientid or msiresourceid"],
    unless: /server returned http response code: (?!400)|aadsts|timed out|refused/,
    answered: true,
    example: "Couldn't acquire access token from IMDS, verify your objectId, clientId or msiResourceId",
    sources: ["java"],
  },
  {
    id: "pasted.identity-cut-off",
    kind: "managed_identity_unreachable",
    says: "The connection to the managed identity endpoint was cut.",
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
    id: "pasted.identity-raised",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with an error.",
    phrases: ["_retrieve_token_from_imds_with_retry", "httperror"],
    unless: /\b429\b|\b410\b|max retries|timeout/,
    answered: true,
    example:
      "in _retrieve_token_from_imds_with_retry raise HTTPError(request=result.request, response=result.raw) requests.exceptions.HTTPError",
    sources: ["python", "azure-cli"],
  },
];
