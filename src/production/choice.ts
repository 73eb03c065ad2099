/**
 * How a program proves who it is in production, in the order in which {@link createProductionCredential} looks.
 *
 * @public
 * @since 0.1.0
 */
export type ProductionWay = "workloadIdentity" | "managedIdentity" | "certificate";

/**
 * Where a managed identity comes from.
 *
 * `virtualMachine` is the instance metadata service, which virtual machines, scale sets and the nodes of a cluster have.
 *
 * @public
 * @since 0.1.0
 */
export type ManagedIdentityHost =
  | "appService"
  | "functions"
  | "containerApps"
  | "machineLearning"
  | "serviceFabric"
  | "azureArc"
  | "virtualMachine";

/**
 * Which managed identity: the host's own, or one that was assigned to it, by one of its ids.
 *
 * @public
 * @since 0.1.0
 */
export type ManagedIdentitySelector =
  | "systemAssigned"
  | { readonly clientId: string }
  | { readonly objectId: string }
  | { readonly resourceId: string };

/**
 * What {@link createProductionCredential} chose and why. No value of any variable is in it.
 *
 * @public
 * @since 0.1.0
 */
export interface ProductionCredentialChoice {
  readonly way: ProductionWay;
  /** The class of `@azure/identity`. */
  readonly credentialType: "WorkloadIdentityCredential" | "ManagedIdentityCredential" | "ClientCertificateCredential";
  /** Only of a managed identity. */
  readonly host?: ManagedIdentityHost;
  /** The variables that decided. */
  readonly variables: readonly string[];
  /** Variables and options of another way that are set too and not used. */
  readonly unused: readonly string[];
  /** All of this in one sentence, without any identifier: fit for a log. */
  readonly sentence: string;
}

/** What it takes to construct the credential. @internal */
export type Plan =
  | {
      readonly way: "workloadIdentity";
      readonly tenantId: string;
      readonly clientId: string;
      readonly tokenFile: string;
    }
  | { readonly way: "managedIdentity"; readonly identity: ManagedIdentitySelector }
  | {
      readonly way: "certificate";
      readonly tenantId: string;
      readonly clientId: string;
      readonly path: string;
      readonly password: string | undefined;
      readonly sendChain: boolean;
      readonly additionalTenants: readonly string[] | undefined;
    };

/** A way that is set up. @internal */
export interface Candidate {
  readonly plan: Plan;
  readonly host?: ManagedIdentityHost;
  readonly variables: readonly string[];
  /** The beginning of the sentence. */
  readonly reason: string;
}

/** @internal */
export interface Selection {
  readonly plan: Plan;
  readonly choice: ProductionCredentialChoice;
}
