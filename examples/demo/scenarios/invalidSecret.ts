import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "invalidSecret",
  label: "wrong secret",
  title: "A client secret that is not one",
  story: "Somebody copied the secret's id instead of its value.",
  expected: ["invalid_client_secret"],
  async run(places) {
    const secretId = "6f2d1c1e-5a0b-4a57-9c8e-2f6f3c0d9b11";
    const credential = new ClientSecretCredential(places.tenantId, places.clientId, secretId, entraOptions(places));
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
