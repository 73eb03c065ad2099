import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainLog, explainText } from "../../src/explain/explain.js";
import { readLines } from "../../src/explain/readLines.js";

const MESSAGE = "AADSTS7000215: Invalid client secret provided.";

async function kindsIn(bytes: Iterable<Uint8Array>): Promise<string[]> {
  const { failures } = await explainLog(readLines(bytes));
  return failures.map(({ count, diagnosis }) => `${count}x ${diagnosis.kind}`);
}

function* chunked(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("bytes of any kind", () => {
  const log = `first\r\ngrößer ${MESSAGE}\r\nlast ${MESSAGE}`;
  const utf16 = Buffer.from(`\uFEFF${log}`, "utf16le");

  it.each([
    ["UTF-8", Buffer.from(log)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${log}`)],
    ["UTF-16, little endian", utf16],
    ["UTF-16, big endian", Buffer.from(utf16).swap16()],
  ])("%s, however it is cut", async (_name, bytes) => {
    for (const size of [1, 3, 64, 100_000])
      expect(await kindsIn(chunked(bytes, size))).toEqual(["2x invalid_client_secret"]);
  });

  it("nothing, and next to nothing", async () => {
    expect(await kindsIn([])).toEqual([]);
    expect(await kindsIn([Buffer.from("x")])).toEqual([]);
    expect(await kindsIn([Buffer.from([0xff])])).toEqual([]);
  });

  it("what is no text, with a message in it", async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index * 31 + (index >> 3)) & 0xff);
    expect(await kindsIn([noise, Buffer.from(`\n${MESSAGE}\n`), noise])).toEqual(["1x invalid_client_secret"]);
  });

  it("lines of megabytes, before, around and after a message", async () => {
    const long = Buffer.alloc(3_000_000, "x");
    const line = Buffer.from(` ${MESSAGE} `);
    expect(await kindsIn([long, Buffer.from("\n"), line, Buffer.from("\n"), long])).toEqual([
      "1x invalid_client_secret",
    ]);
    expect(await kindsIn([long, line, long])).toEqual(["1x invalid_client_secret"]);
  });

  it("a report that never ends does not swallow the next", async () => {
    const endless = "    at x\n".repeat(50_000);
    const headless = "some text\n".repeat(5_000);
    const log = `2026-03-02 18:25:26 INFO start\n${endless}${headless}Error: ${MESSAGE}\n`;
    expect(await kindsIn([Buffer.from(log)])).toEqual(["1x invalid_client_secret"]);
  });

  it("more different failures than are kept are counted", async () => {
    const lines = Array.from(
      { length: 700 },
      (_, index) =>
        `ManagedIdentityCredential: getaddrinfo ENOTFOUND a${String.fromCharCode(97 + (index % 26))}${index}x.identity.azure.net`,
    );
    const { failures, omitted } = await explainLog([lines]);
    expect([failures.length, omitted]).toEqual([500, 200]);
  });
});

describe("anything at all", () => {
  const piece = fc.constantFrom(
    ...[
      "AADSTS",
      "7000215",
      "\n",
      "\r\n",
      "{",
      "}",
      '"message":',
      '"log":',
      '"stream":"a"',
      "[",
      "]",
      "│ ",
      "╷",
      "\t",
      "    at x",
    ],
    ...[
      "Attempted credentials:",
      "EnvironmentCredential: ",
      "Caused by: ",
      "Traceback (most recent call last):",
      "-".repeat(40),
    ],
    ...[
      "2026-03-02T18:25:26Z ",
      "ERROR ",
      "fail: ",
      "\\n",
      "\\t",
      "\x1b[31m",
      "[pod/a/b] ",
      "api-1 | ",
      "failed.",
      "\0",
      "\ud800",
    ],
  );
  it("is explained without an exception", async () => {
    const texts = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 60 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { failures } = await explainText(text);
        for (const { count, firstLine } of failures) expect([count > 0, firstLine.length <= 240]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });
});
