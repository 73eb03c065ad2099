import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What tools say that look for users and applications in the directory and give them roles, and of the person who is to
 * sign in and does not.
 *
 * @internal
 */
export const DIRECTORY_OBJECT_RULES: readonly Rule[] = [
  {
    id: "directory-object.application",
    kind: "application_not_found",
    pattern: anyOf(
      /\b(?:can't|cannot|could not|couldn't) find (?:an? |the )?(?:application|app registration|service principal) (?:matching|with (?:app ?id|client ?id|name))\b/,
      /\bno (?:app registration|service principal)s? match(?:ed|es|ing)\b/,
      /\bservice principal ['"].{1,100}['"] (?:does not|doesn't) exist/,
      /\bapplication with app ?id ['"]?[\w-]{2,40}['"]? (?:does not|doesn't) exist/,
    ),
    unless: /aadsts|argo|kubectl/,
    answered: true,
    example: "ERROR: can't find an application matching 'api://orders'",
    sources: ["azure-cli", "powershell"],
  },
  {
    id: "directory-object.user",
    kind: "user_not_found",
    says: "The directory has no user, group or service principal of that name or id.",
    pattern: anyOf(
      /\bcannot find (?:a )?(?:user|group)\b.{0,40}\bin graph database\b/,
      /\bno user (?:is |was )?match(?:ed|es|ing) ['"].{1,100}['"] in the directory/,
      /\bprincipal ['"]?[\w-]{8,40}['"]? does not exist in the directory/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "Cannot find user or group or service principal in graph database for 'ada@contoso.com'",
    sources: ["azure-cli"],
  },
  {
    id: "directory-object.grant",
    kind: "authorization_denied",
    says: "Whoever is signed in may not give others that role or permission.",
    pattern: anyOf(
      /\bcould not grant\b.{1,60}\bto (?:the )?(?:managed|cluster|kubelet|control plane|user-assigned|system-assigned) identity\b/,
      /\bcould not create (?:a |the )?role assignment\b.{0,60}\bare you an owner\b/,
      /\bnot authorized to (?:create|register) (?:app registrations?|applications?|service principals?)/,
    ),
    unless: /aadsts/,
    answered: true,
    example: "Could not create a role assignment for ACR. Are you an Owner on this subscription?",
    sources: ["azure-cli"],
  },
  {
    id: "directory-object.registry",
    kind: "authorization_denied",
    says: "The identity lacks permissions in the container registry.",
    pattern: anyOf(
      /\byou are lacking\b.{1,60}\brepository permissions/,
      /\baccess to registry ['"].{1,100}['"] was denied\. response code: 403/,
    ),
    answered: true,
    example: "You have pull permissions to the repository. You are lacking push,delete repository permissions.",
    sources: ["azure-cli"],
  },
  {
    id: "directory-object.device-flow",
    kind: "device_code_flow",
    pattern: anyOf(
      /\bdevice ?(?:code )?flow\b.{0,60}\b(?:user|authentication|sign-?in)\b.{0,100}\b(?:didn't|did not) (?:react|respond|complete|finish|sign in)\b/,
      /\b(?:didn't|did not) (?:complete|finish) the device[- ]code\b/,
    ),
    unless: /aadsts/,
    example:
      "Device flow authentication failed. User was presented with device flow, but didn't react within 90 seconds.",
    sources: ["net", "azure-cli"],
  },
  {
    id: "directory-object.no-prompt",
    kind: "interaction_required",
    says: "A person has to sign in, and prompts are switched off here.",
    pattern: anyOf(
      /\buser interactivity has been disabled\b/,
      /\b(?:cannot|can't|could not|unable to) (?:show|display|open)\b.{0,20}\bsign-?in prompt\b.{0,40}\bdisabled/,
      /\b(?:az|azure|entra|browser)\b.{0,60}\bprompts? (?:is|are) disabled\b.{0,40}\bsign in\b/,
    ),
    unless: /aadsts/,
    example: "fatal: Cannot prompt because user interactivity has been disabled.",
    sources: ["net", "service"],
  },
  {
    id: "directory-object.assertion-file",
    kind: "invalid_assertion",
    pattern:
      /\b(?:does not|doesn't) contain a valid signed assertion\b|\b(?:token|assertion) file\b.{0,80}\bno valid (?:jwt|assertion)\b/,
    unless: /aadsts/,
    example: "The file '/var/token' does not contain a valid signed assertion.",
    sources: ["net"],
  },
];
