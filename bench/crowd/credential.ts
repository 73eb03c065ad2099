import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import type { IdentityEmulatorAddresses } from "diagnostic-credential/testing";
import type { CredentialName } from "./orders.ts";

/** A real credential of `@azure/identity` that knows the emulator, its caches empty. */
export function coldCredential(name: CredentialName, addresses: IdentityEmulatorAddresses): TokenCredential {
  // Where IMDS is, it reads from the environment.
  if (name === "ManagedIdentityCredential") return new ManagedIdentityCredential();
  const { tenantId, clientId, clientSecret, authorityHost, caCertificate } = addresses;
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: caCertificate },
  });
}
