import { AzureCliCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import type { Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "azureCli",
  label: "no az login",
  title: "A laptop on Monday morning",
  story: "The Azure CLI is there, but its sign-in ended over the weekend.",
  expected: ["tool_not_signed_in"],
  async run() {
    const credential = new DiagnosticCredential(new AzureCliCredential(), { name: "orders-vault" });
    await credential.getToken("https://vault.azure.net/.default");
  },
};
