import type { Rule } from "./rule.js";

/**
 * Services that answer with a code of their own in place of a status: Microsoft Graph, Databricks, Power BI, IoT Hub.
 *
 * @internal
 */
export const SERVICE_CODE_RULES: readonly Rule[] = [
  {
    id: "service-code.graph-forbidden",
    kind: "authorization_denied",
    says: "The service refused the request: the identity lacks a permission or role.",
    phrases: ['"innererror"', "request-id"],
    pattern: /"code": ?"(?:forbidden|accessdenied|access_denied)"/,
    unless: /aadsts|firewall|network|throttl/,
    answered: true,
    example:
      '{"error":{"code":"Forbidden","message":"","innerError":{"date":"2024-02-02T10:10:10","request-id":"1","client-request-id":"2"}}}',
    sources: ["service"],
  },
  {
    id: "service-code.graph-unauthorized",
    kind: "token_rejected",
    says: "Microsoft Graph did not accept the token.",
    phrases: ['"innererror"', "request-id"],
    pattern: /"code": ?"(?:unauthorized|unauthenticated)"/,
    unless: /aadsts|insufficient_claims|claims=/,
    answered: true,
    example: '{"error":{"code":"Unauthorized","message":"Access is denied","innerError":{"request-id":"1"}}}',
    sources: ["service"],
  },
  {
    id: "service-code.invalid-token",
    kind: "token_rejected",
    says: "The service did not accept the token.",
    pattern:
      /\berror:? 40[13]\b.{0,120}\binvalid (?:access|bearer|aad) token\b|\biothubunauthorizedaccess\b|\bpowerbi\w{0,20}\b.{0,300}\b401 \(?unauthorized|401 \(unauthorized\).{0,300}\bpowerbi/,
    unless: /aadsts|credential(?:unavailable| authentication)|github|gitlab|does not have required|permission/,
    answered: true,
    example: "databricks: error 401: invalid access token for /api/2.0/jobs",
    sources: ["service", "powershell"],
  },
  {
    id: "service-code.power-bi",
    kind: "authorization_denied",
    says: "Power BI refused the request: the identity lacks a permission or role.",
    pattern: /\bpowerbi\w{0,20}\b.{0,300}\b403 \(?forbidden|403 \(forbidden\).{0,300}\bpowerbi/,
    unless: /aadsts|credential(?:unavailable| authentication)/,
    answered: true,
    example: "GET https://api.powerbi.com/v1.0/myorg/admin/groups: 403 Forbidden",
    sources: ["service", "powershell"],
  },
  {
    id: "service-code.mailbox",
    kind: "token_rejected",
    says: "The mail server did not accept the token.",
    phrases: ["xoauth2", ["office365", "outlook.", "microsoft exchange"]],
    pattern:
      /\bauthenticate failed|authentication (?:failure|unsuccessful|failed)|\b535\b|login failed|\bno authenticat/,
    unless: /aadsts|google|gmail|\bdisabled\b|5\.7\.139/,
    answered: true,
    example: "XOAUTH2 login at outlook.office365.com: AUTHENTICATE failed",
    sources: ["service"],
  },
];
