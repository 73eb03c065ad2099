import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Disks, package managers and compilers, which name a library of Azure's identity by its path alone, and services asked
 * with a key of their own.
 *
 * @internal
 */
export const LOCAL_TROUBLE_RULES: readonly Rule[] = [
  {
    id: "local.arc-file",
    kind: "credential_file_unreadable",
    says: "The process may not read the key file of Azure Arc.",
    phrases: [["azcmagent", "himds", "connectedmachineagent", "hybrid agent extension", "arc challenge", "arc token"]],
    pattern: anyOf(
      /(?:permission|permission level|privileges?|rights?|access)\b.{0,30}(?:inadequate|insufficient|denied|missing)/,
      /(?:inadequate|insufficient|no|missing) (?:permission|privilege|right|access)/,
      /(?:cannot|can't|could not|couldn't|unable to|failed to) (?:read|open|access)/,
      /member of the/,
    ),
    unless: /aadsts|larger than|outside|\bsize\b/,
    example:
      'permission level inadequate to read Arc challenge token file /var/opt/azcmagent/tokens/1.key. Make sure you run as a member of the "himds" group',
    sources: ["go", "msal", "python"],
  },
  {
    id: "local.disk",
    kind: "not_authentication",
    pattern: /no space left on device|\benospc\b|disk quota exceeded|read-only file system|not enough (?:disk )?space/,
    unless:
      /aadsts|token[ _]cache(?!\.py)|msal_?(?:token_?)?cache|cache (?:file|persist)|persist|\.identityservice|\.azure[\\/]|credential(?:unavailable| authentication|: )|az login|get[-_ ]?(?:access)?-?token\b|command failed/,
    example:
      "failed to register layer: write /usr/lib/python3.11/site-packages/azure/identity/_version.py: no space left on device",
    sources: ["service"],
  },
  {
    id: "local.package",
    kind: "not_authentication",
    pattern: anyOf(
      /could not install packages? due to/,
      /\bebadengine\b/,
      /\beresolve\b/,
      /warning: unused import/,
      /\bdpkg: error/,
      /\b(?:unzip|tar): .{0,160}cannot (?:create|open|write)/,
      /peer dep(?:endency)? missing/,
      /no matching export/,
      /rollup failed/,
      /is deprecated and will be removed/,
      /checksum mismatch/,
      /requires go >=/,
      /\bnpm (?:warn|error) /,
      /\brpm: error/,
      /\bapt(?:-get)?: .{0,40}error/,
      /cannot be built because it requires/,
      /heap out of memory/,
      /module 'azure[\w.]{0,40}' has no attribute/,
      /could not load type 'azure\.(?:identity|core)\.\w{2,60}' from assembly/,
      /too many open files/,
    ),
    unless:
      /aadsts|credential(?:unavailable| authentication|: )|az login|unauthorized|\b40[13]\b|code e40|authenticate|feed|codeartifact|pkgs\.dev\.azure|azaccesstoken|azaccount|az\.accounts|power ?shell/,
    example: "npm WARN EBADENGINE Unsupported engine { package: '@azure/identity@4.10.0' }",
    sources: ["service"],
  },
  {
    id: "local.shared-key",
    kind: "not_authentication",
    pattern: anyOf(
      /signature did not match(?!',? (?:you|then you) can)/,
      /\bmac signature found in/,
      /string to sign (?:used )?(?:was|:)/,
      /following (?:string|payload) to sign/,
      /signature (?:fields )?not (?:well formed|valid in the specified)/,
      /signed expiry (?:time )?must be after/,
      /signature has expired/,
      /\bsas (?:token|url|uri|signature|key)s?\b.{0,80}(?:expired|invalid|malformed|lacks?\b|mismatch|not valid|wrong|signature)/,
      /(?:invalid|expired|malformed|wrong|unparsable) (?:sas\b|sharedaccesssignature|shared access signature)/,
      /shared ?access ?signature.{0,60}(?:expired|invalid|mismatch|malformed)/,
      /account key is (?:wrong|invalid|incorrect)/,
      /shared ?key authentication failed/,
      /the wrong key is being used/,
      /\b(?:se|sv|sr|sp|st|sig) is (?:invalid|mandatory)\b/,
      /invalid ?signature.{0,120}sharedaccesskeyname/,
      /shared access policy .{0,60}(?:regenerated|signature|key)/,
      /specified signedresource is not allowed/,
    ),
    unless:
      /aadsts|client assertion|\bjwt\b|credential(?:unavailable| authentication)|oauth|user delegation|access token|entra|managed ?identity|id token|if you are using a sas token, and the server returned.{0,900}permissionmismatch/,
    answered: true,
    example:
      "<Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature did not match. String to sign used was rw</AuthenticationErrorDetail>",
    sources: ["service"],
  },
  {
    id: "local.binding",
    kind: "not_authentication",
    pattern: /can't bind parameter|usererrorfilenotfound|the remote file could not be found/,
    unless: /aadsts|credential(?:unavailable| authentication)/,
    example: "Error indexing method. Can't bind parameter 'token' to type 'CancellationToken'",
    sources: ["service", "net"],
  },
  {
    id: "local.cache-on-full-disk",
    kind: "token_cache_unavailable",
    says: "The token cache could not be written: the disk is full or read-only.",
    phrases: [["msal", "token_cache", "token cache", ".identityservice"]],
    pattern:
      /(?:no space left on device|disk quota exceeded|read-only file system).{0,200}(?:token[_ ]cache(?!\.py)|msal\.cache)|(?:token[_ ]cache(?!\.py)|msal\.cache).{0,200}(?:no space left on device|disk quota exceeded|read-only file system)/,
    unless: /aadsts|site-packages/,
    example: "az login: [Errno 28] No space left on device: '/home/app/.azure/msal_token_cache.json'",
    sources: ["azure-cli", "msal"],
  },
  {
    id: "local.acme",
    kind: "not_authentication",
    pattern: /\bacme: .{0,60}(?:authorization|order|challenge|urn:ietf)|\border is in ['"]?invalid['"]? state/,
    unless: /aadsts|credential(?:unavailable| authentication)|managed ?identity|\b40[13]\b|azuredns/,
    example: "Order is in invalid state: acme: authorization for identifier example.com is invalid",
    sources: ["service"],
  },
];
