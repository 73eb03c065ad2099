// What a policy costs: on a call that is not sampled, and at construction.
import { DefaultAzureCredential, ManagedIdentityCredential } from "@azure/identity";
import { AlwaysOffSampler, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { DiagnosticCredential } from "diagnostic-credential";
import { compare } from "../compare.ts";

new NodeTracerProvider({ sampler: new AlwaysOffSampler() }).register();
const SCOPE = "https://vault.azure.net/.default";
const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
const token = {
  token: `${part({ alg: "RS256" })}.${part({ idtyp: "app", oid: "x", roles: ["r"] })}.c2ln`,
  expiresOnTimestamp: Date.now() + 3_600_000,
};
const identity = () => Object.assign(new ManagedIdentityCredential({ clientId: "x" }), { getToken: async () => token });

const without = new DiagnosticCredential(identity(), { policy: "off" });
const held = new DiagnosticCredential(identity(), { policy: "production" });
const rows = await compare(
  {
    "a call, no policy": () => without.getToken(SCOPE),
    "a call, policy production": () => held.getToken(SCOPE),
  },
  { rounds: 31 },
);
const chain = new DefaultAzureCredential();
const made = await compare({
  "construction over a DefaultAzureCredential, no policy": () => new DiagnosticCredential(chain, { policy: "off" }),
  "the same, every rule on": () => new DiagnosticCredential(chain, { policy: "development" }),
});
process.stdout.write(JSON.stringify([...rows, ...made]));
process.exit(0);
