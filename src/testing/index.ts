/**
 * Testing kit: Entra ID, the managed identity hosts and the developer tools, on loopback, to test what a program does
 * when no token comes; and credentials of one line for unit tests.
 *
 * @packageDocumentation
 */

export type { IdentityEmulatorAddresses } from "./addresses.js";
export {
  hangs,
  nothing,
  rejects,
  resolves,
  type ScriptedCredential,
  type TokenCall,
  unavailable,
} from "./credentials.js";
export {
  type DeveloperToolBehaviour,
  installFakeAzureCli,
  installFakeAzureDeveloperCli,
} from "./developerTools.js";
export { type EmulatedEnvironment, identityVariables } from "./environment.js";
export type {
  AadstsFault,
  AadstsFaultOptions,
  AnswerFault,
  ClockSkewFault,
  DelayFault,
  Fault,
  RepeatedFault,
  ThrottleAboveFault,
  ThrottledFault,
} from "./faults/fault.js";
export { faults } from "./faults/faults.js";
export type { ServiceDialect, ServiceFaultOptions } from "./faults/serviceFaults.js";
export type { EmulatedHost, RequestKind } from "./http.js";
export type { IdentityEmulator } from "./identityEmulator.js";
export type {
  AzureArcOptions,
  EmulatedUser,
  FederatedCredential,
  IdentityEmulatorOptions,
  ImdsOptions,
  UserAssignedIdentity,
} from "./options.js";
export type { RecordedRequest, RequestFilter } from "./requests.js";
export { startIdentityEmulator } from "./startIdentityEmulator.js";
