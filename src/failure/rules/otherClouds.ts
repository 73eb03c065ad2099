import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * How the workloads of other clouds and of vaults ask for their tokens.
 *
 * @internal
 */
export const OTHER_CLOUD_RULES: readonly Rule[] = [
  {
    id: "other-cloud.token",
    kind: "not_authentication",
    pattern: anyOf(
      /identitybindingtoken/,
      /idbindtoken/,
      /\bgcp secret ?manager/,
      /\biam\.serviceaccounts\./,
      /iamcredentials/,
      /permission 'iam\./,
      /\boci\b.{0,60}(?:security token|instance principal|federation)/,
      /instanceprincipals?delegation/,
      /\/v1\/auth\/(?:kubernetes|jwt|approle|userpass|gcp|aws)\/login/,
      /unable to log in (?:to auth method|with (?:kubernetes|approle|jwt) auth)/,
      /(?<!key )\bvault token\b/,
      /errors: \* (?:missing client token|permission denied|invalid role)/,
      /iam role must be associated/,
      /instance metadata.{0,60}(?:ec2|gce)\b/,
      /(?:ec2|gce|ecs) (?:instance |container )?(?:metadata|credentials)/,
    ),
    unless:
      /azure (?:ad|key|cli|managed|workload|credential)|azuread|aadsts|microsoft|clientassertion|169\.254\.169\.254\/metadata\/identity/,
    example:
      "could not get provider client: failed to create GCP secretmanager client: could not get idbindtoken token, status: 404",
    sources: ["service"],
  },
  {
    id: "other-cloud.host-account",
    kind: "not_authentication",
    pattern:
      /\bpam_\w{3,20}\(|\bsudo: |failed to look up user based on cookie|look ?up session by token|fail2ban|sshd\[\d{1,7}\]/,
    unless: /azure (?:ad|arc)|azuread|aad|entra\b|login\.microsoft|himds/,
    example: "pam_unix(sshd:auth): authentication failure; logname= uid=0 rhost=10.0.0.5 user=root",
    sources: ["service"],
  },
  {
    id: "other-cloud.registry",
    kind: "not_authentication",
    pattern:
      /(?:get|head) ['"]?https?:\/\/[^ '"]{1,200}\/v2\/[^ '"]{0,160}['"]?: (?:unauthorized|denied|no basic auth)|pull access denied for|requested access to the resource is denied/,
    unless:
      /azurecr\.io|aka\.ms\/acr|aadsts|az acr|managed ?identity|acrpull|kubelet identity|azure container registry/,
    example: "Get https://registry.corp.example/v2/team/base/manifests/1.0: unauthorized: authentication required",
    sources: ["service"],
  },
];
