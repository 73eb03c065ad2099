import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Addresses that a token is not sent to because they are not https.
 *
 * @internal
 */
export const INSECURE_ADDRESS_RULES: readonly Rule[] = [
  {
    id: "invalid.missing-or-not-https",
    kind: "configuration_invalid",
    says: "An address that has to be https is missing or is something else.",
    phrases: [["authority", "token", "credential", "identity", "azure", "login."]],
    pattern: /(?:metadata|authority|endpoint|address|ur[il])\b.{0,40}must be provided and must be an? https\b/,
    example: "In BearerStrategy constructor: options.identityMetadata must be provided and must be a https url",
    sources: ["js"],
    remedies: [
      {
        action:
          "Give the option that the message names an https address, and check that the setting it is read from reaches the process.",
      },
    ],
  },
  {
    id: "invalid.not-https",
    kind: "configuration_invalid",
    says: "An address that has to be https is not.",
    pattern: anyOf(
      /(?:authority|endpoint|metadata|address|\bur[il]\b|token|scheme).{0,80}(?:must|should|shall|needs? to|have to|doesn't|does not|not) .{0,40}\b(?:https\b(?!:)|tls protected|tls-protected)/,
      /requires? an? (?:\w{1,12} ){0,3}https\b(?!:)/,
      /requires? an? ur[il] using the https/,
      /not permitted for non-tls/,
      /only (?:be sent|works?|supported|allowed) over https/,
    ),
    phrases: [["authority", "token", "credential", "identity", "azure", "login."]],
    example: "the Authority(http://login.example/contoso) does not appear to use https",
    sources: ["go", "python", "js", "rust", "net", "java"],
  },
  {
    id: "invalid.unencrypted",
    kind: "configuration_invalid",
    says: "A token is sent over https only, and the address is not https.",
    phrases: [["authorized req", "authenticated req", "authentication", "token", "credential", "aad auth"]],
    pattern: anyOf(
      /(?:not permitted|not allowed|refus(?:e|es|ed|ing)|may not|must not|cannot|can't|never) .{0,60}(?:non[- ]tls|non[- ]https|(?:plain|over|unencrypted|insecure) http\b|when tls is not|unencrypted|insecure (?:endpoint|connection|channel|ur[il])|\ban http (?:endpoint|ur[il]|address))/,
      /(?:tokens?|credentials?) (?:always )?(?:requires?|needs?) https/,
      /(?:token ?credentials?|bearer|\baad\b|entra).{0,60}(?:without https|only .{0,20}(?:with|over|on) https)/,
      /(?:must|should|has to|have to) (?:use|be) ['"]?https['"]? .{0,40}(?:credential|\baad\b|bearer|token)/,
      /https (?:is|must be) (?:required|used) .{0,30}(?:bearer|token ?credential|\baad\b)/,
      /(?:scheme|endpoint|ur[il]) ['"]?http['"]? (?:can't|cannot|may not|must not) .{0,40}(?:\baad\b|token|credential)/,
    ),
    unless: /websocket|cookie|\bgit\b|registry|docker|\bldap/,
    example: "authorized requests are not permitted for non-TLS protected endpoints",
    sources: ["rust", "go", "net", "js"],
  },
];
