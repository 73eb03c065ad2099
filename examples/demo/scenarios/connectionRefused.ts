import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { ClientSecretCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { entraOptions, type Scenario } from "../scenario.ts";

/** A port that was free a moment ago, so nothing listens there. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export const scenario: Scenario = {
  id: "connectionRefused",
  label: "nobody listens",
  title: "Same words, third cause: nobody listens",
  story: "The authority is reached through a gateway of the company's own, and that is being restarted.",
  expected: ["connection_failed"],
  sameWords: true,
  async run(places) {
    const { tenantId, clientId, clientSecret } = places;
    const options = { ...entraOptions(places), authorityHost: `https://127.0.0.1:${await closedPort()}` };
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
    await new DiagnosticCredential(credential, { name: "orders-db" }).getToken("https://database.windows.net/.default");
  },
};
