import { AI } from "./ai.js";
import { DATABRICKS, KUSTO, MONITOR, POWER_BI } from "./analytics.js";
import { COSMOS } from "./cosmos.js";
import { DATA_ROLES } from "./dataRoles.js";
import { DEV_OPS } from "./devOps.js";
import { GRAPH } from "./graph.js";
import { KEY_VAULT } from "./keyVault.js";
import { KUBERNETES } from "./kubernetes.js";
import { EVENT_HUBS, MESSAGING, SERVICE_BUS } from "./messaging.js";
import { BOT, OWN_API } from "./ownApi.js";
import { POSTGRES_MYSQL } from "./postgres.js";
import { REGISTRY } from "./registry.js";
import { RESOURCE_MANAGER, RESOURCE_MANAGER_HOST } from "./resourceManager.js";
import type { Service } from "./service.js";
import { SQL } from "./sql.js";
import { STORAGE } from "./storage.js";

/**
 * All services, those that say most plainly who they are first: an error of Azure Resource Manager may be about any of
 * the others.
 *
 * @internal
 */
export const SERVICES: readonly Service[] = [
  RESOURCE_MANAGER,
  BOT,
  OWN_API,
  COSMOS,
  REGISTRY,
  POSTGRES_MYSQL,
  SQL,
  KUBERNETES,
  DEV_OPS,
  EVENT_HUBS,
  SERVICE_BUS,
  MESSAGING,
  KUSTO,
  DATABRICKS,
  POWER_BI,
  MONITOR,
  AI,
  GRAPH,
  STORAGE,
  KEY_VAULT,
  DATA_ROLES,
  RESOURCE_MANAGER_HOST,
];
