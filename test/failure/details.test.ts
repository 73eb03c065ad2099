import { describe, expect, test } from "vitest";
import { fillIn } from "../../src/failure/details.js";
import { diagnose } from "../../src/failure/diagnose.js";
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

test("a subject of GitHub Actions brings its issuer and audience", () => {
  const text =
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/orders:environment:dev'.";
  expect(diagnose(text).remedies[1]?.command).toBe(
    'az identity federated-credential create -g <group> --identity-name <identity> -n <name> --issuer https://token.actions.githubusercontent.com --subject "repo:contoso/orders:environment:dev" --audiences api://AzureADTokenExchange',
  );
  const other = text.replace("repo:contoso/orders:environment:dev", "system:serviceaccount:prod:orders");
  expect(
    diagnose(other)
      .remedies.map(({ command }) => command)
      .join(),
  ).toContain("--issuer <issuer>");
});

test("an application by its name and, in brackets, its id", () => {
  const text =
    "AADSTS50105: Your administrator has configured the application hr-portal ('69daf215-f489-4393-8542-240e69e127cd') to block users unless they are specifically granted ('assigned') access to the application.";
  expect(diagnose(text).remedies[1]?.command).toBe(
    "az ad sp show --id 69daf215-f489-4393-8542-240e69e127cd --query appRoleAssignmentRequired",
  );
});
