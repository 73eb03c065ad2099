import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";

const KUSTO_PAGE = "https://learn.microsoft.com/kusto/api/connection-strings/kusto";
const DATABRICKS_PAGE = "https://learn.microsoft.com/azure/databricks/dev-tools/auth/";

/**
 * Azure Data Explorer: principals of its own on databases and tables.
 *
 * @internal
 */
export const KUSTO: Service = {
  name: "kusto",
  shows: /kusto|principal '?aad(?:app|user)?[= ]/,
  authorization_denied: [
    {
      remedies: [
        {
          action:
            "Give the principal that the message names a role in the database: viewers to read, ingestors to write (.add database … viewers).",
          url: "https://learn.microsoft.com/kusto/management/manage-database-security-roles",
        },
      ],
    },
  ],
  token_rejected: [
    {
      when: /missing|no auth|not sent/,
      remedies: [
        {
          action: "Send an access token with the request: none arrived. Give the connection string its way to sign in.",
          url: KUSTO_PAGE,
        },
      ],
    },
    {
      remedies: [
        {
          action: "Ask for a token of this very cluster: its own URI with /.default, from the tenant of the cluster.",
          url: KUSTO_PAGE,
        },
      ],
    },
  ],
};

/**
 * Azure Databricks.
 *
 * @internal
 */
export const DATABRICKS: Service = {
  name: "databricks",
  shows: /databricks|use catalog|\/api\/2\.0\/clusters/,
  scope: "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default",
  authorization_denied: [
    {
      when: /use catalog|catalog|permission_denied: user does not have/,
      remedies: [
        {
          action:
            "Grant the principal what the message names, in Unity Catalog, as the owner of the object or an administrator.",
          url: "https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/manage-privileges/",
        },
      ],
    },
    {
      remedies: [
        {
          action: "Add the user or service principal to the workspace, and give it access to what it calls.",
          url: "https://learn.microsoft.com/azure/databricks/admin/users-groups/service-principals",
        },
      ],
    },
  ],
  network_rule_denied: [
    {
      remedies: [
        {
          action: "Have an administrator of the workspace add this address to its IP access list.",
          url: "https://learn.microsoft.com/azure/databricks/security/network/front-end/ip-access-list",
        },
      ],
    },
  ],
  token_rejected: [
    {
      remedies: [
        {
          action:
            "Ask for a token of Azure Databricks, with the scope 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default, from the tenant of the workspace.",
          url: DATABRICKS_PAGE,
        },
        { action: "Check that the principal is a member of the workspace.", url: DATABRICKS_PAGE },
      ],
    },
  ],
};

/**
 * Azure Monitor: queries of logs, and what is sent to data collection rules.
 *
 * @internal
 */
export const MONITOR: Service = {
  name: "monitor",
  shows:
    /log analytics|insufficientaccesserror|azure monitor|monitor ingestion|data collection (?:rule|endpoint)|\bdcr-|loganalytics\.(?:io|azure)/,
  values: {
    role: [
      [/ingest|data collection/, "Monitoring Metrics Publisher"],
      [/./, "Log Analytics Reader"],
    ],
  },
  authorization_denied: [
    {
      when: /ingest|data collection/,
      remedies: [
        assign(
          "Assign the identity Monitoring Metrics Publisher on the data collection rule itself.",
          "<rule-id>",
          "https://learn.microsoft.com/azure/azure-monitor/logs/tutorial-logs-ingestion-portal",
        ),
        { ...WAIT, action: "After the assignment wait: it takes up to thirty minutes here." },
      ],
    },
    {
      remedies: [
        assign(
          "Assign the identity the role on the workspace, or on the resource whose logs it reads.",
          "<workspace-id>",
          "https://learn.microsoft.com/azure/azure-monitor/logs/manage-access",
        ),
        WAIT,
      ],
    },
  ],
};

/**
 * Power BI and Fabric.
 *
 * @internal
 */
export const POWER_BI: Service = {
  name: "power-bi",
  shows: /power ?bi|powerbi|\bfabric\b/,
  scope: "https://analysis.windows.net/powerbi/api/.default",
  authorization_denied: [
    {
      remedies: [
        {
          action:
            "Have an administrator of Power BI allow service principals to use its APIs, for a group that this one is in.",
          url: "https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal",
        },
        {
          action: "Add the identity to the workspace, as Member where it writes.",
          url: "https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal",
        },
      ],
    },
  ],
};
