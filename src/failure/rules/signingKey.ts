import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * The key that a client assertion is signed with, in the words of the libraries that sign.
 *
 * @internal
 */
export const SIGNING_KEY_RULES: readonly Rule[] = [
  {
    id: "certificate.signing-key",
    kind: "certificate_unusable",
    says: "The key that should sign the assertion is missing, or is none that can.",
    phrases: [
      [
        "msal",
        "azure",
        "azidentity",
        "entra",
        "clientassertion",
        "client assertion",
        "certificatecredential",
        "confidentialclient",
      ],
    ],
    pattern: anyOf(
      /secretorprivatekey (?:must|is not|has a|needs)/,
      /expecting a pem-formatted key/,
      /supplied key .{0,30}is not an? /,
      /(?:signing|private) key (?:is|was) (?:missing|an? (?:ec|dsa|ed25519)|not an?|too (?:small|short))/,
      /key (?:is )?(?:too small|too short|size too small)/,
    ),
    unless: /aadsts|no such file|managed ?identity|our login|passport/,
    example: "@azure/msal-node: secretOrPrivateKey must be an asymmetric key when using RS256",
    sources: ["js", "java", "python"],
  },
];
