import { anyOf, oneOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { near } from "./vocabulary.js";

/** Built-in roles for data, by the ends of their names. */
const ROLE = oneOf(
  "\\bacr ?(?:pull|push)\\b",
  "(?:storage|service ?bus|event ?hubs?|event ?grid|app configuration|cosmos db|blob|queue|search|digital twins|signalr|web ?pubsub|index) (?:\\w{2,12} ){0,3}data (?:reader|contributor|owner|sender|receiver|message \\w{4,9})",
  "event ?grid data sender",
  "key vault (?:secrets?|crypto|certificates?|reader|administrator)(?: user| officer)?",
  "(?:cognitive services|azure) (?:openai )?(?:user|openai user|openai contributor)\\b",
  "signalr app server",
);
const LACKED =
  "(?:\\bneeds?\\b|\\brequires?\\b|\\blacks?\\b|\\bmissing\\b|\\bwithout\\b|\\bno\\b|not (?:assigned|granted)|\\b403\\b|forbidden|denied)";

/**
 * A role that an identity lacks, by the role's name, and denials of Azure that stand above roles. Where no rule says
 * more.
 *
 * @internal
 */
export const ROLE_RULES: readonly Rule[] = [
  {
    id: "authorization.deny-assignment",
    kind: "authorization_denied",
    says: "A deny assignment forbids this, whatever roles the identity has.",
    pattern:
      /denyassignmentauthorizationfailed|(?:denied|blocked|forbidden) (?:because of|due to|by) (?:the |an? )?(?:azure )?deny assignment/,
    answered: true,
    example: "However, the access is denied because of the deny assignment with name 'managed-app'.",
    sources: ["service"],
  },
  {
    id: "authorization.database-of-principal",
    kind: "authorization_denied",
    says: "The identity may log in, but it has no right to this database or to what is in it.",
    pattern:
      /server principal .{0,200}is not able to access the database|permission was denied on the (?:object|schema|column|database) .{0,200}token-identified/,
    unless: /\bsa\b/,
    answered: true,
    example:
      'The server principal "app" is not able to access the database "orders" under the current security context.',
    sources: ["service"],
  },
  {
    id: "authorization.named-role",
    kind: "authorization_denied",
    says: "The identity lacks the role that the message names.",
    pattern: new RegExp(near(ROLE, LACKED, 60)),
    unless:
      /aadsts|credential authentication (?:failed|unavailable)|az login|imds|firewall|private (?:endpoint|link)|not signed in|token request|successfully/,
    answered: true,
    example: "ACR pull failed: the kubelet identity is missing AcrPull on contoso.azurecr.io",
    sources: ["service"],
  },
  {
    id: "token-rejected.messaging-number",
    kind: "token_rejected",
    phrases: [["servicebus", "service bus", "eventhub", "event hub", "sb://", "trackingid", "amqp"]],
    pattern: /\b4010[1-5]: (?:the )?(?:\w{3,14} ){0,4}(?:token|signature|audience)/,
    answered: true,
    example: "40103: Invalid authorization token signature, Resource:sb://contoso.servicebus.windows.net/orders",
    sources: ["service"],
  },
];

/**
 * Where a managed identity was asked for by name or its endpoint was looked for.
 *
 * @internal
 */
export const IDENTITY_LOOKED_FOR_RULES: readonly Rule[] = [
  {
    id: "identity-looked-for.endpoint",
    kind: "managed_identity_unreachable",
    pattern:
      /(?:\bmsi|\bimds|managed identity) endpoint,? (?:but )?(?:it )?(?:is not|isn't|it's not|is|it's|was not|wasn't) ?(?:available|unavailable)/,
    unless: /aadsts|\b[45]\d\d\b|environment variable/,
    example: "CredentialUnavailableError: Attempted to use the MSI endpoint, but it is not available.",
    sources: ["python", "java"],
  },
  {
    id: "identity-looked-for.id",
    kind: "managed_identity_not_assigned",
    managedIdentity: true,
    pattern: anyOf(
      /\bno (?:\w{4,12} )?identity with (?:that |this |the )?(?:client|object|principal|resource)[ _]?id\b/,
      /identity with (?:client|object|principal|resource)[ _]?id .{1,120}(?:is not|isn't) (?:among|one of|assigned|attached)/,
      /no identity with (?:that|this|the given|the requested) \w{2,12}/,
    ),
    answered: true,
    example:
      "managed identity endpoint returned unauthorized_client: no identity with client id 4f1e on this container group",
    sources: ["imds"],
  },
];
