import { describe, expect, test } from "vitest";
import { HttpExchange } from "../../src/acquisition/exchange.js";

const FACTS = {
  method: "POST",
  scheme: "https:",
  host: "login.example",
  port: undefined,
  path: "/t/oauth2/v2.0/token",
};

function answered(headers: Readonly<Record<string, string>>) {
  const exchange = new HttpExchange(FACTS);
  exchange.answered(503, (name) => headers[name]);
  exchange.ended();
  return exchange.snapshot();
}
function failed(error: object) {
  const exchange = new HttpExchange(FACTS);
  exchange.failed(error);
  return exchange.snapshot();
}

describe("the head of an answer", () => {
  test.each<readonly [Readonly<Record<string, string>>, true | undefined]>([
    [{ via: "1.1 gate (squid/6.1)" }, true],
    [{ "x-squid-error": "ERR_CONNECT_FAIL 111" }, true],
    [{ "x-cache": "MISS from gate.corp" }, true],
    [{ server: "Zscaler/6.2" }, true],
    [{ "proxy-authenticate": "Basic" }, true],
    // Front Door says so of its own answers.
    [{ "x-cache": "CONFIG_NOCACHE" }, undefined],
    [{ server: "Microsoft-IIS/10.0" }, undefined],
    [{}, undefined],
  ])("%o", (headers, intermediary) => {
    const found = answered(headers);
    expect(found.intermediary).toBe(intermediary);
    expect(JSON.stringify(found)).not.toMatch(/gate|ERR_CONNECT/);
  });

  test("an empty answer is of no type", () => {
    expect(answered({ "content-type": "text/html; charset=utf-8", "content-length": "0" }).contentType).toBeUndefined();
    expect(answered({ "content-type": "text/html; charset=utf-8" }).contentType).toBe("text/html");
  });
});

describe("where a connection was tried", () => {
  test.each<readonly [object, string | undefined, number | undefined]>([
    [{ code: "ECONNREFUSED", address: "127.0.0.1", port: 3128 }, "127.0.0.1", 3128],
    [{ code: "ENOTFOUND", hostname: "proxy.example" }, "proxy.example", undefined],
    [{ code: "ECONNREFUSED", errors: [{ address: "::1", port: 3128 }] }, "::1", 3128],
    [{ code: "ECONNREFUSED", address: "20.190.151.7", port: 443 }, undefined, undefined],
    [{ code: "ENOTFOUND", hostname: "LOGIN.example" }, undefined, undefined],
    [{ code: "ENOTFOUND", hostname: "proxy;secret" }, undefined, undefined],
    [{ code: "ECONNREFUSED", address: "/var/run/x.sock" }, undefined, undefined],
    [{ code: "ECONNRESET" }, undefined, undefined],
  ])("%o", (error, host, port) => {
    const { proxyHost, proxyPort } = failed(error);
    expect([proxyHost, proxyPort]).toEqual([host, port]);
  });
});
