// What a request pays that has nothing to do with a credential: Node.js tells the library of it, which looks at the
// AsyncLocalStorage and leaves. The first row is the bare publication to a subscriber that does nothing.
import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { DiagnosticCredential } from "diagnostic-credential";
import { compare } from "../compare.ts";

const server = http.createServer((_, response) => response.end("ok"));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const get = () =>
  new Promise<void>((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port, agent }, (response) => response.resume().on("end", resolve))
      .on("error", reject);
  });

const names = ["http.client.request.created", "http.client.response.finish"];
const nothing = () => {};
const request = http.get({ host: "127.0.0.1", port, agent });
const response = await new Promise<http.IncomingMessage>((resolve) => request.on("response", resolve));
response.resume();
const publish = () => {
  for (const name of names) channel(name).publish({ request, response });
};
for (const name of names) subscribe(name, nothing);
const before = await compare({ "a subscriber that does nothing": publish });
for (const name of names) unsubscribe(name, nothing);
const [aloneBefore] = await compare({ "GET over loopback, nobody subscribed": get }, { timeMs: 200 });

new DiagnosticCredential({ getToken: async () => null });
const after = await compare({ "a DiagnosticCredential exists": publish });
const [aloneAfter] = await compare({ "GET over loopback, a DiagnosticCredential exists": get }, { timeMs: 200 });

const against = (row: (typeof after)[number] | undefined, base: (typeof after)[number] | undefined) => ({
  name: row?.name ?? "",
  ns: row?.ns ?? Number.NaN,
  ratio: (row?.ns ?? Number.NaN) / (base?.ns ?? Number.NaN),
});
process.stdout.write(
  JSON.stringify([before[0], against(after[0], before[0]), aloneBefore, against(aloneAfter, aloneBefore)]),
);
process.exit(0);
