import { expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const TRUSTED = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const OTHER = "11111111-2222-4333-8444-555555555555";

const first = (text: string): string | undefined => diagnose(text).remedies[0]?.action;

test.each([
  [
    `AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${TRUSTED}/, https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/, found https://sts.windows.net/${OTHER}/.`,
    `Get the token from tenant ${TRUSTED}, which the vault trusts, instead of ${OTHER}: set the tenant id of the credential (AZURE_TENANT_ID).`,
  ],
  [
    `InvalidAuthenticationTokenTenant: The access token is from the wrong issuer 'https://sts.windows.net/${OTHER}/'. It must match the tenant 'https://sts.windows.net/${TRUSTED}/' associated with this subscription.`,
    `Get the token from tenant ${TRUSTED}, which the subscription belongs to, instead of ${OTHER}: set the tenant id of the credential (AZURE_TENANT_ID).`,
  ],
  [
    "AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://management.azure.com/.",
    "Ask for a token of this service: the scope is https://vault.azure.net/.default, in the cloud of the service.",
  ],
  [
    "ExpiredAuthenticationToken: The access token expiry UTC time '3/9/2024 10:04:12 AM' is earlier than current UTC time '3/9/2024 10:31:40 AM'.",
    "Give the client the credential, or ask it for a token before each request, instead of keeping a token: it lasts about an hour.",
  ],
  [
    '401 {"error":{"code":"AuthenticationFailed","message":"Authentication failed. The \'Authorization\' header is missing the access token."}}',
    "Send an access token with the request: none arrived. Pass the credential to the client, and check that no redirect, proxy or wrong option drops the Authorization header.",
  ],
  [
    'Error response from daemon: Head "https://shopacr.azurecr.io/v2/base/manifests/v2": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
    "Log in to the registry; the login lasts three hours.",
  ],
  [
    "CosmosHttpResponseError: (Unauthorized) Local Authorization is disabled. Use an AAD token to authorize all requests.",
    "Use a credential of Microsoft Entra ID in place of the account key or connection string: the account takes no keys.",
  ],
  [
    "IDX10214: Audience validation failed. Audiences: 'api://a'. Did not match: validationParameters.ValidAudience: 'api://b'",
    "Have the client ask for the scope of this API (api://…/.default), not that of Microsoft Graph or another.",
  ],
])("%s", (text, action) => {
  expect(diagnose(text).kind).toBe("token_rejected");
  expect(first(text)).toBe(action);
});

test("a laptop’s Azure CLI says nothing of the tenant that a service principal asks", () => {
  const text = `RestError: AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${TRUSTED}/, found https://sts.windows.net/${OTHER}/. https://kv1.vault.azure.net/`;
  expect(diagnose(text).remedies[0]?.command).toBe("az keyvault show -n kv1 --query properties.tenantId");
});
