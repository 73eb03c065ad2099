import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

const NAME = "['\"(]{0,2}(?:identity|msi|imds)_(?:endpoint|header|secret)['\"\\])]{0,3}";

/**
 * Variables by which a host tells of its identity endpoint, as programs say of their own look-ups.
 *
 * @internal
 */
export const HOST_VARIABLE_RULES: readonly Rule[] = [
  {
    id: "host-variable.absent",
    kind: "managed_identity_not_configured",
    says: "The environment variables of a managed identity endpoint are not set for this process, or not all of them.",
    phrases: [["identity_", "msi_", "imds_"]],
    pattern: anyOf(
      `${NAME}:? (?:=> null|-> keyerror|unbound variable|(?:environment )?(?:variable )?(?:is |was )?(?:nowhere|must be (?:set|defined|present)|needs to be)|(?:was |is |were |are )?not (?:be )?(?:in|found|there|available)\\b|(?:does|do)(?:n't| not) exist|has no value|(?:is|was|are|returned|returns) (?:null|none|nil|nothing|undefined|empty|blank))`,
      `(?:unable to|could not|couldn't|cannot|can't|failed to) (?:find|read|get|locate|load|look up) (?:the )?(?:environment |env |required )?(?:variables? |vars? )?${NAME}(?! (?:at|url|with|:))`,
      `missing (?:the )?(?:required )?(?:environment variables?|env(?:ironment)? ?vars?|app(?:lication)? ?settings?):? ${NAME}`,
      `(?:undefined|unset|unknown) (?:environment |env )?(?:variable|var) ${NAME}`,
      `cannot be null.{0,20}\\(parameter ${NAME}`,
      `neither ${NAME} nor ${NAME} (?:exists?|is|are|was)`,
      `undefined (?:index|array key|offset|variable):? \\$?${NAME}`,
      `keyerror:? ${NAME}(?:$| (?:at|in)\\b)`,
      `getenv\\(${NAME}:? (?:must not|cannot|should not|can't) be null`,
      `expected ${NAME} in (?:the )?environment`,
      `keyerror: ['"](?:identity|msi|imds)_(?:endpoint|header|secret)['"]`,
    ),
    unless: /malformed|invalid|aadsts|credential authentication failed|attempted credentials/,
    example: "ValueError: Environment variable MSI_ENDPOINT doesn't exist",
    sources: ["python", "net", "js"],
  },
  {
    id: "host-variable.malformed",
    kind: "configuration_invalid",
    says: "An environment variable holds something that is no valid URL where a URL belongs.",
    pattern:
      /invalid ur[il] for environment variable ['"]?(?:azure|aad|identity|msi|imds|system_oidc|system_team|actions_id_token|arm)_?\w{0,40}|\b(?:azure_authority_host|identity_endpoint|msi_endpoint|imds_endpoint|azure_pod_identity_authority_host|system_oidcrequesturi|actions_id_token_request_url)\b.{0,60}(?:relative url without a base|parseerror|invalid (?:port|ip\w{0,2}|domain|international|uri|url)\b|empty host|missing scheme|first path segment|unsupported protocol scheme)/,
    unless: /aadsts/,
    example: "credential: invalid URL for environment variable IDENTITY_ENDPOINT: ParseError(EmptyHost)",
    sources: ["rust", "go"],
  },
];
