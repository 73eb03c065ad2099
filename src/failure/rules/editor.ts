import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Editors with whose account a credential signs in, and the packages that are needed for that.
 *
 * @internal
 */
export const EDITOR_RULES: readonly Rule[] = [
  {
    id: "editor.broker-package",
    kind: "tool_not_installed",
    says: "The broker package that the credential needs is not installed.",
    pattern:
      /(?:azure[-.]identity[-.]broker|@azure\/identity-(?:broker|vscode)|\bmsal\[broker\]|pymsalruntime|\bmsalruntime)['"`]? (?:\w{2,12} ){0,2}(?:is |was )?(?:required|needed|not installed|missing|not found|not available|could not be found)|(?:package|plugin|extension|module|library)[: ]{1,2}['"`]?(?:azure[-.]identity[-.]broker|@azure\/identity-(?:broker|vscode)).{0,40}(?:required|not installed|missing|needed)/,
    unless: /error loading|failed to load|initiali[sz]|undefined symbol/,
    example: "The 'azure-identity-broker' package is required to use brokered authentication.",
    sources: ["python", "js", "net"],
  },
  {
    id: "editor.record",
    kind: "tool_not_signed_in",
    says: "The record of a sign-in that the editor left cannot be used: parts of it are missing or wrong.",
    pattern: /\bauthentication record (?:validation failed|is (?:invalid|incomplete|malformed))/,
    unless: /aadsts|az login/,
    example: "Authentication record validation failed: missing required field 'tenantId'",
    sources: ["python"],
  },
  {
    id: "editor.record-damaged",
    kind: "tool_failed",
    says: "The file with the record of the editor's sign-in is damaged.",
    phrases: [["vs code", "visual studio code", "vscode"]],
    pattern: /\bauth(?:entication)? record file\b.{0,60}(?:large|corrupt|damaged|unreadable|not (?:valid )?json)/,
    unless: /aadsts/,
    example: "VS Code auth record file is unexpectedly large. Please check the file for corruption.",
    sources: ["python"],
  },
  {
    id: "editor.editor-sign-in",
    kind: "tool_not_signed_in",
    says: "The editor is not signed in to Azure.",
    phrases: [
      [
        "visualstudiocodecredential",
        "visual studio code",
        "vs code",
        "vscode",
        "intellij",
        "azure toolkit",
        "visualstudiocredential",
        "azure resources extension",
        "azure account extension",
      ],
      ["azure", "credential", "entra", "microsoft account"],
    ],
    pattern: anyOf(
      /(?:requires?|needs?|must|have to|has to|please|first|ensure|expects?) .{0,80}\b(?:be (?:signed|logged)[- ]in|sign(?:ed)?[- ]in|log(?:ged)?[- ]in)\b/,
      /\bno (?:\w{2,12} ){0,3}accounts? (?:is |are |was )?(?:currently )?(?:signed|logged)[- ]in/,
      /nobody (?:is|was) (?:signed|logged)[- ]in/,
      /(?:not|n't|never) (?:currently )?(?:signed|logged)[- ]in/,
    ),
    unless:
      /aadsts|not installed|interactive ?browser|device code|\bmfa\b|multi-?factor|az login|azure-identity-broker|managed identity authentication is not available|environment variables are not fully/,
    example:
      "VisualStudioCodeCredential requires the user to be signed in to Azure via Visual Studio Code. Please ensure you have the Azure Resources extension installed and have signed in.",
    sources: ["python", "js", "java", "net"],
  },
];
