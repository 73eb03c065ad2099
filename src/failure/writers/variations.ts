import type { Remedy } from "../types.js";
import { CACHE_FOLDER, CLEAR_CACHE, KEY_STORE } from "./cache.js";
import { ALLOW_TENANT, OWN_CALLBACK, WHO_CANCELLED } from "./callers.js";
import {
  CREDENTIALS_VALUE,
  DECIDE_ONE,
  NAME_IN_CHAIN,
  NO_TOOLS_ON_SERVERS,
  ON_LAPTOP,
  ONLY_DEVELOPER_TOOLS,
  USE_DIRECTLY,
} from "./chains.js";
import { SERVICE_ACCOUNT_TOKEN, WEBHOOK_VARIABLES } from "./cluster.js";
import { NAME_IDENTITY } from "./identity.js";
import { LOG_CHAIN, LOG_CREDENTIAL } from "./logging.js";
import { CHECK_PROXY, CHECK_WAY, EXEMPT, EXEMPT_IMDS, SET_PROXY } from "./proxy.js";
import { REACH_PROCESS, SET_ALL } from "./settings.js";
import { RAISE_TIME, RAISE_TIME_IF_SLOW } from "./toolTime.js";
import { SHOW_CHAIN, TRUST_ROOT } from "./trust.js";
import type { Variation } from "./variation.js";

const ALL: readonly Variation[] = [
  ALLOW_TENANT,
  CACHE_FOLDER,
  CHECK_PROXY,
  CHECK_WAY,
  CLEAR_CACHE,
  CREDENTIALS_VALUE,
  DECIDE_ONE,
  EXEMPT,
  EXEMPT_IMDS,
  KEY_STORE,
  LOG_CHAIN,
  LOG_CREDENTIAL,
  NAME_IDENTITY,
  NAME_IN_CHAIN,
  NO_TOOLS_ON_SERVERS,
  ON_LAPTOP,
  ONLY_DEVELOPER_TOOLS,
  OWN_CALLBACK,
  RAISE_TIME,
  RAISE_TIME_IF_SLOW,
  REACH_PROCESS,
  SERVICE_ACCOUNT_TOKEN,
  SET_ALL,
  SET_PROXY,
  SHOW_CHAIN,
  TRUST_ROOT,
  USE_DIRECTLY,
  WEBHOOK_VARIABLES,
  WHO_CANCELLED,
];

/**
 * The remedies that read otherwise for another writer, by how they read where nobody is known.
 *
 * @internal
 */
export const VARIATIONS: ReadonlyMap<Remedy, Variation> = new Map(ALL.map((variation) => [variation.usual, variation]));

/**
 * Remedies that are about what carries a request: a tool that a credential asks has its own, whoever asked.
 *
 * @internal
 */
export const OF_TRANSPORT: ReadonlySet<Remedy> = new Set(
  [TRUST_ROOT, SHOW_CHAIN, SET_PROXY, CHECK_PROXY, EXEMPT, CHECK_WAY, CACHE_FOLDER, CLEAR_CACHE, KEY_STORE].map(
    ({ usual }) => usual,
  ),
);
