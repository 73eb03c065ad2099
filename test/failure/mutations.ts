/** What a text goes through on its way from an SDK into a terminal, a log, a ticket. None of it changes what it says. */
export interface Mutation {
  readonly name: string;
  /** `undefined` where the mutation has no meaning for the text. */
  readonly apply: (text: string) => string | undefined;
}

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const perLine = (prefix: string) => (text: string) =>
  text
    .split("\n")
    .map((line) => `${prefix}${line}`)
    .join("\n");
/** Replaces each match by the same other value wherever it stands. */
const swap = (pattern: RegExp, other: (index: number, match: string) => string) => (text: string) => {
  const seen = new Map<string, string>();
  const swapped = text.replace(pattern, (match) => {
    const known = seen.get(match) ?? other(seen.size, match);
    seen.set(match, known);
    return known;
  });
  return swapped === text ? undefined : swapped;
};
const fiveYearsOn = (time: string): string => {
  const at = Date.parse(`${time.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? time : new Date(at + 161_234_567_000).toISOString().slice(0, 19).replace("T", " ");
};
const hex = (index: number, length: number): string =>
  ((index + 11) * 2_654_435_761).toString(16).padStart(length, "7").slice(0, length);

export const MUTATIONS: readonly Mutation[] = [
  {
    name: "log prefix",
    apply: (text) => `2026-03-02T18:25:26.123Z  WARN 1 --- [nio-8080-exec-1] c.a.i.Worker : ${text}`,
  },
  { name: "upper-case level", apply: (text) => `[ERROR] ${text}` },
  { name: "lower-case level", apply: (text) => `error: ${text}` },
  { name: "python logger", apply: (text) => `2026-03-02 18:25:26,123 - app.storage - ERROR - ${text}` },
  {
    name: "klog",
    apply: (text) => `E0302 18:25:26.123456       1 controller.go:142] "Reconciler error" err="${text}"`,
  },
  { name: "logfmt", apply: (text) => `time="2026-03-02T18:25:26Z" level=error msg="${json(text)}"` },
  { name: "prefix on each line", apply: perLine("2026-03-02T18:25:26.1234567Z ") },
  { name: "pod prefix on each line", apply: perLine("[pod/api-7f9c/main] ") },
  { name: "pod prefix and a line end", apply: (text) => `${perLine("[pod/api-7f9c/main] ")(text)}\n` },
  { name: "system log", apply: (text) => `${perLine("Mar  2 18:25:26 web01 api[1234]: ")(text)}\n` },
  { name: "indentation", apply: perLine("      ") },
  { name: "terraform box", apply: (text) => `╷\n${perLine("│ ")(`Error: ${text}`)}\n╵` },
  { name: "quoted mail", apply: perLine("> ") },
  { name: "JSON string", apply: (text) => `{"level":"error","message":"${json(text)}","service":"orders"}` },
  { name: "JSON in JSON", apply: (text) => `{"payload":"${json(`{"error":"${json(text)}"}`)}"}` },
  {
    name: "container log",
    apply: (text) =>
      text
        .split("\n")
        .map((line) => JSON.stringify({ log: `${line}\n`, stream: "stderr", time: "2026-03-02T18:25:26.123456789Z" }))
        .join("\n"),
  },
  {
    name: "unicode escapes",
    apply: (text) => json(text).replace(/['<>&+]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  },
  {
    name: "HTML entities",
    apply: (text) =>
      text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;"),
  },
  { name: "cell of a table", apply: (text) => `2026-03-02,error,"${text.replaceAll('"', '""')}"\n` },
  { name: "no-break spaces", apply: (text) => text.replaceAll(" ", "\u00a0") },
  { name: "wrapped by a terminal", apply: (text) => text.replace(/([^\n]{60,80}) /g, "$1\n") },
  { name: "line end", apply: (text) => `${text}\n` },
  { name: "CRLF and a line end", apply: (text) => `${text.replaceAll("\n", "\r\n")}\r\n` },
  { name: "CRLF", apply: (text) => text.replaceAll("\n", "\r\n") },
  { name: "lost line ends", apply: (text) => text.replace(/\s*\n\s*/g, " ") },
  {
    name: "typographic quotes",
    apply: (text) => text.replace(/'([^']{1,200})'/g, "‘$1’").replace(/"([^"]{1,200})"/g, "“$1”"),
  },
  { name: "colours", apply: (text) => `\u001b[31mERROR\u001b[0m \u001b[1m${text}\u001b[0m` },
  {
    name: "JavaScript cause",
    apply: (text) =>
      `Error: could not read the secret\n    at load (/app/src/secrets.js:10:5) {\n  [cause]: ${text}\n}`,
  },
  {
    name: "Java cause",
    apply: (text) =>
      `org.example.StartupException: cannot start\n\tat org.example.Main.main(Main.java:12)\nCaused by: ${text}\n\t... 12 more`,
  },
  {
    name: ".NET inner exception",
    apply: (text) =>
      `System.InvalidOperationException: cannot start\n ---> ${text}\n   at Contoso.Program.Main(String[] args) in /src/Program.cs:line 12\n   --- End of inner exception stack trace ---`,
  },
  {
    name: "Python traceback",
    apply: (text) =>
      `Traceback (most recent call last):\n  File "/app/main.py", line 12, in <module>\n    run()\n${text}`,
  },
  { name: "Go wrapping", apply: (text) => `failed to reconcile: could not list blobs: ${text}` },
  {
    name: "Rust debug",
    apply: (text) => `Error: Error { context: Message { kind: Other, message: "${json(text)}" } }`,
  },
  {
    name: "one line of many",
    apply: (text) =>
      `2026-03-02T18:25:20Z INFO listening on port 8080\n2026-03-02T18:25:21Z INFO connected to the database\n2026-03-02T18:25:26Z ERROR ${text}\n2026-03-02T18:25:27Z INFO shutting down\n2026-03-02T18:25:27Z INFO bye`,
  },
  {
    name: "trailing stack",
    apply: (text) =>
      `${text}\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)\n    at async BlobClient.download (/app/node_modules/@azure/storage-blob/dist/index.js:12:3)`,
  },
  {
    name: "other GUIDs",
    apply: swap(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
      (index) => `${hex(index, 8)}-4c1d-4e2f-8a3b-${hex(index + 5, 12)}`,
    ),
  },
  {
    name: "other times",
    // All by the same, since some texts are about the order of two.
    apply: swap(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/g, (_, time) => fiveYearsOn(time)),
  },
  {
    name: "errors of other languages",
    apply: (text) =>
      /\b\w+(?:Unavailable|Required)Error\b/.test(text)
        ? text.replace(/\b(\w+(?:Unavailable|Required))Error\b/g, "$1Exception")
        : undefined,
  },
  {
    name: "exceptions of other languages",
    apply: (text) =>
      /\b(?:CredentialUnavailable|AuthenticationFailed)Exception\b/.test(text)
        ? text.replace(
            /(?:[A-Za-z]+\.)*(CredentialUnavailable|AuthenticationFailed)Exception\b/g,
            "azure.identity.$1Error",
          )
        : undefined,
  },
  { name: "cut after 500", apply: (text) => (text.length > 520 ? `${text.slice(0, 500)}...` : undefined) },
  {
    name: "cut in the last word",
    apply: (text) => (text.length > 300 && !/AADSTS\d{2,6}$/.test(text.slice(0, -3)) ? text.slice(0, -3) : undefined),
  },
];
