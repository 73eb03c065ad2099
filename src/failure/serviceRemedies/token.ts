import { anyOf } from "../anyOf.js";
import { ACCESS_TOKENS, DEFAULT_SCOPE } from "./pages.js";
import type { ServiceCase } from "./service.js";

const CLOCK_PAGE = "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync";
const TENANTS = 'az account list --all --query "[].{subscription:id,tenant:tenantId}" -o table';

const SCOPE = [
  { action: "Ask for a token of this service: the scope is <scope>, in the cloud of the service.", url: DEFAULT_SCOPE },
  { action: "Ask for a token of this very service and cloud: its own identifier with /.default.", url: DEFAULT_SCOPE },
];
const TENANT = {
  action: "Check that the token comes from the tenant that the resource trusts.",
  command: TENANTS,
  url: ACCESS_TOKENS,
};

/**
 * What to do about a token that a service refuses, by what it says is wrong with it.
 *
 * @internal
 */
export const TOKEN_CASES: readonly ServiceCase[] = [
  {
    when: anyOf(
      /wrong issuer/,
      /invalid ?issuer/,
      /issuer (?:validation|is invalid|did not)/,
      /invalid issuer/,
      /wrong tenant/,
      /tokentenant/,
      /tenant name/,
      /\(iss\)/,
      /not trusted/,
      /issued by a different/,
      /(?:issuer|tenant|\biss) .{0,90}?(?:does not match|mismatch)/,
      /issuer mismatch/,
      /tenant mismatch/,
      /unexpected tenant/,
      /颁发者/,
    ),
    remedies: [
      [
        {
          action:
            "Get the token from tenant <expected-tenant>, which the resource trusts, instead of <found-tenant>: set the tenant id of the credential (AZURE_TENANT_ID).",
          command: TENANTS,
          url: ACCESS_TOKENS,
        },
        {
          action:
            "Get the token from the tenant of the resource: set the tenant id of the credential (AZURE_TENANT_ID).",
          command: TENANTS,
          url: ACCESS_TOKENS,
        },
      ],
    ],
  },
  {
    when: anyOf(
      /(?:header|token|jwt) (?:is |was )?(?:missing(?!,| or)|empty|not (?:present|supplied|sent|provided|found))/,
      /missing (?:the )?(?:access |bearer )?token/,
      /missing (?:an? )?authorization/,
      /not contain an? ?authorization/,
      /no (?:bearer |access |authentication )?token/,
      /no authorization header/,
      /credential was not sent/,
      /must contain one of the following authorization/,
      /noauthenticationinformation/,
    ),
    remedies: [
      {
        action:
          "Send an access token with the request: none arrived. Pass the credential to the client, and check that no redirect, proxy or wrong option drops the Authorization header.",
        url: ACCESS_TOKENS,
      },
      SCOPE,
    ],
  },
  {
    when: /audience|\baud\b|wrong resource/,
    remedies: [
      SCOPE,
      {
        action:
          "Let the client of the SDK ask for it, or set its audience: a scope of one’s own often belongs to another service.",
        url: DEFAULT_SCOPE,
      },
    ],
  },
  {
    when: /expired|expiry|lifetime validation|no longer valid/,
    remedies: [
      {
        action:
          "Give the client the credential, or ask it for a token before each request, instead of keeping a token: it lasts about an hour.",
        url: ACCESS_TOKENS,
      },
      { action: "If the token was new, check the clock of the machine.", command: "date -u", url: CLOCK_PAGE },
    ],
  },
  {
    when: /not (?:well )?formed|malformed|no dots|invalid format|correct format|compacttoken|unsupported type|cannot parse|invalid ?signature|signature validation|invalid token format/,
    remedies: [
      {
        action:
          "Send the access token whole and unchanged, as `Authorization: Bearer …`: no id token, no quotes, nothing cut off.",
        url: ACCESS_TOKENS,
      },
      SCOPE,
    ],
  },
  {
    remedies: [
      SCOPE,
      TENANT,
      {
        action: "Check that the token was not kept past its end, and that the clock of the machine is right.",
        command: "date -u",
        url: CLOCK_PAGE,
      },
    ],
  },
];
