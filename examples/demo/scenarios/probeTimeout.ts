import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";
import { DefaultAzureCredential, type DefaultAzureCredentialOptions } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { faults } from "diagnostic-credential/testing";
import type { Scenario } from "../scenario.ts";

const IMDS = "http://169.254.169.254/";

/** Brings what is meant for the metadata service to the emulator, and lets nothing else out. */
function redirected(imdsEndpoint: string): HttpClient {
  const client = createDefaultHttpClient();
  return {
    sendRequest(request) {
      if (!request.url.startsWith(IMDS)) throw new Error(`The demo must not contact ${new URL(request.url).host}.`);
      request.url = `${imdsEndpoint}/${request.url.slice(IMDS.length)}`;
      return client.sendRequest(request);
    },
  };
}

export const scenario: Scenario = {
  id: "probeTimeout",
  label: "slow probe",
  title: "A managed identity that is lost to a one-second probe",
  story:
    "The machine has an identity, but its metadata service has just started and needs three seconds to answer. " +
    "DefaultAzureCredential waits for one, concludes that there is no identity, and goes on to the developer's tools.",
  expected: ["managed_identity_probe_timeout"],
  prepare: (emulator) => emulator.fault({ host: "imds", kind: "probe" }, faults.repeat(faults.delay(3000))),
  async run({ imdsEndpoint }) {
    // The constructor's type does not tell of the pipeline options that it hands on to every member.
    const options: DefaultAzureCredentialOptions & { httpClient: HttpClient } = {
      httpClient: redirected(imdsEndpoint),
    };
    const credential = new DiagnosticCredential(new DefaultAzureCredential(options), { name: "orders-vault" });
    await credential.getToken("https://vault.azure.net/.default");
  },
};
