import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What the same programs and libraries say of where a token was to come from: an assertion, a cache, an identity, an
 * answer, a process.
 *
 * @internal
 */
export const LIBRARY_SOURCE_RULES: readonly Rule[] = [
  {
    id: "library.word-assertion",
    kind: "assertion_unavailable",
    pattern: /\bgithub actions id token is empty|\bclientassertionauthorizer: assertion was nil/,
    example: "github actions ID token is empty",
    sources: ["kubelogin", "terraform"],
  },
  {
    id: "library.word-cache",
    kind: "token_cache_unavailable",
    says: "What is stored on this machine of earlier sign-ins cannot be read, written or told apart.",
    pattern: anyOf(
      /multiple entries (?:found )?for (?:the )?user .{0,120}shared token cache/,
      /\bcould not obtain cachelock\b|cachelocknotobtained/,
      /failed to load token (?:files?\b|from cache)/,
      /delete authentication record cache\b/,
      /\bpop token caching disabled\b|\bpop cache storage isn't available/,
      /checking gnome keyring availability/,
    ),
    unless: /aadsts/,
    example: "Multiple entries for the user account a@b.c were found in the shared token cache.",
    sources: ["python", "java", "azure-cli", "go", "kubelogin"],
  },
  {
    id: "library.word-kusto-identity",
    kind: "managed_identity_unreachable",
    pattern: /\b(?:connectionerror|timeouterror) when doing msiauthentication/,
    example: "throw requests.exceptions.ConnectionError when doing MSIAuthentication: ",
    sources: ["python"],
  },
  {
    id: "library.word-msrest-identity",
    kind: "managed_identity_endpoint_error",
    pattern: /\bhttperror when doing msiauthentication/,
    answered: true,
    example: "throw requests.exceptions.HTTPError when doing MSIAuthentication: ",
    sources: ["python"],
  },
  {
    id: "library.word-az-token",
    kind: "tool_not_installed",
    pattern: /be sure az ?cli version [\d.]{3,9} and above is in/,
    unless: /az login|aadsts/,
    example: "Failed to obtain Az Cli token for 'a'. Please be sure AzCli version 2.3.0 and above is intalled.",
    sources: ["python"],
  },
  {
    id: "library.word-answer",
    kind: "invalid_token_response",
    says: "The token response lacks a part that it must have, or cannot be parsed.",
    pattern: anyOf(
      /\bwire_?response is missing\b|\buser_?code_?info is missing\b/,
      /neither 'tokentype' nor 'token_type' property/,
      /token response (?:returned )?from the server is unparse?able/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "wire_response is missing device_code",
    sources: ["js", "python"],
  },
  {
    id: "library.word-saml",
    kind: "federation_issue",
    pattern:
      /found too many (?:requestedsecuritytoken nodes|fault code values)|server returned an unknown accounttype|\bno tokentype (?:nodes|elements) found in rstr|unable to find requests?securitytoken element/,
    answered: true,
    example: "Found too many RequestedSecurityToken nodes for token type: urn:oasis:names:tc:SAML:1.0:assertion",
    sources: ["js", "python", "java"],
  },
  {
    id: "library.word-provider",
    kind: "authority_unreachable",
    pattern: /connection to azure entra id is down|unable to fetch provider configuration/,
    unless: /aadsts/,
    example: "Connection to Azure Entra ID is down. Unable to fetch provider configuration",
    sources: ["python"],
  },
  {
    id: "library.word-device-code",
    kind: "device_code_flow",
    pattern: /^(?:error: )?device flow stream ended unexpectedly\.?$|devicetoken: error while retrieving/,
    example: "autorest/adal/devicetoken: Error while retrieving device code: Device Code Empty",
    sources: ["go", "rust"],
  },
  {
    // https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/core/core-process
    id: "library.word-process",
    kind: "tool_failed",
    says: "The developer tool was not started: something about its path or about the environment is refused as unsafe.",
    phrases: [["credentialunavailable", "processerror", "credential:"]],
    pattern: anyOf(
      /\btrusted windows system directory\b|\bwindows command interpreter is not trusted/,
      /\bchild environment contains an untrusted\b|\benvironment contains (?:a non-string value|duplicate case-insensitive)/,
      /\bdrive-relative executable paths\b|\bexecutable (?:name is invalid|type is not supported)/,
      /\bwindows batch (?:execution|argument|option|path)\b|\bprocess argument \d{1,3} is invalid/,
    ),
    unless: /aadsts/,
    example: "CredentialUnavailableError: The Windows command interpreter is not trusted.",
    sources: ["js"],
  },
];
