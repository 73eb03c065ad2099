import type { Rule } from "./rule.js";

/**
 * What the systems around say of themselves, with names of Azure's identity in it: nobody asked for a token.
 *
 * @internal
 */
export const OTHER_SYSTEM_RULES: readonly Rule[] = [
  {
    id: "other-system.admission",
    kind: "not_authentication",
    pattern: /failed (?:calling|to call) webhook/,
    unless: /aadsts|login\.microsoftonline|credential authentication failed|169\.254|managed identity/,
    example:
      'Internal error occurred: failed calling webhook "mutation.azure-workload-identity.io": context deadline exceeded',
    sources: ["service"],
  },
  {
    id: "other-system.aws",
    kind: "not_authentication",
    phrases: [["boto3", "botocore", "aws-sdk", "aws sdk", "awssdk"]],
    unless: /aadsts|\bentra\b|defaultazure|azure ad|managed ?identity|assertion/,
    example: "boto3: no credentials: environment not configured, IMDS not available",
    sources: ["service"],
  },
  {
    id: "other-system.docker",
    kind: "not_authentication",
    pattern:
      /docker_command_error|docker (?:api|daemon) at (?:npipe|unix|tcp):|is the docker daemon running|docker daemon is not running/,
    unless: /aadsts|unauthorized|authentication required/,
    example:
      "ERROR: An error occurred: DOCKER_COMMAND_ERROR failed to connect to the docker API at npipe:////./pipe/docker_engine",
    sources: ["azure-cli"],
  },
  {
    id: "other-system.sql-server",
    kind: "not_authentication",
    says: "No SQL Server was found there, or it does not take connections from here.",
    pattern: /\bcould not open a connection to sql server\b|\bserver is not found or not accessible\b/,
    unless: /active ?directory|aadsts|token|\bmsi\b|managed identity|federat/,
    example: "Named Pipes Provider: Could not open a connection to SQL Server [53].",
    sources: ["service"],
  },
  {
    id: "other-system.odbc",
    kind: "not_authentication",
    pattern: /odbc driver .{0,60}login timeout expired|connection timeout expired\..{0,80}pre-login handshake/,
    unless: /activedirectory|active directory|aadsts|access token|\bmsi\b|managed identity|token|firewall|federat/,
    example: "[HYT00] [Microsoft][ODBC Driver 18 for SQL Server]Login timeout expired (0) (SQLDriverConnect)",
    sources: ["service"],
  },
];
