import { ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { imdsEnvironment, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "crowd",
  label: "a crowd",
  title: "Four callers at once, and one request",
  story:
    "The service starts, and its first four requests all need a token. By itself the credential would ask four times; here they share one acquisition, and each trace leads to it.",
  expected: ["network", "coalesced", "coalesced", "coalesced"],
  environment: imdsEnvironment,
  async run() {
    const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-tables" });
    await Promise.all(Array.from({ length: 4 }, () => credential.getToken("https://storage.azure.com/.default")));
  },
};
