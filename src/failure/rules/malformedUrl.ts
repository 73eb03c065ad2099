import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/** How the runtimes of the languages say that an address cannot be read. */
const UNREADABLE = oneOf(
  "invalid port(?: number)?\\b",
  "invalid control character in ur[il]",
  "first path segment in ur[il]",
  "missing protocol scheme",
  "invalid ur[il] escape",
  "malformedurlexception",
  "urisyntaxexception",
  "\\bmissingschema\\b",
  "no scheme supplied",
  "\\binvalid ?(?:ur[il]|schema)\\b",
  "uriformatexception",
  "err_invalid_url",
  "relative ur[il] without a base",
  "unsupported protocol scheme",
  "no connection adapters were found",
  "no host (?:supplied|in request ur[il])",
  "\\bempty (?:host|ur[il])\\b",
  "failed to parse url",
  "unknown url type",
  "bad\\/illegal format",
);

/**
 * Addresses of the authority, and of whoever gives the token that is presented there, that cannot be read. Before the
 * rules of answers and of the network: no request was sent.
 *
 * @internal
 */
export const MALFORMED_URL_RULES: readonly Rule[] = [
  {
    // What is left of the address where its variable is empty.
    id: "url.of-pipeline-empty",
    kind: "configuration_missing",
    says: "The address that the pipeline's ID token is asked for at is empty.",
    phrases: [["audience=", "serviceconnectionid=", "id_token_request_url", "oidcrequesturi"]],
    pattern: new RegExp(
      `(?:["' ](?:undefined|none|null)?[?&](?:audience|api-version)=|parse "").{0,200}${UNREADABLE}|${UNREADABLE}.{0,20}["' ](?:undefined|none|null)?[?&](?:audience|api-version)=`,
    ),
    unless: /aadsts/,
    example:
      'githubAssertion: cannot request token: Get "?audience=api%3A%2F%2FAzureADTokenExchange": unsupported protocol scheme ""',
    sources: ["terraform", "go", "node"],
    remedies: [
      {
        action:
          "Set the address that ID tokens are asked for at: in GitHub Actions the permission id-token: write sets ACTIONS_ID_TOKEN_REQUEST_URL, Azure Pipelines sets SYSTEM_OIDCREQUESTURI.",
        url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/service_principal_oidc",
      },
    ],
  },
  {
    id: "url.of-issuer-empty",
    kind: "configuration_missing",
    says: "The address of the issuer is empty.",
    pattern: anyOf(
      /['" ]\/\.well-known\/openid-configuration['"]?: (?:unsupported protocol scheme ['"]{2}|no host in request)/,
      /\bissuer(?: ur[il])? is (?:empty|blank|not set|missing)\b.{0,80}(?:openid|oidc|azure)/,
      /(?:openid|oidc|azure)\b.{0,40}\bissuer(?: ur[il])? is (?:empty|blank|not set|missing)\b/,
    ),
    unless: /aadsts|federated/,
    example: "azure connector: issuer URL is empty, openid configuration cannot be fetched",
    sources: ["go", "service"],
  },
  {
    id: "url.of-authority",
    kind: "configuration_invalid",
    says: "The address of the authority or of its token endpoint cannot be read.",
    phrases: [
      [
        "login.microsoftonline",
        "login.windows",
        "login.chinacloudapi",
        "login.partner",
        "authority",
        "oauth2/",
        "sts.windows",
        "openid-configuration",
      ],
    ],
    pattern: new RegExp(UNREADABLE),
    unless:
      /aadsts|redirect|in authority at index|has been configured|not viewable|\binvalid_(?:client|grant|request|scope)|key ?vault url/,
    example:
      'could not parse path URL(https://login.contoso.com:44x/adfs/oauth2/token): parse "https://login.contoso.com:44x/adfs/oauth2/token": invalid port ":44x" after host',
    sources: ["go", "java", "python", "net", "node", "rust"],
    remedies: [
      {
        action:
          "Correct the authority host or tenant: an absolute https address without blanks, line ends or placeholders, such as https://login.microsoftonline.com.",
        url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
      },
    ],
  },
];
