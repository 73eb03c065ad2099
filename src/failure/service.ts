import { anyOf } from "./anyOf.js";
import type { Evidence } from "./evidence.js";

const SERVICE_HOST =
  /\.(?:(?:blob|queue|table|file|dfs|web|servicebus|database|search|kusto|batch|ossrdbms-aad)\.(?:core\.)?windows\.net|(?:vault|managedhsm|azconfig|cosmos|documents|services\.ai|openai|cognitiveservices|azurecr|azuredatabricks|webpubsub|service\.signalr|communication|management|eventgrid)\.(?:azure|microsoft)\.(?:net|com|io|cn|us)|azconfig\.io|azurecr\.io|azuredatabricks\.net)$|^(?:management\.azure|graph\.microsoft|dev\.azure)\.(?:com|cn|us)$/i;
/** Requests to Microsoft Graph; its bare name is that of a scope. */
const GRAPH = /https:\/\/graph\.microsoft\.(?:com|us)\/(?:v1\.0|beta)\//;

/**
 * Classes of the errors that service clients throw, as opposed to credentials.
 *
 * @internal
 */
export const SERVICE_ERROR = anyOf(
  /\bresterror\b/,
  /requestfailedexception/,
  /httpresponse(?:error|exception)/,
  /\bresponseerror\b/,
  /autorest\/azure: service returned an error/,
  /cosmosexception/,
  /cosmoshttpresponseerror/,
  /cloudexception/,
  /errorresponseexception/,
  /serviceexception/,
  /resourcenotfoundexception/,
  /clientauthenticationexception: status code/,
  /error code: (?:forbidden|unauthorized|authorization)/,
  /\bblobstorageexception\b/,
  /\bazclierror\.httperror\b/,
  /httperror: (?:unauthorized|forbidden)\(/,
);

/**
 * Whether a host is one of the services that answer clients, never people: a web page of theirs is a proxy's.
 *
 * @internal
 */
export function isServiceHost(host: string | undefined): boolean {
  return host !== undefined && SERVICE_HOST.test(host);
}

/**
 * Whether an answer came from a service of Azure, as opposed to the authority.
 *
 * @internal
 */
export function isOfService({ host, plain, text }: Evidence): boolean {
  // A stack is not part of what is matched, but it tells whose error this is.
  if (SERVICE_ERROR.test(plain) || /\bnew RestError\b|\bMicrosoft\.PowerBI\.(?:Commands|Api)\./.test(text)) return true;
  return isServiceHost(host) || GRAPH.test(plain);
}
