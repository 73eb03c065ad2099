import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What services and their drivers say of a token.
 *
 * @internal
 */
export const PASTED_SERVICE_RULES: readonly Rule[] = [
  {
    id: "pasted.databricks-nothing-set",
    kind: "no_credential_available",
    says: "The Databricks client found no credentials that are configured.",
    phrases: ["cannot configure default credentials"],
    unless: /aadsts|access_?token .{0,40}(?:expired|invalid)|is required|\bmissing\b|not set/,
    example: "ValueError: default auth: cannot configure default credentials",
    sources: ["python", "go"],
  },
  {
    id: "pasted.data-lake-acl",
    kind: "authorization_denied",
    says: "The access control list of the path gives this identity no access, or the path does not exist.",
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
    id: "pasted.driver-keyword",
    kind: "configuration_invalid",
    says: "The database driver does not know the authentication method or keyword that it was given.",
    pattern: anyOf(
      /unsupported authentication (?:keyword|value|method|mode) ['"]?activedirectory/,
      /keyword not supported: ?['"](?:authentication|active directory \w{4,20}|access ?token)\b/,
      /invalid value for key ['"]authentication['"]/,
      /the authentication value ['"]?\w{2,60}['"]? is not valid/,
    ),
    unless: /aadsts/,
    example: 'The authentication value "ActiveDirectoryMSI" is not valid.',
    sources: ["net", "java"],
  },
  {
    id: "pasted.resource-manager-forbidden",
    kind: "authorization_denied",
    pattern: /client#\w{2,60}: failure responding to request: statuscode=403\b/,
    unless: anyOf(
      /aadsts/,
      /authenticationfailed/,
      /adal/,
      /refresh the token/,
      /refresh request/,
      /invalidauthenticationtoken/,
      /expiredauthenticationtoken/,
      /firewall/,
      /ipnotallowed/,
      /client address is not authorized/,
      /network/,
      /not authorized to perform this operation/,
      /credential authentication failed/,
    ),
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
    says: "The header of the assertion names no certificate and no key.",
    pattern: /invalid jwt token\. no (?:certificate|key ?id|x5t|kid)\b.{0,120}\bspecified in (?:the )?token header/,
    answered: true,
    example: "AADSTS5002723: Invalid JWT token. No certificate SHA-1 thumbprint, nor keyId specified in token header.",
    sources: ["terraform", "msal"],
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
    id: "pasted.sql-token-login",
    kind: "token_rejected",
    says: "The database server did not accept the token for the login.",
    phrases: ["login failed for user ''"],
    pattern:
      /\bauthentication['"]?[:=] ?['"]?(?:cli|auto|msi|environment|serviceprincipal|active ?directory\w{0,20}|token)\b/,
    unless: /aadsts/,
    answered: true,
    example: "authentication: cli Connection test: ERROR Login failed for user ''. (18456) (SQLDriverConnect)",
    sources: ["python", "service"],
  },
];
