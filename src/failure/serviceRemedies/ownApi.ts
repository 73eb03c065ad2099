import { anyOf } from "../anyOf.js";
import type { Service } from "./service.js";

const PROTECTED =
  "https://learn.microsoft.com/entra/identity-platform/scenario-protected-web-api-verification-scope-app-roles";
const EXPOSE = "https://learn.microsoft.com/entra/identity-platform/quickstart-configure-app-expose-web-apis";

/**
 * A bot, which Bot Framework calls with a token of its own.
 *
 * @internal
 */
export const BOT: Service = {
  name: "bot",
  shows: /botframework|bot framework|onturnerror|\/api\/messages|jwttokenvalidation|invalid appid passed/,
  token_rejected: [
    {
      remedies: [
        {
          action:
            "Check that MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId of the bot are those of its Azure Bot resource, and that its secret is right.",
          url: "https://learn.microsoft.com/azure/bot-service/bot-service-troubleshoot-authentication-problems",
        },
      ],
    },
  ],
};

/**
 * An API of one's own, told by the library that validates its tokens.
 *
 * @internal
 */
export const OWN_API: Service = {
  name: "own-api",
  shows: anyOf(
    /\bid[wx]\d{5}\b/,
    /jwtbearer/,
    /microsoft\.identitymodel/,
    /strategy\.prototype/,
    /azuread: bearer/,
    /passport-azure/,
    /bad ?jwt/,
    /nimbus/,
    /scp or roles claim/,
    /none of the scopes/,
    /jwt audience/,
    /jwt aud claim/,
    /\boidc:/,
    /api:\/\//,
    /microsoft\.identity\.web/,
    /\bjwt\b/,
    /azure-api\.net/,
    /easyauth/,
    /refused by the api/,
    /token issuer mismatch/,
    /auth\/azure\/login/,
    /s2s1\d{4}/,
  ),
  authorization_denied: [
    {
      remedies: [
        {
          action:
            "Check which scope (scp) or app role (roles) the API asks for, and that the client asks for it: api://…/.default with an app role where no user signs in, the scope itself where one does.",
          url: PROTECTED,
        },
        {
          action: "Grant it to the client and consent to it; then get a new token.",
          url: EXPOSE,
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: /expired|lifetime/,
      remedies: [
        {
          action:
            "Have the client get a new token for each request from its credential or MSAL, which renew it in time, instead of keeping one.",
          url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
        },
        {
          action: "Compare the clocks of the client, the API and the time that the message names.",
          command: "date -u",
          url: "https://learn.microsoft.com/azure/virtual-machines/linux/time-sync",
        },
      ],
    },
    {
      when: /issuer|\biss\b|different provider|tenant/,
      remedies: [
        {
          action:
            "Have the API trust the issuer that the message names, or get the token from the tenant it trusts. sts.windows.net means a v1.0 token, login.microsoftonline.com/…/v2.0 a v2.0 token: the API’s registration decides (requestedAccessTokenVersion).",
          url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
        },
      ],
    },
    {
      when: /audience|\baud\b/,
      remedies: [
        {
          action:
            "Have the client ask for the scope of this API (api://…/.default), not that of Microsoft Graph or another.",
          url: EXPOSE,
        },
        {
          action:
            "Have the API accept the audience that its tokens carry: the client id in a v2.0 token, the application id URI in a v1.0 token.",
          url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
        },
      ],
    },
    {
      when: /signature|signing key|keys tried/,
      remedies: [
        {
          action: "Check that the token is for this API: one for Microsoft Graph cannot be validated by anybody else.",
          url: "https://learn.microsoft.com/entra/identity-platform/access-tokens",
        },
        {
          action:
            "Have the API read the keys from the authority that issued the token, and read them anew when they change.",
          url: "https://learn.microsoft.com/entra/identity-platform/signing-key-rollover",
        },
      ],
    },
  ],
};
