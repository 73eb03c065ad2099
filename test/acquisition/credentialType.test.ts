import { expect, it } from "vitest";
import { credentialTypeOf } from "../../src/acquisition/credentialType.js";

const named = (name: string, fields: object = {}): object =>
  Object.assign(Object.create({ constructor: { name } }) as object, fields);

it.each([
  ["DefaultWorkloadIdentityCredential", "WorkloadIdentityCredential"],
  ["DefaultManagedIdentityCredential", "ManagedIdentityCredential"],
  ["DefaultAzureCliCredential", "AzureCliCredential"],
  ["DefaultAzurePowershellCredential", "AzurePowerShellCredential"],
  ["DefaultAzureDeveloperCliCredential", "AzureDeveloperCliCredential"],
  ["DefaultAzureCredential", "DefaultAzureCredential"],
  ["EnvironmentCredential", "EnvironmentCredential"],
])("a member of a DefaultAzureCredential of 4.0 that is a %s is called %s", (name, type) => {
  expect(credentialTypeOf(named(name))).toBe(type);
});

it.each([
  ["createDefaultAzurePowershellCredential", "AzurePowerShellCredential"],
  ["createDefaultWorkloadIdentityCredential", "WorkloadIdentityCredential"],
  ["", "ManagedIdentityCredential"],
  ["createBroker", "UnavailableDefaultCredential"],
])("a stand-in for what %j did not make is called %s", (credentialName, type) => {
  expect(credentialTypeOf(named("UnavailableDefaultCredential", { credentialName }))).toBe(type);
});
