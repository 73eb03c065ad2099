import { expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

const commands = (text: string): (string | undefined)[] => diagnose(text).remedies.map(({ command }) => command);
const pages = (text: string): string =>
  diagnose(text)
    .remedies.map(({ url }) => url)
    .join("\n");

test.each([
  [
    "Cannot open server 'contoso-sql' requested by the login. Client with IP address '20.50.1.9' is not allowed to access the server.",
    "az sql server firewall-rule create -g <group> -s contoso-sql -n <rule-name> --start-ip-address 20.50.1.9 --end-ip-address 20.50.1.9",
  ],
  [
    "RestError: Client address is not authorized and caller is not a trusted service.\nClient address: 20.42.11.16\nVault: kv1;location=westeurope",
    "az keyvault network-rule add -n kv1 --ip-address 20.42.11.16",
  ],
  [
    "(Forbidden) Public network access is disabled and request is not from a trusted service nor via an approved private link.\nVault: kv1;location=westeurope",
    "nslookup kv1.vault.azure.net",
  ],
  [
    "Error response from daemon: Get https://shopacr.azurecr.io/v2/: denied: client with IP '52.174.3.80' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
    "az acr network-rule add -n shopacr --ip-address 52.174.3.80",
  ],
  [
    "403 This request is not authorized to perform this operation. ErrorCode: AuthorizationFailure https://stshop.blob.core.windows.net/c",
    'az storage account show -n stshop --query "{public:publicNetworkAccess,default:networkRuleSet.defaultAction,addresses:networkRuleSet.ipRules}"',
  ],
  [
    "Request originated from IP 52.174.10.22 through public internet. This is blocked by your Cosmos DB account firewall settings.",
    "az cosmosdb show -g <group> -n <account> --query ipRules",
  ],
  [
    "sasl_ssl://eh-prod.servicebus.windows.net:9093/bootstrap: SASL authentication error: The request was rejected by firewall checks.",
    "az eventhubs namespace network-rule-set show -g <group> --namespace-name eh-prod",
  ],
])("%s", (text, command) => {
  expect(diagnose(text).kind).toBe("network_rule_denied");
  expect(commands(text)[0]).toBe(command);
});

test("a private address is no use in a rule", () => {
  const text =
    "Client address is not authorized and caller is not a trusted service.\nClient address: 10.1.2.3\nVault: kv1;";
  expect(commands(text)[0]).toBe("az keyvault network-rule add -n kv1 --ip-address <ip>");
});

test("the page of Key Vault is for Key Vault alone", () => {
  const text = "com.azure.messaging.servicebus.ServiceBusException: Ip has been prevented to connect to the endpoint.";
  expect(pages(text)).not.toContain("key-vault");
  expect(pages(text)).toContain("service-bus-ip-filtering");
});
