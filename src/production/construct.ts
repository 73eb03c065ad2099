import {
  ClientCertificateCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import type { Plan } from "./choice.js";
import type { ProductionCredentialOptions } from "./options.js";

/** The credential of `@azure/identity` that was chosen. @internal */
export function construct(
  plan: Plan,
  options: ProductionCredentialOptions["tokenCredentialOptions"] = {},
): TokenCredential {
  switch (plan.way) {
    case "workloadIdentity": {
      const { tenantId, clientId, tokenFile } = plan;
      return new WorkloadIdentityCredential({ ...options, tenantId, clientId, tokenFilePath: tokenFile });
    }
    case "managedIdentity": {
      // A copy, since the class writes to the object it is given.
      return new ManagedIdentityCredential(
        plan.identity === "systemAssigned" ? { ...options } : { ...options, ...plan.identity },
      );
    }
    case "certificate": {
      const { tenantId, clientId, path, password, sendChain, additionalTenants } = plan;
      return new ClientCertificateCredential(
        tenantId,
        clientId,
        { certificatePath: path, ...(password !== undefined && { certificatePassword: password }) },
        {
          sendCertificateChain: sendChain,
          ...(additionalTenants !== undefined && { additionallyAllowedTenants: [...additionalTenants] }),
          ...options,
        },
      );
    }
  }
}
