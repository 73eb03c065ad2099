import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What Entra ID writes beside its AADSTS numbers about users: their passwords, factors, devices, consent and sign-ins.
 *
 * @internal
 */
export const PERSON_RULES: readonly Rule[] = [
  {
    id: "entra.refresh-token-in-words",
    kind: "refresh_token_expired",
    pattern: anyOf(
      /refresh[ _]token .{0,60}(?:expired|revoked|no longer valid)/,
      /(?:expired|revoked) refresh[ _]token/,
      /grant (?:is|has|was) (?:been )?(?:expired|revoked)/,
      /(?:stored |cached )?(?:credentials|sign-?in|log-?in) (?:have|has) expired.{0,40}(?:re-?authenticate|sign|log)/,
      /grant has (?:been )?expired due to it being revoked/,
      /(?:credentials|session).{0,20} ha(?:ve|s) expired due to inactivity/,
      /valid refresh token was not found/,
      /fresh auth token is needed/,
    ),
    answered: true,
    example: "The refresh token has expired due to inactivity.",
    sources: ["service"],
  },
  {
    id: "entra.mfa-in-words",
    kind: "mfa_required",
    pattern: anyOf(
      /(?:must|need to|required to) (?:use|enroll in|perform) multi-?factor/,
      /multi-?factor authentication (?:is |was )?(?:required|needed|has expired)/,
      /strong authentication is required/,
      /second (?:authentication )?factor (?:is )?(?:required|needed|missing)/,
      /(?:asks? for|needs?|requires?) a second (?:authentication )?factor/,
      /\bmfa (?:is )?required/,
    ),
    unless: /claims|installed version/,
    answered: true,
    example:
      "Due to a configuration change made by your administrator, you must use multi-factor authentication to access",
    sources: ["service"],
  },
  {
    id: "entra.declined-scopes",
    kind: "consent_required",
    says: "Some of the scopes that were asked for were not granted; the message names them.",
    pattern: /\bdeclined scopes are present\b|\bscopes? (?:was|were) declined\b/,
    unless: /aadsts/,
    answered: true,
    example: "token response failed because declined scopes are present: https://graph.microsoft.com/Mail.Read",
    sources: ["msal", "go"],
    remedies: [
      {
        action:
          "Have the permissions that the message names consented to: by the user in an interactive sign-in, or by an administrator for all.",
        command: "az ad app permission admin-consent --id <client-id>",
        url: "https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent",
      },
      { action: "Or ask without them, where the program can do without." },
    ],
  },
  {
    id: "entra.consent-in-words",
    kind: "consent_required",
    pattern: anyOf(
      /has not consented to use the application/,
      /needs? (?:admin )?permission to access resources/,
      /admin(?:istrator)? (?:consent|approval) is (?:required|needed)/,
      /has no consent\b/,
      /no consent (?:was |has been )?(?:given|granted)/,
      /consent (?:is |was )?(?:required|missing|not granted|has not been given)/,
      /not been granted consent/,
      /not granted consent/,
      /declined scopes/,
      /scopes? (?:was|were) declined/,
    ),
    answered: true,
    example: "The user or administrator has not consented to use the application with ID '1111'.",
    sources: ["service"],
  },
  {
    id: "entra.password-in-words",
    kind: "invalid_user_credentials",
    phrases: [
      [
        "azure",
        "entra",
        "microsoft",
        "adal",
        "msal",
        "usernamepassword",
        "b2c",
        "invalid_grant",
        "validating credentials",
      ],
    ],
    pattern:
      /(?:invalid|wrong|bad) user ?name or password|user ?name or password (?:is |are |was |provided )?.{0,30}(?:invalid|incorrect|wrong)|incorrect user ?name or password/,
    answered: true,
    example: "Error validating credentials due to invalid username or password.",
    sources: ["service"],
  },
  {
    id: "entra.password-expired-in-words",
    kind: "password_expired",
    phrases: [["azure", "entra", "microsoft", "adal", "msal", "aad"]],
    pattern: /\bpassword (?:of |for )?.{0,60}(?:has |is )expired|expired (?:user )?password/,
    unless: /secret|database|\bsql\b|\bssh\b|\bldap|\bpfx|aadsts/,
    answered: true,
    example: "Entra ID: the password of ada@contoso.example has expired",
    sources: ["service"],
  },
  {
    id: "entra.conditional-access-in-words",
    kind: "conditional_access_blocked",
    pattern:
      /blocked by (?:a )?conditional access|conditional access polic\w{1,5} .{0,60}(?:block|forbid|den)|access has been blocked by|not supported through conditional access|access policy does not allow token issuance/,
    answered: true,
    example: "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
    sources: ["service"],
  },
  {
    id: "entra.device-in-words",
    kind: "device_not_compliant",
    pattern:
      /device is not in required device state|device (?:must be|is not) (?:compliant|managed)|requires? (?:a )?(?:compliant|managed) device|device is not (?:domain|hybrid|entra|azure ad) ?-?(?:joined|registered)/,
    answered: true,
    example: "Device is not in required device state: compliant.",
    sources: ["service"],
  },
  {
    id: "entra.account-in-words",
    kind: "account_disabled_or_locked",
    // Any site locks accounts.
    phrases: [["user account", "azure", "entra", "aad", "microsoft", "adal", "msal"]],
    pattern: /user account (?:is|has been) (?:disabled|locked|blocked)|account is locked/,
    answered: true,
    example: "The user account is disabled.",
    sources: ["service"],
  },
  {
    id: "entra.guest-in-words",
    kind: "guest_or_b2b_issue",
    pattern: /user account .{1,160}does(?:n't| not) exist in (?:the )?tenant/,
    answered: true,
    example: "User account 'a@live.example' from identity provider 'live.com' does not exist in tenant 'Contoso'",
    sources: ["service"],
  },
  {
    id: "entra.user-in-words",
    kind: "user_not_found",
    pattern:
      /user (?:account )?.{0,100}does(?:n't| not) exist in (?:the |this )?(?:\w{1,30} )?directory|\buser .{1,80}(?:was |could )?not (?:be )?found in (?:the )?(?:directory|tenant)/,
    answered: true,
    example: "The user account ada@contoso.example does not exist in the Contoso directory.",
    sources: ["service"],
  },
];
