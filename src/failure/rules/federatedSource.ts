import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Where a federated token was to come from: which settings name no source of it, and which sources gave none.
 *
 * @internal
 */
export const FEDERATED_SOURCE_RULES: readonly Rule[] = [
  {
    id: "federated-source.variable-absent",
    kind: "configuration_missing",
    says: "The environment variable through which the pipeline hands out its ID token is not set.",
    pattern:
      /(?:unable to (?:get|find|read)|could not (?:get|find|read)|couldn't (?:get|find|read)|failed to (?:get|find|read)|missing|no|undefined|empty|keyerror:|lacks|without) (?:(?:the|value|for|env|environment|variable|var|of|\w{2,12}) ){0,4}['"`]?(?:actions_id_token_request_(?:url|token)|system_oidcrequesturi)\b(?! (?:returned|answered))|\b(?:actions_id_token_request_(?:url|token)|system_oidcrequesturi)\b['"`]? (?:(?:env|environment|variable|var) ){0,2}(?:(?:is|was|are) )?(?:not (?:set|found|defined|there|present|available|provided)|missing|empty|undefined|unset|absent|must be set|isn't (?:set|defined|there))/,
    unless: /aadsts|\b(?:40[0134]|429|50\d)\b/,
    example: "Error: Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable",
    sources: ["js", "terraform", "azd"],
    remedies: [
      {
        action: "Let the job ask for an OIDC token: add permissions id-token: write to the workflow or the job.",
        url: "https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure",
      },
      {
        action:
          "A pull request from a fork and a reusable workflow without that permission of its caller never get one.",
        url: "https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure",
      },
    ],
  },
  {
    id: "federated-source.elsewhere",
    kind: "assertion_unavailable",
    says: "The request to the service that should issue the assertion failed.",
    phrases: ["clientassertioncredential: "],
    pattern:
      /clientassertioncredential: (?:get|post) "https?:\/\/(?!login\.|sts\.|169\.|[^/]{0,80}(?:microsoft|azure|windows\.net))[^ "]{3,200}": (?:dial|eof|read|tls|x509|net\/http|context|proxyconnect|remote|http2|stopped)/,
    unless: /aadsts/,
    example:
      'ClientAssertionCredential: Get "https://idp.example/token": dial tcp 10.3.1.9:443: connect: no route to host',
    sources: ["go"],
  },
  {
    id: "federated-source.while-building",
    kind: "assertion_unavailable",
    says: "The assertion could not be built or fetched.",
    phrases: [
      [
        "azure",
        "entra",
        "token",
        "federat",
        "sts ",
        "oidc",
        "client assertion",
        "jwt",
        "credential",
        "assertion provider",
      ],
    ],
    pattern: anyOf(
      /no (?:client |federated )?assertion for (?:azure|entra)/,
      /(?:failed|failure|error|refused|crashed|timed out|denied).{0,40} (?:while|when|during) (?:building|creating|getting|fetching|making|preparing|minting|requesting) (?:the |an? |our )?(?:\w{2,12} )?assertion/,
      /(?:building|creating|getting|fetching|making|preparing|minting|requesting) (?:the |an? )?(?:client |federated |jwt )?assertion (?:has )?failed/,
      /assertion (?:provider|source|supplier|function) (?:has )?(?:crashed|failed|threw|panicked)/,
    ),
    unless: /aadsts|assertionerror|assertion tree|\bsaml\b|\bokta\b(?!.{0,80}(?:azure|entra))|test|private key/,
    example: "sts get-caller-identity failed while building assertion",
    sources: ["go", "python", "java"],
  },
  {
    id: "federated-source.none-named",
    kind: "configuration_missing",
    says: "The environment variables that lead to the federated token are not set.",
    pattern: anyOf(
      /\b(?:actions_id_token_request_(?:url|token)|system_oidcrequesturi|arm_oidc_request_(?:url|token))\b.{0,80}(?:(?:have|has|must|need|needs) (?:to )?(?:both )?be (?:set|provided|given)|(?:not|isn't|aren't) (?:set|defined|provided)|must both be set)/,
      /azure_federated_token_file (?:has|have|must|needs?) (?:to )?be (?:set|given|provided)/,
      /(?:federated token file|azure_federated_token_file) (?:needs?|has|have) to be (?:given|provided|set)/,
    ),
    unless: /aadsts|no such file|cannot find|getidtoken|unable to get/,
    example:
      "either ACTIONS_ID_TOKEN_REQUEST_TOKEN and ACTIONS_ID_TOKEN_REQUEST_URL environment variables have to be set or federated token file has to be provided",
    sources: ["kubelogin", "azure-cli"],
  },
  {
    id: "federated-source.callback",
    kind: "assertion_unavailable",
    says: "The application could not get the external token that its assertion is made from.",
    phrases: ["clientassertioncredential"],
    pattern:
      /clientassertioncredential: (?!.{0,60}(?:aadsts|invalid_client|login\.microsoftonline)).{0,80}(?:could not|couldn't|unable to|failed|failure|cannot|can't|error|denied|not found).{0,120}(?:\bsts\b|\bgcp\b|google|metadata|\baws\b|cognito|web identity|caller-identity|github|spiffe|spire|svid|vault|okta|oidc|openid|id[- ]token|identity[ /])/,
    unless: /aadsts|login\.microsoftonline/,
    example:
      'ClientAssertionCredential: sts: could not fetch GCP identity token: metadata: GCE metadata "instance/service-accounts/default/identity" not defined',
    sources: ["go", "js"],
  },
  {
    id: "federated-source.other-cloud",
    kind: "assertion_unavailable",
    says: "The other cloud gave no identity token.",
    phrases: [["azure", "entra", "clientassertion", "federat"]],
    pattern:
      /(?:could not|couldn't|unable to|failed to|cannot|can't|error) (?:get|fetch|obtain|retriev|request|read|acquir)(?:e|ing|ting)? (?:an? |the )?(?:\w{2,10} ){0,3}?(?:identity token|web identity token|jwt-svid).{0,80}(?:google|gcp|gce|aws|spire|metadata server|cognito)/,
    unless: /aadsts|login\.microsoftonline/,
    example: "failed to get identity token from google metadata server for Azure federation",
    sources: ["go"],
  },
];
