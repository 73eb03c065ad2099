import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

export const scenario: Scenario = {
  id: "tlsFailure",
  label: "untrusted TLS",
  title: "Same words, first cause: a certificate that nobody vouches for",
  story: "A proxy inspects TLS and shows a certificate of its own, whose authority this process does not know.",
  expected: ["tls_failure"],
  sameWords: true,
  async run(places) {
    const { tenantId, clientId, clientSecret, misTrustedAuthorities } = places;
    const options = { ...entraOptions(places), authorityHost: misTrustedAuthorities.selfSigned };
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
