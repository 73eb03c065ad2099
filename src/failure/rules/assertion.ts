import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { PROGRAM_ASSERTS } from "./vocabulary.js";

/**
 * What became of asking for an external token, before what the network or the service said of it.
 *
 * @internal
 */
export const ASSERTION_FIRST_RULES: readonly Rule[] = [
  {
    id: "assertion.callback",
    kind: "assertion_unavailable",
    says: "The application's own function that should provide the assertion failed.",
    pattern:
      /(?:get_?assertion|assertion (?:callback|provider|func\w{0,6}|factory|supplier|delegate)|assertioncredential: (?:callback|provider))\b.{0,60}(?:fail|threw|thrown|raised|rejected|returned|error|panick)/,
    unless: /aadsts/,
    example: "getAssertion callback failed with: ECONNRESET",
    sources: ["js", "python", "net", "go"],
  },
  {
    id: "assertion.pipeline",
    kind: "assertion_unavailable",
    says: "The OIDC token of the pipeline, job or cluster could not be had.",
    pattern: anyOf(
      /(?:oidc|id[-_ ]token|token) (?:token )?(?:endpoint|request|url) of the (?:pipeline|job|workflow|runner)/,
      /\b[45]\d\d (?:\(\w{4,20}\) )?response from the oidc endpoint/,
      /oidc (?:token )?(?:endpoint|provider|issuer url|request) (?:answered|replied|responded|gave|sent|returned)/,
      /oidc token (?:is |was )?(?:un|not )available/,
      /could not mint .{0,20}id[-_ ]?token/,
      /id-token permission/,
      /no id[-_ ]?token (?:is |was )?(?:available|issued|returned|found|present)/,
      /tokenrequest api/,
      /createtoken.{0,40}service ?account/,
      /ci_job_jwt.{0,40}(?:no|not|missing|empty)/,
    ),
    unless: /aadsts/,
    example: "AzurePipelinesCredential : 401 response from the OIDC endpoint. TF400813: The user '' is not authorized",
    sources: ["cpp", "js", "go"],
  },
];

/**
 * External tokens that were to be presented to Entra ID.
 *
 * @internal
 */
export const ASSERTION_RULES: readonly Rule[] = [
  {
    id: "assertion.oidc-answer",
    kind: "assertion_unavailable",
    says: "The OIDC endpoint of the pipeline gave no token.",
    pattern:
      /null token from oidc|oidc_?token field not detected|oidc token not found|(?:response|status) from (?:the )?oidc|oidc (?:token )?(?:endpoint|request) (?:failed|returned)/,
    example:
      "401 (Unauthorized) response from the OIDC endpoint. Check service connection ID and Pipeline configuration",
    sources: ["js", "go", "python", "net"],
    remedies: [
      {
        action:
          "Read the response in the message: 401 asks for another System.AccessToken, a refused api-version for a newer package, 404 for the right service connection id.",
        url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
      },
      {
        action: "Map System.AccessToken into the step, and give the id of the service connection, not its name.",
        url: "https://aka.ms/azsdk/js/identity/azurepipelinescredential/troubleshoot",
      },
    ],
  },
  {
    id: "assertion.of-terraform",
    kind: "assertion_unavailable",
    says: "The external token could not be had from where it is issued or kept.",
    pattern:
      /\b(?:ado ?(?:pipelines?)?|pipelines?|oidc|file|gitlab|circleci|bitbucket|tfc)assertion: .{0,40}?(?:cannot|could not|received http|\bnil\b|fail|\bno\b|error|unexpected|empty)/,
    unless: /aadsts/,
    example:
      "could not acquire access token to parse claims: adoPipelineAssertion: cannot parse response: unexpected EOF",
    sources: ["terraform"],
  },
  {
    id: "assertion.of-pipeline-step",
    kind: "assertion_unavailable",
    says: "The pipeline did not get an OIDC token for its service connection.",
    phrases: ["failed to fetch federated token"],
    unless: /github|id-token/,
    example: "VERBOSE: Failed to fetch federated token. Remaining retries count = '2'",
    sources: ["powershell"],
    remedies: [
      {
        action:
          "Look whether a later try brought the token: this line alone is no failure. If none did, check that the service connection uses workload identity federation and that the step may use it.",
        url: "https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity",
      },
      {
        action: "Update the agent and the task: the token is asked for by them, with System.AccessToken.",
        url: "https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity",
      },
    ],
  },
  {
    id: "assertion.github-actions",
    kind: "assertion_unavailable",
    says: "The workflow did not get an OIDC token.",
    phrases: [
      [
        "actions_id_token_request_url",
        "actions_id_token_request_token",
        "unable to get oidc token",
        "write permissions to id-token",
        "githubassertion:",
        "nil jwt assertion received",
        "id-token: write",
      ],
    ],
    example: "Error: Please make sure to give write permissions to id-token in the workflow.",
    sources: ["js", "terraform"],
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
    id: "assertion.no-service-connection",
    kind: "assertion_unavailable",
    says: "No service connection has the id that was given, so no OIDC token could be had.",
    phrases: ["no service connection found with identifier"],
    example: "No service connection found with identifier 00000000-0000-0000-0000-000000000001.",
    sources: ["js", "go", "python", "net"],
  },
];

/**
 * Whether a text says, in whatever words, that an external token could not be had.
 *
 * @internal
 */
export const WIDE_ASSERTION_RULES: readonly Rule[] = [
  {
    id: "assertion.empty",
    kind: "invalid_assertion",
    says: "The assertion that was to be sent is empty.",
    pattern: /client[- ]assertion (?:jwt )?(?:cannot|can't|must not) be (?:null|empty)/,
    example: "Client-assertion JWT cannot be null or empty.",
    sources: ["net"],
  },
  {
    id: "assertion.not-obtained",
    kind: "assertion_unavailable",
    pattern: anyOf(
      /(?:fail(?:ed|s|ure)?(?: to)?|unable to|could not|couldn't|cannot|can't|did not|didn't|error) (?:\w{2,12} ){0,1}?(?:get|obtain|read|fetch|retriev|acquir|request|creat|generat|exchang|pars|provid|mint|issu)(?:e|ting|ing|t)? .{0,40}(?:assertion|\boidc(?:token)?\b|\bjwt\b|\bid[ -]?token|federated[ _-]?token|workload identity token|service account token)/,
      /(?:assertion|\boidc\b|federated token|service account tokens?|workload identity tokens?)(?: \w{1,12}){0,3} (?:callback|provider|request|endpoint|response|tokens?)?.{0,30}(?:fail(?:ed|ure)|returned (?:an? )?(?:empty|null|no\b|error|undefined|nothing|[45]\d\d)|refused to (?:issue|mint) .{0,20}(?:oidc|id|jwt)|not found|threw|error)/,
      /(?:fetch|request|gett|obtain|read|acquir|retriev|mint)ing (?:the |an? )?(?:\w{2,12} )?(?:federated token|oidc token|id token|client assertion|jwt|assertion): /,
      /oidc token (?:could not|cannot|couldn't|can't) be/,
      /no (?:oidc|id|federated) token (?:was )?(?:returned|received|found|available|issued)/,
    ),
    unless: anyOf(
      PROGRAM_ASSERTS,
      /failed to create jwt|pop jwt|validating|bearer token|signature|not within|expired|id_token_hint|no such file|(?<!identity )federation/,
    ),
    example: "ClientAssertionCredential: vault agent: error reading jwt: 403 permission denied",
    sources: ["go", "java", "python", "net", "js"],
  },
];
