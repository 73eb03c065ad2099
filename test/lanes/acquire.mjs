// Gets a token from a chain under the application's span and prints what arrived at the application's SDK.
// Arguments: `before` or `after` (when the application registers its SDK) and `global` or `handed` (how the credential
// comes by the providers).
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ChainedTokenCredential } from "@azure/identity";
import { DiagnosticCredential } from "diagnostic-credential";
import { resolves, unavailable } from "diagnostic-credential/testing";

const [when, how] = process.argv.slice(2);
const application = await import(pathToFileURL(join(process.env.LANE_APPLICATION, "test/lanes/application.mjs")).href);
const { tracerProvider, meterProvider } = application;

let active;
class Missing {
  getToken = unavailable().getToken;
}
class Present {
  async getToken(...args) {
    active = application.activeName();
    return resolves("a token").getToken(...args);
  }
}
if (when === "before") application.register();
const credential = new DiagnosticCredential(
  new ChainedTokenCredential(new Missing(), new Present()),
  how === "handed" ? { tracerProvider, meterProvider } : {},
);
if (when === "after") application.register();

const { token } = await application.inApp(() => credential.getToken("https://vault.azure.net/.default"));
process.stdout.write(JSON.stringify({ token, active, ...(await application.exported()) }));
