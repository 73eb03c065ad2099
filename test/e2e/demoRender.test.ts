import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reasonOf } from "../../examples/demo/export.ts";
import { thickBar, thinBars } from "../../examples/demo/render/bar.ts";
import { screenOf } from "../../examples/demo/render/paint.ts";
import { drawScene } from "../../examples/demo/render/scene.ts";
import { drawSummary } from "../../examples/demo/render/summary.ts";
import { duration, printable, wrapCommand, wrapUrl } from "../../examples/demo/render/text.ts";
import type { SpanNode } from "../../examples/demo/render/trace.ts";
import { waterfall } from "../../examples/demo/render/waterfall.ts";
import { complaintsAbout, complaintsAboutWords } from "../../examples/demo/verify.ts";
import { fakeTerminal } from "./demoTerminal.ts";

const URL = "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token";

function span(
  name: string,
  start: number,
  end: number,
  facts: Record<string, string | number | boolean> = {},
): SpanNode {
  const attributes = new Map(Object.entries(facts));
  return { name, start, end, failed: false, message: undefined, attributes, exchanges: [], children: [] };
}

const exchange = (start: number, end: number, host: string) => ({
  start,
  end,
  attributes: new Map(
    Object.entries({
      "http.request.method": "GET",
      "server.address": host,
      "server.port": 443,
      "url.path": "/tenant/v2.0/.well-known/openid-configuration",
      "error.type": "ENOTFOUND",
    }),
  ),
});

const failed: SpanNode = {
  ...span("getToken ClientSecretCredential", 10, 100, {
    "azure.identity.failure.kind": "dns_failure",
    "azure.identity.failure.owner": "platform",
    "azure.identity.failure.retryable": true,
    "azure.identity.failure.remedy": "Check the name.",
    "azure.identity.failure.remedy_url": URL,
  }),
  failed: true,
  message: "A host name could not be resolved.",
  exchanges: [exchange(20, 21, "nowhere.invalid"), exchange(80, 81, "nowhere.invalid")],
};
const root: SpanNode = { ...span("GET /orders", 0, 100, { "http.response.status_code": 503 }), children: [failed] };

beforeEach(() => {
  for (const name of ["FORCE_COLOR", "NO_COLOR", "NODE_DISABLE_COLORS", "CI", "TMUX", "COLORTERM", "TERM_PROGRAM"]) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv("TERM", "xterm-256color");
});
afterEach(() => void vi.unstubAllEnvs());

describe("colours", () => {
  const drawn = (terminal: boolean): string => {
    const stream = terminal ? fakeTerminal({ columns: 80 }) : new PassThrough();
    return waterfall(root, screenOf(stream), "nslookup nowhere.invalid").join("\n");
  };

  test("in a terminal that has them", () => {
    expect(drawn(true)).toContain("\x1b[1m\x1b[31m✗ dns_failure");
    expect(stripVTControlCharacters(drawn(true)).split("\n")[0]).toMatch(/^GET \/orders 503 +█+ {3}100 ms$/);
  });
  test("not in a pipe", () => expect(drawn(false)).not.toContain("\x1b"));
  test("not with TERM=dumb", () => {
    vi.stubEnv("TERM", "dumb");
    expect(drawn(true)).not.toContain("\x1b");
  });
  test("not with NO_COLOR", () => {
    vi.stubEnv("NO_COLOR", "1");
    expect(drawn(true)).not.toContain("\x1b");
  });
  test("in a pipe with FORCE_COLOR, without links", () => {
    vi.stubEnv("FORCE_COLOR", "1");
    expect(drawn(false)).toContain("\x1b[1m\x1b[31m✗ dns_failure");
    expect(drawn(false)).not.toContain("\x1b]8;");
  });
  test("not with FORCE_COLOR=0", () => {
    vi.stubEnv("FORCE_COLOR", "0");
    expect(drawn(true)).not.toContain("\x1b");
  });
  test("a URL that is broken leads to the whole", () => {
    const links = drawn(true)
      .split("\x1b]8;;")
      .filter((part) => part.startsWith("https:"));
    expect(links.map((link) => link.split("\x1b")[0])).toEqual([URL, URL]);
  });
});

test("a waterfall", () => {
  expect(waterfall(root, screenOf(fakeTerminal({ columns: 80, colours: false })), "nslookup nowhere.invalid")).toEqual([
    "GET /orders 503                                  █████████████████████   100 ms",
    "└─ getToken ClientSecretCredential                 ███████████████████    90 ms",
    "      GET nowhere.invalid/…/openid-configura… ×2     ▖           ▗        61 ms",
    "        ENOTFOUND",
    "      ✗ dns_failure · platform · retryable",
    "        A host name could not be resolved.",
    "      → Check the name.",
    "        $ nslookup nowhere.invalid",
    "        https://learn.microsoft.com/entra/identity/",
    "        managed-identities-azure-resources/how-to-use-vm-token",
  ]);
});

