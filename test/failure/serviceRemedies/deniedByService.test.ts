import { expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const ID = "3f9c1d52-7a41-4b0e-9c66-2d8e5a1b7c04";
const SCOPE = "/subscriptions/1215f89b-49c6-429a-b27f-8af32cacb8db/resourceGroups/rg-web";

/** The first command, and all sentences. */
function advice(text: string): { kind: string; command: string | undefined; actions: string } {
  const { kind, remedies } = diagnose(text);
  return { kind, command: remedies[0]?.command, actions: remedies.map(({ action }) => action).join("\n") };
}

test.each([
  [
    "a vault with access policies",
    `(Forbidden) The user, group or application 'appid=1;oid=${ID};iss=https://sts.windows.net/x/' does not have secrets get permission on key vault 'kv-shop;location=westeurope'.`,
    `az keyvault set-policy -n kv-shop --object-id ${ID} --secret-permissions get`,
  ],
  [
    "keys of such a vault",
    `does not have keys sign permission on key vault 'kv-shop;location=westeurope', oid=${ID}`,
    `az keyvault set-policy -n kv-shop --object-id ${ID} --key-permissions sign`,
  ],
  [
    "a vault with roles",
    `Caller is not authorized to perform action on resource.\nCaller: appid=1;oid=${ID}\nAction: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\nResource: '/subscriptions/1215f89b-49c6-429a-b27f-8af32cacb8db/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv1/secrets/db'`,
    `az role assignment create --assignee ${ID} --role "Key Vault Secrets User" --scope "/subscriptions/1215f89b-49c6-429a-b27f-8af32cacb8db/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv1"`,
  ],
  [
    "a vault that does not say how it grants access",
    "Failed to query service connection API: 'https://kv-team.vault.azure.net/secrets?maxresults=1'. Status Code: 'Forbidden'",
    "az keyvault show -n kv-team --query properties.enableRbacAuthorization",
  ],
  [
    "Azure Resource Manager",
    `The client 'x' with object id '${ID}' does not have authorization to perform action 'Microsoft.OperationalInsights/workspaces/listKeys/action' over scope '${SCOPE}' or the scope is invalid.`,
    `az role assignment create --assignee ${ID} --role "Log Analytics Contributor" --scope "${SCOPE}"`,
  ],
  [
    "Azure Resource Manager, to read",
    `(AuthorizationFailed) The client 'x' with object id '${ID}' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '${SCOPE}'`,
    `az role assignment create --assignee ${ID} --role "Reader" --scope "${SCOPE}"`,
  ],
  [
    "Microsoft Graph",
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}',
    "az ad app permission admin-consent --id <client-id>",
  ],
  [
    "Storage queues",
    "Queue listener failed: AuthorizationPermissionMismatch, https://stshop.queue.core.windows.net/orders",
    'az role assignment create --assignee <object-id> --role "Storage Queue Data Contributor" --scope "<account-id>"',
  ],
  [
    "Cosmos DB",
    `Forbidden (403); Substatus: 5301; Reason: (Request blocked by Auth cosmos-shop : Request is blocked because principal [${ID}] does not have required RBAC permissions to perform action [Microsoft.DocumentDB/databaseAccounts/readMetadata] on resource [/].)`,
    `az cosmosdb sql role assignment create -g <group> -a cosmos-shop --principal-id ${ID} --role-definition-id 00000000-0000-0000-0000-000000000002 --scope "/"`,
  ],
  [
    "Event Hubs",
    "com.microsoft.azure.eventhubs.AuthorizationFailedException: Unauthorized access. 'Listen' claim(s) are required to perform this operation.",
    'az role assignment create --assignee <object-id> --role "Azure Event Hubs Data Receiver" --scope "<namespace-id>"',
  ],
  [
    "Service Bus",
    "Azure.Messaging.ServiceBus.ServiceBusException: Unauthorized access. 'Send' claim(s) are required (UnauthorizedAccess)",
    'az role assignment create --assignee <object-id> --role "Azure Service Bus Data Sender" --scope "<namespace-id>"',
  ],
  [
    "a cluster that may not pull from its registry",
    "containerd: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://shopacr.azurecr.io/oauth2/token: 403 Forbidden",
    "az aks update -g <group> -n <cluster> --attach-acr shopacr",
  ],
  [
    "Azure OpenAI",
    `PermissionDenied: The principal \`${ID}\` lacks the required data action \`Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action\``,
    `az role assignment create --assignee ${ID} --role "Cognitive Services OpenAI User" --scope "<ai-resource-id>"`,
  ],
  [
    "the API server of a cluster",
    'Error from server (Forbidden): pods is forbidden: User "1" cannot list resource "pods" in API group "": User does not have access to the resource in Azure. Update role assignment to allow access.',
    'az role assignment create --assignee <object-id> --role "Azure Kubernetes Service RBAC Reader" --scope "<cluster-id>"',
  ],
])("%s", (_service, text, command) => {
  expect(advice(text)).toMatchObject({ kind: "authorization_denied", command });
});

test("a role cannot help where a token never may", () => {
  const { command, actions } = advice(
    "Request blocked by Auth acct : The given request [POST /dbs] cannot be authorized by AAD token in data plane. Forbidden (403)",
  );
  expect(command).toBe("az cosmosdb sql database create -g <group> -a acct -n <database>");
  expect(actions).not.toContain("Assign");
});

test.each([
  "Key based authentication is not permitted on this storage account. ErrorCode:KeyBasedAuthenticationNotPermitted",
  "403 litellm.APIError: AzureException APIError - Key based authentication is disabled for this resource.",
])("a key was sent, not a token: %s", (text) => {
  expect(advice(text).actions).toMatch(/^Use a token (?:instead|in place) of the /);
});

test("Azure roles do not count for Microsoft Graph, nor what nobody named", () => {
  const { actions } = advice(
    "APIError Code: 403 message: Missing application permission, role. API requires one of 'Mail.Read, Mail.ReadWrite'. (ErrorAccessDenied) graph.microsoft.com",
  );
  expect(actions).toContain("one of Mail.Read, Mail.ReadWrite of Microsoft Graph");
  expect(actions).not.toContain("<");
});

test("nothing that a shell acts on gets into a command", () => {
  const { remedies } = diagnose(
    "The client 'x' with object id '$(id)' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/subscriptions/1/resourceGroups/$(reboot)'",
  );
  expect(remedies[0]?.command).toBe(
    'az role assignment create --assignee <object-id> --role "Reader" --scope "<scope-id>"',
  );
});
