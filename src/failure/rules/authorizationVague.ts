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
    pattern:
      /insufficient permissions?|\bpermission_denied\b|(?:principal|identity|caller|client|user|application|app|account|you|spn?)\b.{0,100}(?:does not have|doesn't have|do not have|don't have|lacks?|without|has no|have no|is missing|is not granted|has not been granted|was not granted|is not assigned|requires?)\b.{0,60}(?:permissions?|roles?|(?:data|secrets) (?:reader|contributor|owner|user|sender|receiver)|role assignments?|authorization|privileges?|rights|data actions?|access)\b|(?:principal|identity|caller|client|user|application|app|account|you|spn)\b.{0,80}(?:is not|isn't|are not|aren't|not) (?:authorized|permitted|allowed) to (?:access|perform|read|write|list|use|connect|view|manage)|(?:lacks?|without|missing|needs?|requires?) (?:the )?(?:action |permission )?'?microsoft\.[a-z]{3,30}\/|not authorized to access (?:topics?|group|resource|this)|unauthorized (?:access|operation)\. .{0,40}claim/,
    unless:
      /(?:failed|unable) to (?:get|acquire|obtain|retrieve) (?:a |an |the )?(?:access )?token|credential authentication failed|aadsts|managed identity (?:is )?not|no managed identity|identity_endpoint|imds|az login|sign ?in/,
    example: "Error from Kusto: the principal 'aadapp=1111' is not authorized to read database 'Logs'.",
    sources: ["service"],
  },
];
