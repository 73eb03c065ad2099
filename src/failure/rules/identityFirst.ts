import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const METADATA = "169\\.254\\.169\\.254(?::80)?/metadata/identity";

/**
 * What drivers, older libraries and tools say of a managed identity endpoint, before the rules whose words are wider.
 *
 * @internal
 */
export const IDENTITY_FIRST_RULES: readonly Rule[] = [
  {
    id: "identity-first.retries",
    kind: "managed_identity_retries_exhausted",
    says: "The managed identity endpoint gave no token within the tries or the time that it was given.",
    pattern: anyOf(
      /\b(?:msi|imds|managed identity)\b.{0,60}acquired? tokens? before time-?out/,
      /(?:acquire|get|obtain|retrieve) (?:an? )?(?:access )?token from (?:imds|msi)\b.{0,20}within the (?:specified |given )?time-?out/,
      /msiauthenticationtimeout/,
      /\b(?:msi|imds|managedidentitycredential)\b.{0,80}max(?:imum)? (?:number of )?(?:retries|attempts|tries) (?:was |were |is |are |has been )?(?:exceeded|reached)/,
      /\b(?:imds|msi|managed identity)\b.{0,40}retr(?:y|ies) (?:limit|count|budget) (?:was |is |has been )?(?:reached|exceeded|exhausted|used up)/,
    ),
    unless: /max retries exceeded with url|\b429\b/,
    answered: true,
    example:
      "msrestazure.azure_exceptions.MSIAuthenticationTimeoutError: MSI: Failed to acquired tokens before timeout 60",
    sources: ["python", "imds"],
  },
  {
    id: "identity-first.no-answer",
    kind: "managed_identity_unreachable",
    says: "The managed identity endpoint did not answer.",
    pattern: /original error: the msi endpoint is (?:not available|unavailable)/,
    example: "Failed to refresh the Token: StatusCode=0 -- Original Error: the MSI endpoint is not available",
    sources: ["go", "terraform"],
  },
  {
    id: "identity-first.gone",
    kind: "managed_identity_retries_exhausted",
    says: "The metadata service answered 410, as it does while it is being updated.",
    phrases: ["169.254.169.254", "410"],
    pattern: /http (?:error|status|code)(?: code)?[:;]? ?410\b|\b410 gone\b|status(?: code)?[:=]? ?410\b/,
    answered: true,
    example: "java.io.IOException: HTTP Error 410; url='http://169.254.169.254/metadata/identity/oauth2/token'",
    sources: ["java", "imds"],
  },
  {
    id: "identity-first.driver-resolve",
    kind: "managed_identity_unreachable",
    says: "The database driver could not connect to the metadata service.",
    pattern: new RegExp(
      `\\b(?:error|winhttp\\w{0,20}:?) ?120(?:07|29|30|31)\\b.{0,60}${METADATA}|(?:could not|couldn't|cannot|can't|unable to|failed to|failure|error) open(?:ing)? (?:url )?['"]?http://${METADATA}`,
    ),
    unless: /http status|status code/,
    example:
      "[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Error 12029 opening URL http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01",
    sources: ["service", "imds"],
  },
  {
    id: "identity-first.driver-slow",
    kind: "managed_identity_unreachable",
    says: "The metadata service did not answer the database driver in time.",
    pattern: new RegExp(`\\b(?:error|winhttp\\w{0,20}:?) ?12002\\b.{0,60}${METADATA}`),
    example:
      "[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Error 12002 opening URL http://169.254.169.254/metadata/identity/oauth2/token",
    sources: ["service", "imds"],
  },
  {
    id: "identity-first.no-connection",
    kind: "managed_identity_unreachable",
    says: "No connection to the metadata service could be made.",
    pattern:
      /\bno connection to (?:the )?(?:azure )?(?:instance metadata service|imds|msi\b|managed identity (?:endpoint|service))/,
    example:
      "No connection to the Azure Instance Metadata Service could be made; is this a VM with a managed identity?",
    sources: ["imds", "net"],
  },
  {
    id: "identity-first.answer-status",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with an error.",
    pattern: anyOf(
      /\bmsi\b.{0,120}(?:token request|endpoint|request|imds)? ?returned:? (?:<response \[[45]\d\d\]|http error: ?[45]\d\d)/,
      /get token request returned http error: ?[45]\d\d(?! and server response)/,
      /could not validate msi endpoint: received http status [45]\d\d/,
      /failed to get token from msi, status code: ?[45]\d\d/,
    ),
    unless: /identity not found|multiple user assigned|not assigned/,
    answered: true,
    example:
      "Failed to connect to MSI. Please make sure MSI is configured correctly. Get Token request returned: <Response [400]>",
    sources: ["azure-cli", "kubelogin"],
  },
  {
    id: "identity-first.insufficient",
    kind: "managed_identity_endpoint_error",
    says: "The answer of the managed identity endpoint lacks what a token needs.",
    pattern:
      /managed ?identity.{0,60}response (?:is |was )?(?:either )?(?:null|empty|insufficient|incomplete)|managed ?identity.{0,80}response (?:is |was )?(?:either )?(?:null or )?insufficient/,
    answered: true,
    example: "[Managed Identity] Response is either null or insufficient for authentication.",
    sources: ["msal"],
  },
  {
    id: "identity-first.configuration-and-answer",
    kind: "managed_identity_endpoint_error",
    says: "The managed identity endpoint answered with an error.",
    pattern:
      /managed identity configuration (?:was )?not found in (?:the )?environment.{0,40}\berror:? \(\w{3,40}\) ?[45]\d\d\b/,
    answered: true,
    example:
      "App Service managed identity configuration not found in environment. Token request error: (server_error) 500, internal",
    sources: ["python"],
  },
  {
    id: "identity-first.variables-of-host",
    kind: "managed_identity_not_configured",
    says: "The environment variables of this host's managed identity are not set.",
    pattern: /\bmsi: unavailable\. the environment variables needed are\b/,
    unless: /aadsts|\b[45]\d\d\b/,
    example:
      "ManagedIdentityCredential - Fabric MSI: Unavailable. The environment variables needed are: IDENTITY_ENDPOINT, IDENTITY_HEADER and IDENTITY_SERVER_THUMBPRINT",
    sources: ["js"],
  },
  {
    id: "identity-first.fixed-by-host",
    kind: "configuration_invalid",
    says: "The identity is chosen where the host is set up and cannot be named by the program.",
    pattern:
      /user[- ]assigned (?:managed )?identity (?:is|must be|has to be) configured (?:in|on) the (?:cluster|host|resource).{0,20} not (?:during|at) ?runtime/,
    unless: /aadsts/,
    example: "ServiceFabric user assigned managed identity is configured in the cluster, not during runtime.",
    sources: ["msal"],
  },
  {
    id: "identity-first.no-endpoint",
    kind: "managed_identity_not_configured",
    says: "There is no managed identity endpoint on this host.",
    pattern: anyOf(
      /\b(?:msi|managed identity) endpoint (?:is |was )?(?:unavailable|not available|not found|absent|missing)/,
      /\b(?:identity|msi)_endpoint (?:is |was )?(?:unavailable|not available)/,
      /\bno (?:managed identity|msi) endpoint (?:was |is )?(?:detected|found|present|available|discovered)/,
    ),
    unless: /imds|169\.254|time|connect/,
    example: "CredentialUnavailableError: MSI endpoint unavailable",
    sources: ["js"],
  },
];
