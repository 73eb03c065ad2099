import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import type { IdentityEmulatorAddresses } from "diagnostic-credential/testing";
import type { CredentialName, Mode } from "./orders.ts";

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

/** What the callers of a crowd ask. */
export function asked(cold: TokenCredential, mode: Mode): TokenCredential {
  if (mode === "bare") return cold;
  if (mode !== "by hand") return new DiagnosticCredential(cold);
  let pending: ReturnType<TokenCredential["getToken"]> | undefined;
  return {
    getToken(scopes) {
      pending ??= cold.getToken(scopes).finally(() => {
        pending = undefined;
      });
      return pending;
    },
  };
}
