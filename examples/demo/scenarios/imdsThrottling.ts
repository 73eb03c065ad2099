import { ManagedIdentityCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { faults } from "diagnostic-credential/testing";
import { imdsEnvironment, type Scenario } from "../scenario.ts";

const resource = "https://servicebus.azure.net";

export const scenario: Scenario = {
  id: "imdsThrottling",
  label: "IMDS throttling",
  title: "A metadata service that is asked too often",
  story: "Every process on the machine asks for a token of its own, and the metadata service says: not so fast.",
  expected: ["throttled"],
  prepare: (emulator) =>
    emulator.fault(
      { host: "imds", kind: "token", resource },
      faults.repeat(faults.imds.tooManyRequests({ retryAfterSeconds: 1 })),
    ),
  environment: imdsEnvironment,
  async run() {
    const credential = new DiagnosticCredential(new ManagedIdentityCredential(), { name: "orders-queue" });
    await credential.getToken(`${resource}/.default`);
  },
};
