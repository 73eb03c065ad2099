import type { FailureKind } from "../kinds.js";

/**
 * Numbered messages of other parties than Entra ID's token service, by kind: `aadb2c90088` of Azure AD B2C, `idw10201` of
 * Microsoft.Identity.Web. The number decides whatever the sentence beside it says.
 *
 * @see https://learn.microsoft.com/azure/active-directory-b2c/error-codes
 * @see https://github.com/AzureAD/microsoft-identity-web/wiki
 */
const NUMBERS: ReadonlyMap<string, FailureKind> = new Map(
  (
    [
      ["redirect_uri_mismatch", "aadb2c90006 aadb2c90007 aadb2c90036 aadb2c90067 aadb2c90287"],
      [
        "malformed_request",
        "aadb2c90008 aadb2c90011 aadb2c90014 aadb2c90043 aadb2c99059 aadb2c90083 aadb2c90084 aadb2c90120 aadb2c90122 aadb2c90168 aadb2c90182 aadb2c90183 aadb2c90184 aadb2c90226 aadb2c90272 aadb2c90279",
      ],
      [
        "invalid_scope_or_resource",
        "aadb2c90010 aadb2c90012 aadb2c90055 aadb2c90107 aadb2c90110 aadb2c90115 aadb2c90117 aadb2c90146 aadb2c99005 idw10103 idw10107 idw10404",
      ],
      [
        "unsupported_grant_or_response",
        "aadb2c90013 aadb2c90057 aadb2c90058 aadb2c90086 aadb2c90224 aadb2c90248 aadb2c99013 aadb2c99015",
      ],
      [
        "invalid_assertion",
        "aadb2c90016 aadb2c90017 aadb2c90209 aadb2c90210 aadb2c90232 aadb2c90233 aadb2c90237 aadb2c90238 aadb2c90239 aadb2c90240",
      ],
      ["assertion_expired", "aadb2c90208 aadb2c90235"],
      ["application_not_found", "aadb2c90018 aadb2c90068 aadb2c90285"],
      ["application_disabled", "aadb2c90092"],
      ["invalid_certificate", "aadb2c90028 aadb2c90220"],
      ["missing_client_credential", "aadb2c90039 aadb2c90079"],
      ["invalid_client_secret", "aadb2c90081"],
      ["service_unavailable", "aadb2c90035 aadb2c90048 aadb2c90085 aadb2c90206"],
      ["session_or_cookie", "aadb2c90046 aadb2c90165 aadb2c90211 aadb2c90212"],
      ["invalid_user_credentials", "aadb2c90052 aadb2c90054 aadb2c90225 aadb2c90118"],
      ["user_not_found", "aadb2c90053 aadb2c90128"],
      ["interaction_required", "aadb2c90077 aadb2c90087 aadb2c90088 aadb2c90091 idw10204 idw10502"],
      ["refresh_token_expired", "aadb2c90080 aadb2c90129"],
      ["account_disabled_or_locked", "aadb2c90111 aadb2c90114"],
      ["mfa_required", "aadb2c90145 aadb2c90151 aadb2c90152 aadb2c90154 aadb2c90155 aadb2c90156"],
      ["consent_required", "aadb2c90205 aadb2c90284"],
      ["throttled", "aadb2c90244"],
      [
        "federation_issue",
        "aadb2c90027 aadb2c90051 aadb2c90075 aadb2c90188 aadb2c90243 aadb2c90255 aadb2c90261 aadb2c90273 aadb2c90289",
      ],
      [
        "tenant_misconfigured",
        "aadb2c90019 aadb2c90021 aadb2c90022 aadb2c90023 aadb2c90025 aadb2c90031 aadb2c90040 aadb2c90044 aadb2c90108 aadb2c90178 aadb2c90194 aadb2c90276 aadb2c90277 aadb2c90288 aadb2c90296 aadb2c99006 aadb2c99011",
      ],
      ["authorization_denied", "idw10201 idw10202 idw10203"],
      ["token_rejected", "idw10303 idw10304 idw10401 idw10403"],
      ["configuration_missing", "idw10104 idw10106 idw10108 idw10207 idw10208 idw10301"],
      ["configuration_invalid", "idw10101 idw10102 idw10105 idw10405 idw10503 idw10703"],
      ["certificate_unusable", "idw10701"],
    ] satisfies readonly (readonly [FailureKind, string])[]
  ).flatMap(([kind, numbers]) => numbers.split(" ").map((number) => [number, kind] as const)),
);

const NUMBER = /\b(?:aadb2c|idw)\d{5}\b/g;

/**
 * The kind that a numbered message of Azure AD B2C or Microsoft.Identity.Web stands for.
 *
 * @param plain - plain text
 * @returns that of the first known number; `undefined` where there is none
 * @internal
 */
export function kindOfNumber(plain: string): FailureKind | undefined {
  for (const [number] of plain.matchAll(NUMBER)) {
    const kind = NUMBERS.get(number);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
