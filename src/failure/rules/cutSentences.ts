import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Sentences that have lost their start or their end, known by what is left of them.
 *
 * @internal
 */
export const CUT_SENTENCE_RULES: readonly Rule[] = [
  {
    id: "cut.secret-value",
    kind: "invalid_client_secret",
    pattern: /secret being sent in the request is the client secret value|not the client secret id, for a secret added/,
    unless: /aadsts|expired/,
    answered: true,
    example:
      "cret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID",
    sources: ["service"],
  },
  {
    id: "cut.federated",
    kind: "federated_credential_mismatch",
    pattern:
      /matching federated identity record found for|check your federated identity credential subject, audience and issuer/,
    unless: /aadsts/,
    answered: true,
    example:
      "o matching federated identity record found for presented assertion subject 'repo:o/r:ref:refs/heads/dev'.",
    sources: ["service"],
  },
  {
    id: "cut.consent",
    kind: "consent_required",
    pattern:
      /has not consented to use the application with id|send an interactive authorization request for this user and resource/,
    unless: /aadsts/,
    answered: true,
    example: "ser or administrator has not consented to use the application with ID 'a' named 'b'.",
    sources: ["service"],
  },
  {
    id: "cut.identity",
    kind: "managed_identity_not_assigned",
    pattern: /"error": ?"invalid_request", ?"error_description": ?"identity not f[a-z]{0,4}$/,
    answered: true,
    example: '{"error":"invalid_request","error_description":"Identity not fou',
    sources: ["imds"],
  },
  {
    id: "cut.user-cancelled",
    kind: "interaction_required",
    pattern: /msalerrordomain code=-50005|user cancell?ed the (?:authorization|authentication|sign-?in) session/,
    unless: /aadsts/,
    example: "MSALErrorDomain Code=-50005 UserInfo={MSALErrorDescriptionKey=User cancelled the authorization session.}",
    sources: ["msal"],
  },
  {
    id: "cut.tool-connected",
    kind: "tool_not_signed_in",
    says: "No Azure CLI with a sign-in was found.",
    pattern: /make sure you have the '?az'? cli .{0,60}installed and logged in/,
    example: "Unable to connect to Azure. Make sure you have the az CLI installed and logged in",
    sources: ["azure-cli"],
  },
  {
    id: "cut.tool",
    kind: "tool_not_installed",
    pattern: anyOf(
      /^(?:\S{0,5} ?cli |cli )(?:not found on path|could not be found\. please visit)/,
      /^\S{0,5} ?power ?shell: az\.accounts? module/,
      /az\.accounts? module (?:with version )?>= ?[\d.]{1,8} is not in/,
      /aka\.ms\/azure-cli for installation instructions/,
    ),
    unless: /credential|az login(?! ?'?[.\s]{0,2}$).{0,40}to set ?up/,
    example: "zure PowerShell: Az.Account module >= 2.2.0 is not inst",
    sources: ["python", "powershell"],
  },
];

/**
 * Answers of services whose own words are about something else than who asks, and programs that fail after they had
 * their token.
 *
 * @internal
 */
export const AFTER_TOKEN_RULES: readonly Rule[] = [
  {
    id: "after-token.sql-password",
    kind: "not_authentication",
    pattern: /login failed for user '(?![\w-]{0,60}@[0-9a-f]{8}-)[\w.@\\-]{1,80}'(?!\.? ?(?:\(|$).{0,40}token)/,
    unless: /token|activedirectory|active directory|aadsts|entra|managed ?identity|principal|credential|azure ad/,
    example: "Microsoft.Data.SqlClient.SqlException (0x80131904): Login failed for user 'appuser'.",
    sources: ["service"],
  },
  {
    id: "after-token.cluster-name",
    kind: "not_authentication",
    pattern: /unable to connect to the server: dial tcp: lookup [\w.-]{4,200}\.azmk8s\.io\b/,
    unless: /getting credentials|aadsts|login\.microsoftonline/,
    example: "Unable to connect to the server: dial tcp: lookup aks-dev-dns-1.hcp.westeurope.azmk8s.io: no such host",
    sources: ["service"],
  },
  {
    id: "after-token.pod-binding",
    kind: "pod_identity_not_found",
    pattern:
      /no azureidentity(?:binding)?s? (?:was |were )?(?:found|matches|exists)|azureidentity(?:binding)? ['"]?[\w./-]{1,80}['"]? (?:was |is )?(?:not found|does not exist|doesn't exist|missing)/,
    unless: /aadsts/,
    example: "no AzureIdentityBinding found for pod default/web that matches selector",
    sources: ["pod-identity"],
  },
  {
    id: "after-token.storage-state",
    kind: "not_authentication",
    phrases: [
      "exception",
      ["blobstorageexception", "sharestorageexception", "queuestorageexception", "datalakestorage"],
    ],
    pattern: /status code (?:404|409|412|416)\b/,
    unless: /aadsts|authoriz|credential(?:unavailable| authentication)|token/,
    example:
      'com.azure.storage.blob.models.BlobStorageException: Status code 409, "<Error><Code>BlobAlreadyExists</Code>"',
    sources: ["java"],
  },
  {
    id: "after-token.acquired",
    kind: "not_authentication",
    pattern: /acquired an? (?:access )?token from \w{4,40}credential/,
    unless:
      /fail|unavailable|unauthori|forbidden|denied|aadsts|refused|rejected|timed out|credential\w{0,12}error|\b40[13]\b/,
    example:
      "DefaultAzureCredential acquired a token from AzureCliCredential Traceback: ZeroDivisionError: division by zero",
    sources: ["python"],
  },
  {
    id: "after-token.registry-401",
    kind: "token_rejected",
    says: "The registry answered 401: it did not accept the token or password that it was given.",
    pattern: /azurecr\.(?:io|cn|us)\b.{0,200}failed to authorize: (?:status )?401\b/,
    unless: /aadsts/,
    answered: true,
    example:
      'Failed to pull image "shopreg.azurecr.io/web:1": failed to pull and unpack image: failed to authorize: 401 Unauthorized',
    sources: ["service"],
  },
  {
    id: "after-token.address",
    kind: "network_rule_denied",
    pattern:
      /client address is not authorized(?: and caller is not a trusted service)?|caller is not a trusted service/,
    unless: /using this permission/,
    answered: true,
    example: "Client address is not authorized and caller is not a trusted service. Client address: 20.1.1.1",
    sources: ["service"],
  },
];
