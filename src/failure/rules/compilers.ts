import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What compilers and crashed programs say, with names of credentials in it: nobody asked for a token.
 *
 * @internal
 */
export const COMPILER_RULES: readonly Rule[] = [
  {
    id: "compiler.type",
    kind: "not_authentication",
    pattern: anyOf(
      /does not implement [^\s(]{1,80} ?\((?:missing|wrong type|\w{2,40} method has pointer)/,
      /cannot use .{1,160} (?:as|\(type|value) .{0,120} in (?:argument|assignment|return|variable|struct|field|array|map)/,
      /\.go:\d{1,6}:\d{1,4}: (?:cannot use|undefined: |not enough arguments|too many arguments|assignment mismatch)/,
      /\berror ts\d{4}: /,
      /\berror cs\d{4}: /,
      /\berror c\d{4}: /,
      /\berror lnk\d{4}\b/,
      /no (?:known )?(?:matching (?:function|constructor|overload)|suitable (?:constructor|method)|overload)(?: found)? for (?:call|initiali[sz]ation|\w{1,40}\()/,
      /is not assignable to (?:parameter of )?type '/,
      /cannot be applied to given types/,
      /has incompatible type ['"]/,
      /is missing in type '/,
      /need type assertion/,
      /no exported member '/,
      /undefined symbol: /,
      /symbol\(s\) not found/,
      /terminate called after throwing an instance of 'std::(?!system|runtime)/,
      /fatal error: [^\s:]{1,80}\.(?:h|hpp)['"]?:? (?:no such file|file not found)/,
    ),
    example:
      "*CachedCredential does not implement azcore.TokenCredential (missing method GetToken) have getToken(context.Context)",
    sources: ["go", "net", "cpp", "js"],
  },
  {
    id: "compiler.package",
    kind: "not_authentication",
    pattern: anyOf(
      /could not resolve ['"](?:@[\w-]{2,40}\/|\.{1,2}\/)/,
      /module not found: error/,
      /can't resolve ['"]@?[\w./-]{2,80}['"] in/,
      /failed to resolve import ['"]/,
      /unable to find a specification for/,
      /no such module '/,
      /missing go\.sum entry/,
      /detected package downgrade/,
      /packagesnotfounderror/,
      /no matches for kind ['"]/,
      /doesn't have a resource type ['"]/,
      /unknown field ['"]\w{2,40}['"] in v\d/,
      /error validating ['"][\w./-]{2,80}\.ya?ml/,
      /mapping values are not allowed/,
      /did not find expected key/,
      /could not find artifact [\w.-]{2,80}:/,
      /an argument named ['"]\w{2,40}['"] is not expected/,
    ),
    unless: /aadsts|login\.microsoftonline|credential(?:unavailable| authentication)/,
    example: 'no matches for kind "AzureIdentity" in version "aadpodidentity.k8s.io/v1"',
    sources: ["js", "go", "net"],
  },
  {
    id: "compiler.name",
    kind: "not_authentication",
    pattern: anyOf(
      /must be unwrapped to refer to member/,
      /unresolved reference: '?\w/,
      /does not exist in the current context/,
      /inaccessible due to its protection level/,
      /has no member (?:named )?'/,
      /use of undeclared identifier/,
      /'\w{2,60}' is not a member of '/,
      /cannot find (?:type )?'\w{2,60}' in scope/,
      /is not recogni[sz]ed as a valid type/,
    ),
    unless: /aadsts|login\.microsoftonline|power ?shell|-az[a-z]{3,20}/,
    example: "The name 'DefaultAzureCredential' does not exist in the current context",
    sources: ["net", "java", "cpp"],
  },
  {
    id: "compiler.cast",
    kind: "not_authentication",
    pattern: anyOf(
      /invalidcastexception: unable to cast/,
      /classcastexception: /,
      /coroutine '[\w.]{2,80}' was never awaited/,
      /panicked at 'called '?(?:option|result)::\w{4,10}\(\)'? on an? '?none/,
      /called 'option::unwrap\(\)' on a 'none'/,
      /object is not callable$/,
      /is not callable at /,
    ),
    unless: /aadsts|login\.microsoftonline|azureclicredential|azure cli/,
    example:
      "System.InvalidCastException: Unable to cast object of type 'Azure.Identity.DefaultAzureCredential' to type 'Azure.AzureKeyCredential'.",
    sources: ["net", "java", "rust", "python"],
  },
  {
    id: "compiler.crash",
    kind: "not_authentication",
    pattern: anyOf(
      /(?:read|write) access violation/,
      /accessviolationexception/,
      /attempted to read or write protected memory/,
      /access violation (?:reading|writing|executing) location/,
      /\b0xc0000005\b/,
      /segmentation fault/,
      /\bsigsegv\b/,
      /\bsigabrt\b/,
      /pure virtual (?:function|method) call/,
      /double free or corruption/,
      /addresssanitizer: /,
    ),
    unless:
      /aadsts|\baz: |\baz (?:login|account)|\bazd?\b.{0,20}(?:exit|crash|segment)|bin\/azd?\b|azure ?(?:developer ?)?cli|\bpwsh\b|power ?shell|failed to invoke|wam\b|msalruntime|authentication failed/,
    example:
      "Exception thrown: read access violation. credential was nullptr. (Azure::Core::Credentials::TokenCredential)",
    sources: ["cpp", "go"],
  },
];
