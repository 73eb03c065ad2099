import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What tools around Azure say of the options and files they were given: AzCopy, kubelogin, GitHub's action.
 *
 * @internal
 */
export const TOOL_OPTION_RULES: readonly Rule[] = [
  {
    id: "tool-option.absent",
    kind: "configuration_missing",
    pattern: anyOf(
      /\bactive directory resource (?:id )?ur[li] cannot be empty/,
      /\bplease (?:supply|provide|specify|pass|use) your own application id\b/,
      /\bresourcemanagerendpointurl is (?:a )?required/,
      /\bpop-(?:enabled|claims) flag is required/,
    ),
    unless: /aadsts/,
    example: "Failed to perform login command: please supply your OWN application ID",
    sources: ["service", "kubelogin"],
  },
  {
    id: "tool-option.runtime",
    kind: "configuration_invalid",
    says: "This version of Node.js is too old for the library that acquires the token.",
    pattern: /@azure\/(?:identity|msal-[a-z]{4,12}) (?:is not supported on|does not support|requires) node(?:\.js)?\b/,
    unless: /aadsts|npm (?:err|warn)|ebadengine/,
    example: "@azure/identity is not supported on Node v14.21.3. Please use Node 16 or higher.",
    sources: ["service", "node"],
  },
  {
    id: "tool-option.certificate",
    kind: "certificate_unusable",
    says: "The certificate has to come in a file of another format, with its private key.",
    pattern:
      /\b(?:supply|provide|specify|pass)\b.{0,20}\.(?:pfx|pem|p12)\b.{0,60}containing (?:both )?(?:a |the )?private key/,
    unless: /aadsts|nginx|apache|haproxy/,
    example: "please supply either a .pfx, .pkcs12, .p12, or a .pem file containing a private key and a certificate",
    sources: ["service"],
  },
  {
    id: "tool-option.exec-version",
    kind: "configuration_invalid",
    says: "The kubeconfig asks kubelogin for a version of the exec protocol that it does not speak.",
    pattern: /\bapi ?version:? ['"]?client\.authentication\.k8s\.io\/v\d\w{0,8}['"]? is not supported/,
    example: "api version: client.authentication.k8s.io/v1alpha1 is not supported",
    sources: ["kubelogin"],
  },
  {
    id: "tool-option.no-identity",
    kind: "configuration_invalid",
    says: "This command or feature cannot be used with a managed identity.",
    pattern: anyOf(
      /\b(?:ssh|command|cmdlet|operation|extension|feature)\b.{0,40}(?:does not|doesn't) support managed identit/,
      /\baz [a-z][\w -]{2,40}: managed identity (?:is not|isn't) supported/,
    ),
    unless: /aadsts|azure arc/,
    example: "ERROR: VM SSH currently doesn't support managed identity.",
    sources: ["azure-cli"],
  },
];
