import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Refusals that have to do with the directory and have no number of Entra ID: guests, devices, applications that are not
 * there, mailboxes that may not be used.
 *
 * @internal
 */
export const DIRECTORY_REFUSAL_RULES: readonly Rule[] = [
  {
    id: "directory.guest",
    kind: "guest_or_b2b_issue",
    says: "Guests are not let in.",
    pattern:
      /\bguest users? (?:(?:is|are|was|were) )?(?:denied|not allowed|not permitted|blocked|refused|rejected|forbidden)|\bguests? (?:accounts? )?(?:is|are|was|were) (?:denied|not allowed|not permitted|blocked|refused|rejected|forbidden)\b.{0,40}(?:tenant|sign|log|access)/,
    unless: /aadsts|wi-?fi|virtual ?machine|guest ?os|anonymous|rabbitmq|invite/,
    answered: true,
    example: "fastapi_azure_auth: Guest users not allowed",
    sources: ["python", "service"],
  },
  {
    id: "directory.device",
    kind: "device_not_compliant",
    says: "The device has to be managed or compliant, and it is not.",
    pattern: anyOf(
      /(?:admin\w{0,10}|organi[sz]ation|company|policy) requires? (?:the |your |this |that )?devices? .{0,60}\b(?:managed|compliant|enrolled|registered|joined)\b/,
      /only be accessed from devices .{0,60}(?:managed|compliant|enrolled|registered|joined)\b/,
      /(?:this|the|your) device (?:must|has to|needs to) be (?:managed|compliant|enrolled|registered|joined) .{0,80}(?:sign|log ?in|access|resource)/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "Company policy requires this device to be enrolled in Intune before signing in",
    sources: ["service"],
  },
  {
    id: "directory.application",
    kind: "application_not_found",
    says: "The directory holds no application of this ID.",
    pattern: anyOf(
      /\b(?:app|application|app registration|application registration)s? with (?:app ?id|client ?id|(?:the )?(?:application |client )?id) .{1,80}(?:not found|not be found|(?:does not|doesn't) exist) in (?:the |this |your )?(?:microsoft )?(?:entra|azure ad\b|aad\b|azure active directory|tenant|directory)/,
      /\bno (?:(?:entra|azure) (?:id |ad )?)?(?:app|application)(?: registration)? (?:was |is )?(?:found |exists )?with (?:app ?id|client ?id|id)\b.{0,80}(?:found|exists|\bin\b|entra|azure|$)/,
      /\bapp(?:lication)? registration (?:for|with|of) (?:app ?id|client ?id|id) .{1,80}not be (?:found|located)/,
    ),
    unless: /aadsts|app ?catalog|teams/,
    answered: true,
    example: "Error: App with appId '9bc3ab49' not found in Microsoft Entra ID.",
    sources: ["service", "azure-cli"],
  },
  {
    id: "directory.basic-authentication",
    kind: "policy_or_license",
    says: "SMTP with a user name and a password or a token is disabled for the tenant or the mailbox.",
    pattern:
      /smtpclientauthentication is disabled for the (?:tenant|mailbox|user)|aka\.ms\/smtp_auth_disabled|\b5\.7\.139\b.{0,120}\bdisabled\b|smtp auth(?:entication)? is disabled for the tenant/,
    answered: true,
    example: "SMTP AUTH is disabled for the tenant, see https://aka.ms/smtp_auth_disabled",
    sources: ["service"],
  },
];
