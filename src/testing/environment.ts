import type { IdentityEmulatorAddresses } from "./addresses.js";

/**
 * A setting in which a credential class finds the emulator by environment variables alone: a host, or a way in which an
 * application is set up. `entra`: only where Entra ID is.
 *
 * @public
 * @since 0.1.0
 */
export type EmulatedEnvironment =
  | "entra"
  | "imds"
  | "appService"
  | "azureArc"
  | "serviceFabric"
  | "cloudShell"
  | "machineLearning"
  | "workloadIdentity"
  | "environmentSecret"
  | "environmentCertificate"
  | "environmentPassword";

/**
 * Every environment variable that decides which credential of `@azure/identity` finds what. Remove them all before
 * setting those of one {@link EmulatedEnvironment}.
 *
 * @public
 * @since 0.1.0
 */
export const identityVariables: readonly string[] = [
  "AZURE_ADDITIONALLY_ALLOWED_TENANTS",
  "AZURE_AUTHORITY_HOST",
  "AZURE_CLIENT_CERTIFICATE_PASSWORD",
  "AZURE_CLIENT_CERTIFICATE_PATH",
  "AZURE_CLIENT_ID",
  "AZURE_CLIENT_SECRET",
  "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN",
  "AZURE_FEDERATED_TOKEN_FILE",
  "AZURE_PASSWORD",
  "AZURE_POD_IDENTITY_AUTHORITY_HOST",
  "AZURE_REGIONAL_AUTHORITY_NAME",
  "AZURE_TENANT_ID",
  "AZURE_TOKEN_CREDENTIALS",
  "AZURE_USERNAME",
  "DEFAULT_IDENTITY_CLIENT_ID",
  "IDENTITY_ENDPOINT",
  "IDENTITY_HEADER",
  "IDENTITY_SERVER_THUMBPRINT",
  "IMDS_ENDPOINT",
  "MSI_ENDPOINT",
  "MSI_SECRET",
];

/** What only the emulator knows of the managed identity hosts. @internal */
export interface HostSettings {
  readonly identityHeader: string;
  readonly appService: string;
  readonly azureArc: string;
  readonly serviceFabric: string;
  readonly serverThumbprint: string;
  readonly cloudShell: string;
  readonly machineLearning: string;
  readonly systemClientId: string;
}

/** @internal */
export function environmentOf(
  name: EmulatedEnvironment,
  emulator: IdentityEmulatorAddresses,
  hosts: HostSettings,
): Record<string, string> {
  // The SDK's HTTP pipeline sends requests to loopback through a proxy like any other.
  const direct = { NO_PROXY: "localhost,127.0.0.1,169.254.169.254" };
  const entra = {
    ...direct,
    AZURE_AUTHORITY_HOST: emulator.authorityHost,
    NODE_EXTRA_CA_CERTS: emulator.caCertificatePath,
  };
  const application = { ...entra, AZURE_TENANT_ID: emulator.tenantId, AZURE_CLIENT_ID: emulator.clientId };
  switch (name) {
    case "entra":
      return entra;
    case "environmentSecret":
      return { ...application, AZURE_CLIENT_SECRET: emulator.clientSecret };
    case "environmentCertificate":
      return { ...application, AZURE_CLIENT_CERTIFICATE_PATH: emulator.clientCertificatePath };
    case "environmentPassword":
      return { ...application, AZURE_USERNAME: emulator.user.username, AZURE_PASSWORD: emulator.user.password };
    case "workloadIdentity":
      return { ...application, AZURE_FEDERATED_TOKEN_FILE: emulator.federatedTokenFile };
    case "imds":
      // At its real address the service is found without being told, and the probe is only sent then.
      return emulator.imdsEndpoint === "http://169.254.169.254"
        ? direct
        : { ...direct, AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.imdsEndpoint };
    case "appService":
      return { ...direct, IDENTITY_ENDPOINT: `${hosts.appService}/msi/token`, IDENTITY_HEADER: hosts.identityHeader };
    case "azureArc":
      return {
        ...direct,
        IDENTITY_ENDPOINT: `${hosts.azureArc}/metadata/identity/oauth2/token`,
        IMDS_ENDPOINT: hosts.azureArc,
      };
    case "serviceFabric":
      return {
        ...direct,
        IDENTITY_ENDPOINT: `${hosts.serviceFabric}/metadata/identity/oauth2/token`,
        IDENTITY_HEADER: hosts.identityHeader,
        IDENTITY_SERVER_THUMBPRINT: hosts.serverThumbprint,
        NODE_EXTRA_CA_CERTS: emulator.caCertificatePath,
      };
    case "cloudShell":
      return { ...direct, MSI_ENDPOINT: `${hosts.cloudShell}/oauth2/token` };
    case "machineLearning":
      return {
        ...direct,
        MSI_ENDPOINT: `${hosts.machineLearning}/msi/token`,
        MSI_SECRET: hosts.identityHeader,
        DEFAULT_IDENTITY_CLIENT_ID: hosts.systemClientId,
      };
  }
}
