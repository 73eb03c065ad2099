import type { Exchange } from "./trace.ts";
import { textOf } from "./trace.ts";

/** Exchanges in a row of the same request with the same result: a request and its retries. */
export interface ExchangeGroup {
  /** `GET localhost:1234/…/token`. */
  readonly request: string;
  /** Status, or code of the error. */
  readonly result: string;
  readonly answered: boolean;
  readonly refused: boolean;
  readonly exchanges: readonly [Exchange, ...Exchange[]];
}

/** Puts retries together. */
export function groupExchanges(exchanges: readonly Exchange[]): ExchangeGroup[] {
  const groups: ExchangeGroup[] = [];
  for (const exchange of exchanges) {
    const group = describe(exchange);
    const last = groups.at(-1);
    if (last?.request === group.request && last.result === group.result) {
      groups[groups.length - 1] = { ...last, exchanges: [...last.exchanges, exchange] };
    } else {
      groups.push(group);
    }
  }
  return groups;
}

function describe(exchange: Exchange): ExchangeGroup {
  const { attributes } = exchange;
  const get = (key: string): string | undefined => textOf(attributes, key);
  const status = get("http.response.status_code");
  const port = get("server.port");
  const host = `${get("server.address")}${port === "443" || port === "80" ? "" : `:${port}`}`;
  return {
    request: `${get("http.request.method")} ${host}${shortPath(get("url.path") ?? "/")}`,
    result: status ?? wordsFor(get("error.type")),
    answered: status !== undefined,
    refused: status === undefined || Number(status) >= 400,
    exchanges: [exchange],
  };
}

function wordsFor(errorType = "no answer"): string {
  return errorType === "ABORT_ERR" ? "ABORT_ERR, the SDK gave up" : errorType;
}

/** The last segment says which endpoint it is; what comes before is the tenant and the version. */
function shortPath(path: string): string {
  const segments = path.split("/").filter(Boolean);
  return segments.length < 2 ? path : `/…/${segments.at(-1)}`;
}
