import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { VAGUE_TOKEN_REJECTED_RULES } from "./tokenRejected.js";

/**
 * Who lacks what, in the words of any service; they count where the text names Azure, and where no rule says more.
 *
 * @internal
 */
export const VAGUE_AUTHORIZATION_RULES: readonly Rule[] = [
  ...VAGUE_TOKEN_REJECTED_RULES,
  {
    id: "authorization.caller-of-vault",
    kind: "authorization_denied",
    says: "The vault refused the caller that the token stands for.",
    phrases: [["key vault", "keyvault", "vault:", "vault.azure", " vault ", "caller:"]],
    pattern:
      /access (?:is |was )?denied (?:to|for) (?:the )?(?:\w{2,12} ){0,3}?(?:service|caller|user|principal|identity|application|app)\b/,
    unless: /aadsts|firewall|virtual network|mysql|@'|hashicorp|\/v1\/(?:auth|sys)/,
    answered: true,
    example:
      "Access denied to first party service. Caller: appid=1;iss=https://sts.windows.net/2/ Vault: kv;location=eastus",
    sources: ["service"],
  },
  {
    id: "authorization.cosmos",
    kind: "authorization_denied",
    says: "Azure Cosmos DB refused the request: the identity lacks a role there, or the account's firewall bars it.",
    phrases: ["cosmos"],
    pattern:
      /request (?:is |was )?blocked\b.{0,40}check your authorization token|(?:status code does not indicate success: |answered |returned |replied )['"]?forbidden \(403\)/,
    unless: /aadsts|\bip \d|private endpoint|public internet/,
    answered: true,
    example:
      'Response status code does not indicate success: Forbidden (403); Substatus: 0; Reason: (Message: {"Errors":["Request is blocked. Please check your authorization token and Cosmos DB account firewall settings."]}',
    sources: ["service", "net"],
  },
  {
    id: "authorization.somehow",
    kind: "authorization_denied",
    phrases: [
      [
        "azure",
        "microsoft",
        "windows.net",
        "entra",
        "service principal",
        "managed identity",
        "servicebus",
        "cosmos",
        "key vault",
        "keyvault",
        "kusto",
        "graph",
        "subscription",
        "databricks",
        "azurecr",
        "resource group",
        "microsoft.",
        "storage blob data",
        "event hubs",
        "eventhub",
      ],
    ],
    pattern: anyOf(
      /insufficient permissions?/,
      /\bpermission_denied\b/,
      /(?:principal|identity|caller|client|user|application|app|account|you|spn?)\b.{0,100}(?:does not have|doesn't have|do not have|don't have|lacks?|without|has no|have no|is missing|is not granted|has not been granted|was not granted|is not assigned|requires?)\b.{0,60}(?:permissions?|roles?|(?:data|secrets) (?:reader|contributor|owner|user|sender|receiver)|role assignments?|authorization|privileges?|rights|data actions?|access)\b/,
      /(?:principal|identity|caller|client|user|application|app|account|you|spn)\b.{0,80}(?:is not|isn't|are not|aren't|not) (?:authorized|permitted|allowed) to (?:access|perform|read|write|list|use|connect|view|manage)/,
      /(?:lacks?|without|missing|needs?|requires?) (?:the )?(?:action |permission )?'?microsoft\.[a-z]{3,30}\//,
      /not authorized to access (?:topics?|group|resource|this)/,
      /unauthorized (?:access|operation)\. .{0,40}claim/,
    ),
    unless:
      /(?:failed|unable) to (?:get|acquire|obtain|retrieve) (?:a |an |the )?(?:access )?token|credential authentication failed|aadsts|managed identity (?:is )?not|no managed identity|identity_endpoint|imds|az login|sign ?in/,
    example: "Error from Kusto: the principal 'aadapp=1111' is not authorized to read database 'Logs'.",
    sources: ["service"],
  },
];
