import { isClientTrace } from "../clientCrash.js";
import type { Evidence } from "../evidence.js";
import type { Rule } from "../rules/rule.js";
import type { Verdict } from "../verdict.js";

const WITHOUT_BODY: Rule = {
  id: "client.no-body",
  kind: "unknown",
  says: "The client crashed over an error answer of the service that has no body, and its status is lost: most often it is 401 to a token of another tenant or audience, or to one that does not meet a claims challenge.",
  example: "TypeError: Cannot read properties of undefined (reading 'error')\n    at keyVaultErrorDeserializer",
  sources: ["js"],
  remedies: [
    {
      action: "See which status and header the service answers with.",
      command: "curl -sS -o /dev/null -D - https://<vault>.vault.azure.net/secrets?api-version=7.4",
      url: "https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses",
    },
    {
      action: "Turn on the log of HTTP in the program and repeat the call: it shows the answer that the client lost.",
      command: "export AZURE_LOG_LEVEL=info",
      url: "https://learn.microsoft.com/javascript/api/overview/azure/logger-readme",
    },
  ],
};

/**
 * A crash of a client over what a service answered.
 *
 * @internal
 */
export function byClientCrash({ nodes, text }: Evidence): Verdict | undefined {
  const crashed = nodes.some((node) => node.clientCrash === true) || isClientTrace(text);
  return crashed ? { kind: "unknown", rule: WITHOUT_BODY, answered: true } : undefined;
}
