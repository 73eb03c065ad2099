// The decorator

export { CredentialDeadlineError } from "./acquisition/deadline.js";
export type { AcquisitionRecord, TokenSource } from "./acquisition/record.js";
// Diagnosis
export { diagnose } from "./diagnose.js";
export { DiagnosticCredential } from "./diagnosticCredential.js";
export type { DiagnosticCredentialOptions, ReadyOptions } from "./diagnosticCredentialOptions.js";
export type { FailureKind, FailureOwner, FailureStage } from "./failure/kinds.js";
export type {
  AttemptDiagnosis,
  AttemptOutcome,
  Diagnosis,
  EntraFacts,
  Exchange,
  Finding,
  HttpFacts,
  NetworkFacts,
  Remedy,
  ToolProcess,
} from "./failure/types.js";
// The policy
export { policy } from "./policy/check.js";
export type { PolicyVerdict } from "./policy/checkCredential.js";
export type { PolicyConfigurationError } from "./policy/configurationError.js";
export { CredentialPolicyError } from "./policy/error.js";
export type {
  Exemption,
  PolicyConfig,
  PolicyPreset,
  PolicyViolation,
  RuleId,
  RuleOptions,
  RuleSetting,
  Severity,
} from "./policy/types.js";
export { CredentialNotReadyError } from "./readyError.js";
export type { IdentifierPolicy } from "./telemetry/redact.js";

export { VERSION } from "./version.js";
