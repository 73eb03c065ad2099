import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What those say to whom a token was presented: namespaces of Event Hubs asked over Kafka, registries, and others that
 * check a token of Entra ID by OpenID Connect.
 *
 * @internal
 */
export const RECEIVER_RULES: readonly Rule[] = [
  {
    id: "receiver.mismatch",
    kind: "token_rejected",
    phrases: [
      ["entra", "azure", "microsoft", "bearer", "aad ", "sts.windows"],
      [
        "mismatch",
        "audience",
        "issuer",
        " aud ",
        " iss ",
        "unexpected tenant",
        " for another ",
        " for a different ",
        " for the wrong ",
        " for some other ",
        "ed for ",
      ],
      ["token", "jwt", "bearer"],
    ],
    pattern: anyOf(
      /(?:token|jwt)(?:'s)? (?:audience|tenant|issuer|version) mismatch/,
      /\b(?:audience|issuer|aud|iss)(?: claim)?:? (?:mismatch|(?:is|was) [^ ]{3,120},? (?:want|wanted|expected|not|but)\b)/,
      /\b(?:audience|issuer|tenant)(?: claim)? (?:is|was) not (?:accepted|expected|the one)/,
      /(?:token|jwt)(?: is| was| has been)?(?: issued| meant| intended)? for (?:another|a different|the wrong|some other) (?:audience|resource|tenant|application|api)/,
      /token (?:is|was|has been) (?:issued|meant|intended) for [^ ]{3,120},? (?:and )?not (?:for )?/,
      /unexpected (?:tenant|issuer|audience)\b.{0,60}\b(?:tid|iss|aud|claim)/,
      /(?:jwt|token) audience (?:is )?invalid/,
      /has audience [^ ]{3,120},? (?:want|wanted|expected|but|not)/,
      /(?:want|wanted|expected) (?:audience|issuer|aud|iss)\b.{1,120}\bgot\b/,
    ),
    unless: /aadsts|assertion|federated|token exchange|openid configuration|\b70021/,
    answered: true,
    example: "rpc error: code = Unauthenticated desc = Entra token audience mismatch: want api://a, got api://b",
    sources: ["go", "service"],
  },
  {
    id: "receiver.kafka-topic",
    kind: "authorization_denied",
    says: "The identity may not use this topic, group or cluster.",
    pattern: anyOf(
      /(?:topic|group)authorizationexception/,
      /(?:groupid=\$default|group: \$default|servicebus\.windows\.net|event hub).{0,400}(?:(?:topic|group|cluster) ?authorization(?: failed|exception)|not authorized to access (?:topics|group))/,
      /(?:topic|group|cluster) ?authorization failed.{0,300}(?:servicebus\.windows\.net|event hub|group(?:id=|: )\$default)/,
    ),
    answered: true,
    example: "[Consumer clientId=a-1, groupId=$Default] Topic authorization failed for topics [orders]",
    sources: ["java", "service"],
  },
  {
    id: "receiver.firewall",
    kind: "network_rule_denied",
    phrases: [
      [
        "sasl",
        "kafka",
        "hub",
        "servicebus",
        "service bus",
        "azure",
        "registry",
        "namespace",
        "vault",
        "storage",
        "cosmos",
      ],
    ],
    pattern: anyOf(
      /(?:rejected|blocked|denied|refused) by (?:the )?firewall checks?/,
      /looks like you don't have access to registry .{0,160}(?:firewall|networkruleset)/,
      /connectivity_forbidden_error/,
      /(?:refused|rejected|denied|blocked) by (?:the |an )?ip (?:filter|rule|firewall)/,
      /(?:event ?hubs?|service ?bus|namespace|registry|storage account|key ?vault|cosmos ?db)(?: \w{1,20})? (?:firewall|ip filter|network rules?) (?:has |have )?(?:rejected|blocked|denied|refused)/,
      /azurecr\.io.{0,20}public network access (?:is )?disabled/,
    ),
    unless: /\bwaf\b|network security group/,
    answered: true,
    example: "org.apache.kafka.common.errors.SaslAuthenticationException: The request was rejected by firewall checks.",
    sources: ["service", "java", "azure-cli"],
  },
  {
    id: "receiver.kafka-tenant",
    kind: "token_rejected",
    says: "The tenant that the token is of is not the one that the messaging service expects.",
    phrases: [["servicebus.windows.net", "event hub", "eventhub", "networkclient", "sasl"]],
    pattern: /(?:failed authentication due to|authenticationexception): ?(?:invalid|unknown|wrong) tenant(?: name)?/,
    unless: /aadsts/,
    answered: true,
    example:
      "Connection to node -1 (fabrikam-eh.servicebus.windows.net:9093) failed authentication due to: Invalid tenant name",
    sources: ["java", "service"],
  },
  {
    id: "receiver.nimbus",
    kind: "token_rejected",
    says: "The service checked the token it was shown and did not accept it.",
    pattern:
      /\bbad(?:jwt|jose|jws)exception\b|signed jwt rejected|\bjwt before use time\b|\bexpired jwt\b|\bjwt used before\b|\b(?:iss|aud|exp|nbf|tid) claim is (?:not (?:valid|equal)|invalid)\b/,
    unless: /aadsts|assertion|federated|oidc|id[-_ ]token|refresh token|cached/,
    answered: true,
    example:
      "AADAuthenticationFilter: Failed to initialize UserPrincipal. com.nimbusds.jwt.proc.BadJWTException: Expired JWT",
    sources: ["java", "service"],
  },
  {
    id: "receiver.validation-error",
    kind: "token_rejected",
    says: "The service checked the token it was shown and did not accept it.",
    pattern: /security token validation error occurr?ed for the received jwt/,
    unless: /aadsts/,
    answered: true,
    example: "A security token validation error occured for the received JWT token.",
    sources: ["service"],
  },
  {
    id: "receiver.jwt-library",
    kind: "token_rejected",
    says: "The service checked the token it was shown and did not accept it.",
    phrases: [["azure ad", "azuread", "entra", "microsoft", "aad", "sts.windows"]],
    pattern:
      /\b(?:expiredsignatureerror|invalid(?:audience|issuer|signature|issuedat)error|immaturesignatureerror|tokenexpirederror|jsonwebtokenerror|notbeforeerror)\b/,
    unless: /aadsts|assertion|federated|oidc|id[-_ ]token|refresh token|cached/,
    answered: true,
    example: "jwt.exceptions.InvalidAudienceError: Audience doesn't match (validating an Azure AD token)",
    sources: ["python", "js"],
  },
  {
    id: "receiver.oidc",
    kind: "token_rejected",
    phrases: ["oidc: ", ["azure", "microsoft", "entra", "sts.windows", "aad"]],
    pattern:
      /oidc: (?:verify token: )?(?:oidc: )?(?:expected audience|id token issued by a different provider|token is expired|failed to verify (?:id token )?signature|issuer .{0,80}(?:\bnot|mismatch)|malformed jwt)/,
    unless: /aadsts|token exchange/,
    answered: true,
    example: '* oidc: expected audience "https://management.azure.com" got ["https://management.azure.com/"]',
    sources: ["service", "go"],
  },
  {
    id: "receiver.bearer-oidc",
    kind: "token_rejected",
    pattern:
      /(?:invalid bearer token|bearer token (?:was |is )?(?:refused|rejected|denied)).{0,60}(?:oidc: |issuer|audience|expired)|\bjwt: (?:the )?(?:audience|issuer) .{0,40}(?:(?:does|do|did) not|doesn't|not) (?:match|accept)/,
    unless: /aadsts|client assertion/,
    answered: true,
    example: 'invalid bearer token, oidc: verify token: expected audience "6dae42f8" got ["00000003"]',
    sources: ["service", "go"],
  },
];
