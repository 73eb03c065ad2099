import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "dnsFailure",
  label: "no such host",
  title: "Same words, second cause: a name that does not resolve",
  story: "The authority is https://login.$REGION.contoso.invalid, and in this deployment REGION is empty.",
  expected: ["dns_failure"],
  sameWords: true,
  async run(places) {
    const { tenantId, clientId, clientSecret } = places;
    // A name with an empty label is refused by the resolver itself: no packet leaves the machine.
    const options = { ...entraOptions(places), authorityHost: "https://login..contoso.invalid" };
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
