import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "expiredSecret",
  label: "expired secret",
  title: "A client secret that worked until last night",
  story: "Nobody changed anything. The secret had an end date.",
  expected: ["expired_client_secret"],
  async run(places) {
    const { tenantId, clientId, expiredClientSecret } = places;
    const credential = new ClientSecretCredential(tenantId, clientId, expiredClientSecret, entraOptions(places));
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
