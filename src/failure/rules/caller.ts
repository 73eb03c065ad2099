import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Failures that are decisions of the caller or of this library.
 *
 * @internal
 */
export const CALLER_RULES: readonly Rule[] = [
  {
    id: "caller.policy-violation",
    kind: "policy_violation",
    phrases: ["credentialpolicyerror"],
    example: "CredentialPolicyError: no-password: a user name and password are not allowed in production",
    sources: ["js"],
  },
  {
    id: "caller.deadline",
    kind: "deadline_exceeded",
    phrases: ["credentialdeadlineerror"],
    example: "CredentialDeadlineError: no token after 120000 ms, waiting for ManagedIdentityCredential",
    sources: ["js"],
  },
  {
    id: "caller.aborted",
    kind: "aborted",
    phrases: [
      [
        "aborterror",
        "operation was aborted",
        "aborted by the caller",
        "request has already been canceled",
        "context canceled",
        "context was cancel",
        "device_code_polling_cancelled",
        "operationcanceledexception",
        "taskcanceledexception",
        "cancellationexception",
        "cancellederror",
        "cancelled by the caller",
        "canceled by the caller",
      ],
    ],
    unless:
      /timed out|timeout|retry failed|get https?:\/\/169\.254\.169\.254.{0,900}(?:task|operation)canceledexception|\bfor pod\b|did not respond within|imds: caught error aborterror/,
    example: "AbortError: The authentication has been aborted by the caller.",
    sources: ["js", "msal", "go", "net"],
  },
  {
    id: "caller.polling-cancelled",
    kind: "aborted",
    says: "The application stopped waiting for the device code.",
    pattern: anyOf(
      /\bpolling_request_cancelled\b/,
      /\bdevicecoderequest\.cancel\b/,
      /\bdevice ?code\w{0,12}\b.{0,60}\bcancell?ed\b.{0,40}(?:\bby the app|cancellation ?token|the application called|cancelrequest)/,
      /\bcancell?ed by (?:the )?(?:app|application|program)\b.{0,60}\bdevice ?code/,
    ),
    unless: /aadsts|timed out|user (?:has )?cancell?ed/,
    example: "Token request cancelled by setting DeviceCodeRequest.cancel = true",
    sources: ["msal", "js", "net"],
  },
  {
    // https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-rest-pipeline/src/util/tokenCycler.ts
    id: "caller.null-token",
    kind: "unknown",
    says: "The credential answered without a token and without an error (null), so the client had nothing to send.",
    pattern: /^(?:[^{}]{0,200}?\berror: )?failed to refresh access token\.(?: at | |$)/,
    unless: /aadsts|for service|[45]\d\d\b/,
    example: "Error: Failed to refresh access token.",
    sources: ["js"],
    remedies: [
      {
        action:
          "Look into the getToken of the credential: where it returns null or undefined, throw an error that says why. Of @azure/identity it is a chain without members that does so.",
        url: "https://learn.microsoft.com/javascript/api/@azure/core-auth/tokencredential",
      },
    ],
  },
];
