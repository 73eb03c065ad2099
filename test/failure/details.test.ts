import { describe, expect, test } from "vitest";
import { fillIn } from "../../src/failure/details.js";
import { readEvidence } from "../../src/failure/evidence.js";

const ID = "c36f1a2b-0d4e-4f5a-9b6c-7d8e9f0a1b2c";
const filled = (command: string, text: string): string => fillIn(command, readEvidence(text));

describe("values of the evidence in a command", () => {
  test.each([
    `AADSTS65001: The user or administrator has not consented to use the application with ID '${ID}' named 'Orders'.`,
    `AADSTS700027: The certificate is not registered. Configured keys for app Id '${ID}' are empty.`,
    `AADSTS50011: The reply URL does not match the reply URLs configured for the application: '${ID}'.`,
    `AADSTS700016: Application with identifier '${ID}' was not found in the directory.`,
  ])("client id: %s", (text) => {
    expect(filled("az ad app show --id <client-id>", text)).toBe(`az ad app show --id ${ID}`);
  });

  test.each([
    `AADSTS500014: The service principal for resource '${ID}' is disabled.`,
    `AADSTS650052: The app is trying to access a service '${ID}'(Billing) that your organization lacks.`,
  ])("id of the API: %s", (text) => {
    expect(filled("az ad sp show --id <api-id>", text)).toBe(`az ad sp show --id ${ID}`);
  });

  test("an option in double quotes and what azure/login prints", () => {
    expect(filled("az login --tenant <tenant>", `az login --tenant "${ID}" --scope "x"`)).toBe(
      `az login --tenant ${ID}`,
    );
    expect(filled("<issuer>", "Federated token details:\n issuer - https://token.actions.githubusercontent.com")).toBe(
      "https://token.actions.githubusercontent.com",
    );
  });

  test("what does not fit the pattern stays a placeholder", () => {
    expect(filled("az ad app show --id <client-id>", "application with ID 'x; rm -rf /'")).toBe(
      "az ad app show --id <client-id>",
    );
  });
});
