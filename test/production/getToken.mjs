// Makes the production credential of this process and gets one token with it. A process of its own, since the SDK decides
// once per process where managed identity is, and Node.js reads NODE_EXTRA_CA_CERTS only at start. Runs on dist/.
import { subscribe } from "node:diagnostics_channel";
import { createProductionCredential } from "diagnostic-credential/production";

const { options, scope } = JSON.parse(process.argv[2]);
const said = {};
subscribe("diagnostic-credential.acquisition", ({ credentialType, tokenSource }) => {
  Object.assign(said, { credentialType, tokenSource });
});
try {
  const credential = createProductionCredential(options);
  said.choice = credential.choice;
  said.token = (await credential.getToken(scope)).token;
} catch ({ name, code, message }) {
  said.error = { name, code, message };
}
process.stdout.write(JSON.stringify(said));
