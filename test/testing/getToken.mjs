// Asks one real credential of @azure/identity for a token and prints what came of it. A process of its own, since the
// SDK decides once per process where managed identity is, and Node.js reads NODE_EXTRA_CA_CERTS only at start.
import * as identity from "@azure/identity";

const { credential, args = [], scopes, options } = JSON.parse(process.argv[2]);
const started = Date.now();
const report = (result) => process.stdout.write(JSON.stringify({ ...result, milliseconds: Date.now() - started }));
try {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the class is an argument
  const token = await new identity[credential](...args).getToken(scopes, options);
  report({ token });
} catch (error) {
  report({ error: { name: error.name, message: error.message } });
}
