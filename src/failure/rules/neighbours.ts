import type { Rule } from "./rule.js";

/**
 * What stands close to authentication and is not: a service's own limits, missing entities, states of a secret, code that
 * cannot be loaded.
 *
 * @internal
 */
export const NEIGHBOUR_RULES: readonly Rule[] = [
  {
    id: "neighbour.missing-entity",
    kind: "not_authentication",
    pattern:
      /messagingentitynotfound|messaging entity .{0,200}could not be found|\b(?:secret|key|certificate) with \(name\/id\) .{1,160} was not found|\b(?:secret|blob|container|queue|share|table|filesystem|path|resourcegroup|resource|deployment|database)notfound\b|the specified (?:blob|container|queue|share|resource|path|filesystem|table) does not exist|\bdeploymentnotfound\b|api deployment for this resource does not exist/,
    unless:
      /credential authentication failed|credential(?: authentication)? (?:is )?unavailable|aadsts|managed ?identity.{0,80}not found/,
    example: "azure.core.exceptions.ResourceNotFoundError: (SecretNotFound) A secret with (name/id) db was not found",
    sources: ["service"],
  },
  {
    id: "neighbour.secret-state",
    kind: "not_authentication",
    pattern:
      /\b(?:secret|key|certificate)(?:disabled|expired|notyetvalid)\b|operation \w{1,20} is not allowed on (?:a|an) (?:disabled|expired|not yet valid)|is not allowed on a (?:disabled|expired) (?:secret|key)|objectisdeletedbutrecoverable|currently being deleted|in a deleted but recoverable state/,
    example: "RestError: Operation get is not allowed on a disabled secret. innererror: { code: 'SecretDisabled' }",
    sources: ["service", "js"],
  },
  {
    id: "neighbour.service-limit",
    kind: "not_authentication",
    pattern:
      /token rate limit|request rate (?:is )?(?:too )?large|rate limit of your .{0,60}pricing tier|exceeded the (?:call|token) rate limit|quota(?:exceeded| exceeded)|insufficientquota|insufficient_quota|grapherror: too many requests|subscriptionrequeststhrottled|operationnotallowed.{0,60}quota|number of (?:read|write) requests for subscription|exceeding approved .{0,60}quota|\bserverbusy\b|substatus: 3200|maximum context length|tokens per minute|surpassed the assigned quota|azconfig\.io\/errors\/too-many|(?:requestfailedexception|resterror|httpresponseerror): (?:the )?(?:request|operation) (?:is being|was|has been) throttled/,
    unless: /oauth2\/v2\.0\/token|aadsts|credential authentication failed/,
    example: "RateLimitError: 429 Requests have exceeded token rate limit of your current OpenAI S0 pricing tier.",
    sources: ["service"],
  },
  {
    id: "neighbour.key",
    kind: "not_authentication",
    pattern:
      /(?:invalid|incorrect|missing|wrong) (?:subscription|api|access|account|function|host|instrumentation)[ -]key\b|(?:subscription|api|account)[ -]key .{0,40}(?:invalid|incorrect|missing|wrong|not provided)/,
    unless: /credential authentication failed|aadsts|entra|token/,
    example: "401 Access denied due to invalid subscription key or wrong API endpoint.",
    sources: ["service"],
  },
  {
    id: "neighbour.cluster-role",
    kind: "not_authentication",
    pattern: /user ['"]system:(?:serviceaccount|node|anonymous)[^ ]{0,200} cannot \w{3,20} resource/,
    unless: /role assignment|in azure/,
    example: 'pods is forbidden: User "system:serviceaccount:default:web" cannot list resource "pods"',
    sources: ["service"],
  },
  {
    id: "neighbour.code-not-loadable",
    kind: "not_authentication",
    pattern:
      /noclassdeffounderror|nosuchmethoderror|nosuchfielderror|classnotfoundexception|abstractmethoderror|\bnosuchmethod\b|could not load file or assembly|missingmethodexception|typeloadexception|typeinitializationexception|method not found: '|modulenotfounderror|importerror: cannot import|has no attribute '|undefined reference to|unresolved (?:import|external)|cannot find (?:module|package|type definition)|could not find or load main class|is not exported (?:by|from)|error\[e\d{4}\]|does not contain a definition for|type or namespace name|could not compile|no matching package|property '\w{1,40}' does not exist on type|\brustc: |fatal error c\d{4}|package [\w.]{4,80} does not exist|eresolve|unable to resolve dependency|could not resolve com\.|undefined symbols?:|found conflicts between different versions|no matching distribution|couldn't find package|failed to select a version|mismatched types|compilation terminated|incompatible types: |library not found for -l|package downgrade|cannot be converted to|no method named `|\berror cs\d{4}\b|cmake error|cmake warning|could not find a package configuration file|cannot find symbol|could not find a version that satisfies|could not resolve dependencies|no matching versions? (?:for|found)|build_failed|building .{1,80} failed with|trait bound .{1,120}is not satisfied|error nu1|warning nu1|unresolved import|hikaripool|npm err! (?:404|code e)/,
    unless:
      /didn't get the token|active ?directory|azureclicredential|azure\.cli|azaccesstoken|az\.accounts?\b|powershell|azure\.identity\.broker|msalruntime|wam|tokenservice|token provider class|pygobject|credential authentication failed/,
    example:
      "java.lang.NoClassDefFoundError: Could not initialize class com.azure.identity.implementation.IdentityClient",
    sources: ["java", "net", "python"],
  },
];
