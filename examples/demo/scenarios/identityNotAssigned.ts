import { ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { imdsEnvironment, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "identityNotAssigned",
  label: "not assigned",
  title: "A managed identity that exists, but not on this machine",
  story: "The user-assigned identity was created and has all its roles. Nobody attached it to the machine.",
  expected: ["managed_identity_not_assigned"],
  environment: imdsEnvironment,
  async run() {
    const clientId = "4d0f9f0a-2c53-4f3e-9d3b-5a1c7e9b6c02";
    const credential = new DiagnosticCredential(new ManagedIdentityCredential({ clientId }), { name: "orders-blobs" });
    await credential.getToken("https://storage.azure.com/.default");
  },
};
