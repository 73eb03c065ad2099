/**
 * The credential for production, by what the host shows. Needs `@azure/identity`.
 *
 * @packageDocumentation
 */

export type {
  ManagedIdentityHost,
  ManagedIdentitySelector,
  ProductionCredentialChoice,
  ProductionWay,
} from "./choice.js";
export {
  createProductionCredential,
  describeProductionCredential,
  type ProductionCredential,
} from "./createProductionCredential.js";
export { type CredentialSetupCode, CredentialSetupError, isCredentialSetupError } from "./credentialSetupError.js";
export type { HostSetup } from "./hostGuides.js";
export type { ProductionCredentialOptions } from "./options.js";
