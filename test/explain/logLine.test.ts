import { describe, expect, it } from "vitest";
import { readLogLine } from "../../src/explain/logLine.js";

describe("a line without its wrapping", () => {
  it.each([
    ["plain text", { source: "", text: "plain text", stamped: false }],
    ["    at main (app.js:1:1)\r", { source: "", text: "    at main (app.js:1:1)", stamped: false }],
    ["2026-03-02T18:25:26.1234567Z   indented", { source: "", text: "  indented", stamped: true }],
    ["2026-03-02T18:25:26.123456789Z stderr F text", { source: "", text: "text", stamped: true }],
    ["2026-03-02T18:25:26.1Z 2026/03/02 18:25:26 text", { source: "", text: "text", stamped: true }],
    ["2026-03-02 18:25:26,123 ERROR app: x", { source: "", text: "ERROR app: x", stamped: true, severity: "error" }],
    ["2026-03-02 18:25:26 - azure - WARNING - x", { text: "azure - WARNING - x", severity: "warning" }],
    ["[18:25:26 INF] x", { text: "INF] x", stamped: true, severity: "info" }],
    ["Mar  2 18:25:26 host app[12]: Traceback", { source: "", text: "Traceback", stamped: true }],
    ["E0302 18:25:26.123456       1 main.go:12] x", { severity: "error" }],
    ["fail: Orders.Worker[0]", { text: "fail: Orders.Worker[0]", stamped: false, severity: "error" }],
    ["##[error]ERROR: x", { text: "##[error]ERROR: x", severity: "error" }],
    ["::error file=a.ts::x", { severity: "error" }],
    ["Error: connect ECONNREFUSED", { source: "", text: "Error: connect ECONNREFUSED", stamped: false }],
    ["[pod/orders-7d9f8b6c5d-x2k4p/app] text", { source: "pod/orders-7d9f8b6c5d-x2k4p/app", text: "text" }],
    ["orders-7d9f8b6c5d-x2k4p app text", { source: "orders-7d9f8b6c5d-x2k4p app", text: "text" }],
    ["api-1       |   text", { source: "api-1", text: "  text" }],
    ["build\tRun tests\t2026-03-02T18:25:26.1Z text", { source: "build\tRun tests", text: "text", stamped: true }],
    ["\x1b[31m│\x1b[0m \x1b[1mError: x\x1b[0m", { text: "Error: x", box: "inside" }],
    ["╷", { text: "", box: "edge" }],
    ["\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", { text: "link" }],
  ])("%j", (line, expected) => expect(readLogLine(line)).toMatchObject(expected));
});
