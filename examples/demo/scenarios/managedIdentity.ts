import { ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { imdsEnvironment, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "managedIdentity",
  label: "managed identity",
  title: "A managed identity that works, and then the cache",
  story: "The good case, to know what it looks like: one request to the metadata service, then none.",
  expected: ["network", "cache"],
  environment: imdsEnvironment,
  async run() {
    const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-blobs" });
    await credential.getToken("https://storage.azure.com/.default");
    await credential.getToken("https://storage.azure.com/.default");
  },
};
