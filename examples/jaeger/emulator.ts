import type { TokenCredential } from "@azure/core-auth";
import { ChainedTokenCredential, ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { DiagnosticCredential } from "diagnostic-credential";
import { faults, startIdentityEmulator } from "diagnostic-credential/testing";

/** What `/orders?fail=...` makes go wrong. */
export const failures = ["secret", "tls", "throttled", "identity", "role"] as const;
export type Failure = (typeof failures)[number];

/**
 * Entra ID, a managed identity endpoint and a vault on this machine, so that the example runs without an Azure account.
 * The credentials and the client are the real ones, and so are their errors.
 */
export async function startEmulatedAzure() {
  const emulator = await startIdentityEmulator();
  // Leads every managed identity credential of this process to the emulator.
  Object.assign(process.env, emulator.environment("imds"));

  function application(secret: string, authorityHost = emulator.authorityHost): ClientSecretCredential {
    return new ClientSecretCredential(emulator.tenantId, emulator.clientId, secret, {
      ...emulator.credentialOptions(),
      authorityHost,
      // One retry instead of three: nobody likes to wait for a failure that is made on purpose.
      retryOptions: { maxRetries: 1, retryDelayInMs: 100 },
    });
  }

  function credentialThat(failure: Failure | undefined): TokenCredential {
    switch (failure) {
      case "secret":
        return application("not-the-secret");
      case "tls":
        return application(emulator.clientSecret, emulator.misTrustedAuthorities.selfSigned);
      case "throttled":
        // "Too many requests, come back in a second": the credential does, and the call succeeds late.
        emulator.fault({ host: "entra", kind: "token" }, faults.throttled({ retryAfterSeconds: 1 }));
        return application(emulator.clientSecret);
      case "identity":
        // No managed identity here: the chain goes on to its next member, and the call succeeds.
        emulator.fault({ host: "imds" }, faults.imds.identityNotFound());
        return new ChainedTokenCredential(new ManagedIdentityCredential(), application(emulator.clientSecret));
      case "role":
        // The client's first request brings no token and gets a challenge; the second one meets the fault.
        emulator.fault({ host: "service" }, faults.delay(0), faults.service.forbidden());
        return application(emulator.clientSecret);
      case undefined:
        return application(emulator.clientSecret);
    }
  }

  function newClient(failure: Failure | undefined): SecretClient {
    const credential = new DiagnosticCredential(credentialThat(failure), { name: "orders-vault" });
    // The two options are for the emulator's address and certificate; a real vault needs neither.
    return new SecretClient(emulator.serviceEndpoint, credential, {
      disableChallengeResourceVerification: true,
      tlsOptions: { ca: emulator.caCertificate },
    });
  }

  const healthy = newClient(undefined);
  return {
    /** A client that fails as asked, with a credential of its own; without a failure always the same client. */
    secretClient: (failure: Failure | undefined): SecretClient =>
      failure === undefined ? healthy : newClient(failure),
    close: () => emulator.close(),
  };
}
