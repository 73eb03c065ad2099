import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "unknownApplication",
  label: "unknown app",
  title: "An application that this tenant does not know",
  story: "The client id is the test tenant's, the tenant id is production's.",
  expected: ["application_not_found"],
  async run(places) {
    const { tenantId, clientSecret } = places;
    const clientId = "b3b1c9a4-0d5e-4f0c-8a43-7a6f1f6f7f21";
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, entraOptions(places));
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