test("bars are to scale, and however short something of them is seen", () => {
  const scale = { start: 0, end: 80 };
  expect(thickBar({ start: 0, end: 80 }, scale, 8)).toBe("████████");
  expect(thickBar({ start: 20, end: 45 }, scale, 8)).toBe("  ██▌   ");
  expect(thickBar({ start: 25, end: 40 }, scale, 8)).toBe("  ▐█    ");
  expect(thickBar({ start: 33, end: 33 }, scale, 8)).toBe("   ▏    ");
  expect(thickBar({ start: 80, end: 90 }, scale, 8)).toBe("       ▕");
  expect(thickBar({ start: 0, end: 0 }, { start: 0, end: 0 }, 4)).toBe("▏   ");
  expect(
    thinBars(
      [
        { start: 0, end: 1 },
        { start: 35, end: 50 },
      ],
      scale,
      8,
    ),
  ).toBe("▖  ▗▄   ");
});

test("text", () => {
  expect([0.004, 0.31, 9.9, 42.4, 999.4, 999.6, 12_345].map(duration)).toEqual([
    "0.00 ms",
    "0.31 ms",
    "9.9 ms",
    "42 ms",
    "999 ms",
    "1.00 s",
    "12.3 s",
  ]);
  expect(wrapCommand('curl -s -w "%{http_code} %{size}" https://a.example', 30)).toEqual([
    "curl -s -w \\",
    '  "%{http_code} %{size}" \\',
    "  https://a.example",
  ]);
  expect(wrapUrl("https://a.example/bb/cccccccccccc", 22)).toEqual(["https://a.example/bb/", "cccccccccccc"]);
  expect(printable("a\x1b[31mb\r\nc\u009b1m")).toBe("a [31mb c 1m");
});

test("what the SDK says cannot paint the terminal", () => {
  const error = { name: "Error", message: "\x1b[2Jcleared", moreLines: 2 };
  const scene = { number: "1/1", title: "A title", story: "A story." };
  const lines = drawScene(scene, { otlp: "", error }, root, screenOf(new PassThrough()));
  expect(lines.slice(0, 8)).toEqual([
    "",
    `─ 1/1 A title ${"─".repeat(86)}`,
    "A story.",
    "",
    "@azure/identity says",
    "  Error: [2Jcleared",
    "  and 2 more lines",
    "",
  ]);
});

test("the summary", () => {
  const rows = [
    { label: "good", outcome: "token from cache" },
    { label: "one", said: "It did not work, and nobody knows why.", outcome: "tls_failure", owner: "platform" },
    { label: "two", said: "It did not work, and nobody knows why.", outcome: "dns_failure", owner: "platform" },
    { label: "three", said: "Something else.", outcome: "throttled", owner: "nobody" },
  ];
  expect(drawSummary(rows, screenOf(fakeTerminal({ columns: 61, colours: false })))).toEqual([
    "scenario  @azure/identity says    kind              owner",
    "good                              token from cache",
    "one       It did not work, and…   tls_failure       platform",
    "two       It did not work, and…   dns_failure       platform",
    "three     Something else.         throttled         nobody",
    "",
    "The SDK has the same words for 2 of these (one, two). They",
    "are: tls_failure, dns_failure.",
  ]);
});

describe("the demo complains", () => {
  const scenario = { id: "x", label: "x", title: "x", story: "x", run: async () => {} };

  test("of an outcome that was not expected", () => {
    expect(complaintsAbout({ ...scenario, expected: ["tls_failure"] }, span("GET /orders", 0, 1))).toEqual([
      "x: expected tls_failure, got no getToken at all.",
    ]);
  });
  test("of a request to another machine", () => {
    expect(complaintsAbout({ ...scenario, expected: ["dns_failure"] }, root)).toEqual([
      "x: a request was made to nowhere.invalid.",
    ]);
  });
  test("of words that are not the same", () => {
    const marked = ["a", "b"].map((label) => ({ ...scenario, label, expected: [], sameWords: true as const }));
    const rows = ["one", "other"].map((said, index) => ({ label: marked[index]?.label ?? "", said, outcome: "x" }));
    expect(complaintsAboutWords(marked, rows)).toEqual(["The SDK has different words for a, b."]);
  });
});

test("why a request failed, in a word", () => {
  expect(
    reasonOf(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) })),
  ).toBe("ECONNREFUSED");
  expect(reasonOf(new Error("it answered 401"))).toBe("it answered 401");
});
