import type { Rule } from "./rule.js";

/**
 * Where a federated token was to come from: which settings name no source of it, and which sources gave none.
 *
 * @internal
 */
export const FEDERATED_SOURCE_RULES: readonly Rule[] = [
  {
    id: "federated-source.none-named",
    kind: "configuration_missing",
    pattern:
      /\b(?:actions_id_token_request_(?:url|token)|system_oidcrequesturi|arm_oidc_request_(?:url|token))\b.{0,80}(?:(?:have|has|must|need|needs) (?:to )?(?:both )?be (?:set|provided|given)|(?:not|isn't|aren't) (?:set|defined|provided)|must both be set)|azure_federated_token_file (?:has|have|must|needs?) (?:to )?be (?:set|given|provided)|(?:federated token file|azure_federated_token_file) (?:needs?|has|have) to be (?:given|provided|set)/,
    unless: /aadsts|no such file|cannot find|getidtoken|unable to get/,
    example:
      "either ACTIONS_ID_TOKEN_REQUEST_TOKEN and ACTIONS_ID_TOKEN_REQUEST_URL environment variables have to be set or federated token file has to be provided",
    sources: ["kubelogin", "azure-cli"],
  },
  {
    id: "federated-source.callback",
    kind: "assertion_unavailable",
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
    phrases: [["azure", "entra", "clientassertion", "federat"]],
    pattern:
      /(?:could not|couldn't|unable to|failed to|cannot|can't|error) (?:get|fetch|obtain|retriev|request|read|acquir)(?:e|ing|ting)? (?:an? |the )?(?:\w{2,10} ){0,3}?(?:identity token|web identity token|jwt-svid).{0,80}(?:google|gcp|gce|aws|spire|metadata server|cognito)/,
    unless: /aadsts|login\.microsoftonline/,
    example: "failed to get identity token from google metadata server for Azure federation",
    sources: ["go"],
  },
];
