import type { Evidence } from "../evidence.js";
import { APP_SERVICE, ARC, AZURE_ML, CLOUD_SHELL, CONTAINER_APPS } from "../hostRemedies/pages.js";
import type { Host, VariableNames } from "../hosts.js";
import type { Remedy } from "../types.js";
import type { Verdict } from "../verdict.js";

const IMDS = "169.254.169.254";
/** Where the platform says that the endpoint is. */
const NAMED = ["IDENTITY_ENDPOINT", "MSI_ENDPOINT"] as const;
/** Ports of which the platform uses one for nothing else. */
const PORTS: Readonly<Record<number, Host>> = { 40342: "arc", 42356: "container-apps", 50342: "cloud-shell" };

/** What starts the endpoint of a host again, which the platform set up and which does not answer. */
const START_AGAIN: Partial<Readonly<Record<Host, readonly Remedy[]>>> = {
  arc: [
    {
      action: "On Azure Arc, look whether the agent runs, which is what listens at this address.",
      command: "azcmagent show",
      url: ARC,
    },
    { action: "Start it again.", command: "sudo systemctl restart himdsd", url: ARC },
  ],
  "container-apps": [
    {
      action:
        "On Container Apps, restart the revision: its endpoint starts with it, and later than a first init container.",
      command: "az containerapp revision restart -g <group> -n <app> --revision <revision>",
      url: CONTAINER_APPS,
    },
  ],
  "app-service": [
    {
      action: "On App Service, restart the app: its endpoint starts with it.",
      command: "az webapp restart -g <group> -n <app>",
      url: APP_SERVICE,
    },
  ],
  functions: [
    {
      action: "On Functions, restart the function app: its endpoint starts with it.",
      command: "az functionapp restart -g <group> -n <app>",
      url: APP_SERVICE,
    },
  ],
  "azure-ml": [
    {
      action: "On Azure Machine Learning, restart the compute, or submit the job again: its endpoint starts with it.",
      command: "az ml compute restart -g <group> -w <workspace> -n <compute>",
      url: AZURE_ML,
    },
  ],
  "cloud-shell": [{ action: "In Cloud Shell, restart the session.", url: CLOUD_SHELL }],
};

const CALL: Remedy = {
  action: "Call the endpoint by hand, from this very container or session; any HTTP status shows that it listens.",
  command: `curl -s -o /dev/null -w "%{http_code}\\n" --noproxy "*" --max-time 5 "$IDENTITY_ENDPOINT"`,
};

function theOwn(name: string): Remedy {
  return {
    action: `Check that ${name} is the value that the platform gave this very process: none of the application’s own settings, and not copied from another container or session.`,
    command: "env | cut -d= -f1 | grep -E '^(IDENTITY|MSI|IMDS)_'",
  };
}

/**
 * What to do where the endpoint that the platform names does not answer. That it is named shows that the identity is on,
 * and the metadata service of virtual machines has nothing to do with it.
 *
 * @returns `undefined` where the metadata service was asked, or nobody knows which endpoint
 * @internal
 */
export function remediesOfEndpoint(
  verdict: Verdict,
  evidence: Evidence,
  variables: VariableNames,
  host: Host | undefined,
): readonly Remedy[] | undefined {
  const asked = verdict.wire?.host ?? evidence.host;
  if (asked === IMDS || (asked === undefined && evidence.plain.includes(IMDS))) return undefined;
  const named = NAMED.find((name) => variables.has(name) || evidence.variables.includes(name));
  const local = asked !== undefined && /^(?:localhost|127\.|\[?::1|169\.254\.)/.test(asked);
  if (!local && (asked !== undefined || named === undefined || !variables.has(named))) return undefined;
  const port = verdict.wire?.port ?? evidence.port;
  const shown = (port === undefined ? undefined : PORTS[port]) ?? host;
  const again = (shown === undefined ? undefined : START_AGAIN[shown]) ?? [];
  const call =
    named === "MSI_ENDPOINT" ? { ...CALL, command: CALL.command?.replace("IDENTITY_", "MSI_") as string } : CALL;
  return [...again, theOwn(named ?? "IDENTITY_ENDPOINT"), call];
}
