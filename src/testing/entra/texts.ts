/** What Entra's sentences mention. @internal */
export interface RefusalFacts {
  readonly clientId: string;
  /** Tenant as it was asked for. */
  readonly tenant: string;
  readonly tenantName: string;
  readonly scope: string;
  readonly resource: string;
  /** The one thing that the sentence is about, where it is none of the above. */
  readonly detail: string;
}

const notInDirectory =
  "This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.";
const federation =
  "Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/** Entra's own sentences for the refusals that the emulator can come to by itself, and a few more. @internal */
export const refusalTexts: Readonly<Record<number, (facts: RefusalFacts) => string>> = {
  50013: ({ detail }) => `Assertion failed signature validation. [Reason - ${detail || "The key was not found."}]`,
  50027: () => "JWT token is invalid or malformed.",
  50034: ({ tenantName }) =>
    `The user account does not exist in the ${tenantName} directory. To sign into this application, the account must be added to the directory.`,
  50076: ({ resource }) =>
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resource || "00000003-0000-0000-c000-000000000000"}'.`,
  50126: () => "Error validating credentials due to invalid username or password.",
  53003: () =>
    "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
  54005: () =>
    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
  65001: ({ clientId }) =>
    `The user or administrator has not consented to use the application with ID '${clientId}' named 'emulated-app'. Send an interactive authorization request for this user and resource.`,
  70000: () => "Provided grant is invalid or malformed.",
  70003: () => "The app returned an unsupported grant type.",
  70008: () =>
    "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
  70011: ({ scope }) =>
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  70016: () => "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
  70019: () => "Verification code expired. Have the user retry the sign-in.",
  90002: ({ tenant }) =>
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  90033: () => "A transient error has occurred. Please try again.",
  90055: () => "There are too many incoming requests.",
  500011: ({ resource, tenantName }) =>
    `The resource principal named ${resource} was not found in the tenant named ${tenantName}. ${notInDirectory} You might have sent your authentication request to the wrong tenant.`,
  500131: ({ detail }) =>
    `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${detail}' and the expected audience is 'api://<client id>' or one of the Application Uris of this application.`,
  500133: ({ detail }) =>
    `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. ${detail}`,
  501481: () => "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  700016: ({ clientId, tenantName }) =>
    `Application with identifier '${clientId}' was not found in the directory '${tenantName}'. ${notInDirectory} You may have sent your authentication request to the wrong tenant.`,
  700021: () =>
    "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
  700023: ({ detail }) =>
    `Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials . The audience was '${detail}'.`,
  700024: ({ detail }) =>
    `Client assertion is not within its valid time range. ${detail} Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .`,
  700027: ({ clientId, detail }) =>
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${detail}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${clientId}'.]`,
  700082: () => "The refresh token has expired due to inactivity.",
  700211: ({ detail }) =>
    `No matching federated identity record found for presented assertion issuer '${detail}'. ${federation}`,
  700212: ({ detail }) =>
    `No matching federated identity record found for presented assertion audience '${detail}'. ${federation}`,
  700213: ({ detail }) =>
    `No matching federated identity record found for presented assertion subject '${detail}'. ${federation}`,
  900144: ({ detail }) => `The request body must contain the following parameter: '${detail || "scope"}'.`,
  1002012: ({ scope }) =>
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  7000215: ({ clientId }) =>
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  7000216: () =>
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  7000218: () => "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  7000222: ({ clientId }) =>
    `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
};
