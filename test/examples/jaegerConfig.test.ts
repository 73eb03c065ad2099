import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as semconv from "../../src/telemetry/semconv.js";

const folder = new URL("../../examples/jaeger/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");

interface Compose {
  services: { jaeger: { image: string; command: string[]; ports: string[]; volumes: string[]; healthcheck: object } };
}
interface Pipeline {
  receivers: string[];
  processors: string[];
  exporters: string[];
}
interface Collector {
  service: { extensions: string[]; pipelines: Record<string, Pipeline> };
  extensions: {
    jaeger_storage: { backends: object };
    jaeger_query: { storage: { traces: string }; ui: { config_file: string } };
  };
  receivers: object;
  processors: object;
  exporters: { jaeger_storage_exporter: { trace_storage: string } };
}

const compose = parse(read("compose.yaml")) as Compose;
const collector = parse(read("jaeger.yaml")) as Collector;

test("every JSON and YAML file parses, duplicate keys included", () => {
  const names = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  expect(names.sort()).toEqual(["compose.yaml", "jaeger.yaml"]);
  for (const name of names) expect(parse(read(name), { strict: true, uniqueKeys: true })).toBeTypeOf("object");
});

test("the image is pinned to a release of Jaeger 2", () => {
  expect(compose.services.jaeger.image).toMatch(/^jaegertracing\/jaeger:2\.\d+\.\d+$/);
});

test("ports are published on loopback only", () => {
  expect(compose.services.jaeger.ports).toEqual([16686, 4317, 4318].map((port) => `127.0.0.1:${port}:${port}`));
});

test("what is mounted exists, and what is configured is mounted", () => {
  const { volumes, command } = compose.services.jaeger;
  const mounts = new Map(
    volumes.map((volume) => volume.split(":") as [string, string]).map(([from, to]) => [to, from]),
  );
  for (const from of mounts.values()) expect(existsSync(new URL(from, folder)), from).toBe(true);
  expect(command).toEqual(["--config", "/etc/jaeger/jaeger.yaml"]);
  expect([...mounts.keys()]).toEqual(["/etc/jaeger/jaeger.yaml", collector.extensions.jaeger_query.ui.config_file]);
});

test("each part of a pipeline is defined, and used", () => {
  const { service, extensions, receivers, processors, exporters } = collector;
  expect(Object.keys(service.pipelines)).toEqual(["traces"]);
  const pipelines = Object.values(service.pipelines);
  expect(Object.keys(extensions).sort()).toEqual([...service.extensions].sort());
  expect(Object.keys(receivers)).toEqual(pipelines.flatMap((pipeline) => pipeline.receivers));
  expect(Object.keys(processors)).toEqual(pipelines.flatMap((pipeline) => pipeline.processors));
  expect(Object.keys(exporters)).toEqual(pipelines.flatMap((pipeline) => pipeline.exporters));
  const storage = Object.keys(extensions.jaeger_storage.backends);
  expect(storage).toEqual([extensions.jaeger_query.storage.traces]);
  expect(storage).toEqual([exporters.jaeger_storage_exporter.trace_storage]);
});

type Test = string | readonly string[] | ((value: unknown) => boolean);
type Values = Readonly<Record<string, unknown>>;
interface LinkPattern {
  readonly type: Test;
  readonly key: Test;
  readonly value?: Test;
  readonly url: { readonly parameters: readonly string[]; readonly template: (values: Values) => string };
  readonly text: string;
}
interface UiConfig {
  readonly topTagPrefixes: readonly string[];
  readonly linkPatterns: readonly LinkPattern[];
}

function uiConfig(): UiConfig {
  return runInContext(`${read("ui-config.js")}\nUIConfig();`, createContext({})) as UiConfig;
}

/** What Jaeger's page accepts as a test, and how it applies one. */
function passes(entry: Test | undefined, value: unknown): boolean {
  if (entry === undefined) return true;
  if (typeof entry === "string") return entry === value;
  return typeof entry === "function" ? entry(value) : entry.includes(value as string);
}

/** The links of an attribute, by the rules of Jaeger's page. */
function linksOf(key: string, attributes: Values, type = "attributes"): { url: string; text: string }[] {
  const matching = uiConfig().linkPatterns.filter(
    (pattern) => passes(pattern.type, type) && passes(pattern.key, key) && passes(pattern.value, attributes[key]),
  );
  return matching.map(({ url, text }) => {
    const values = Object.fromEntries(url.parameters.map((name) => [name, attributes[name]]));
    return { url: url.template(values), text: text.replace(/#\{([^}]+)\}/g, (_, name) => String(attributes[name])) };
  });
}

test("Jaeger takes the UI configuration for one, and pastes it unchanged into its page", () => {
  const text = read("ui-config.js");
  expect(text).toMatch(/function\s+UIConfig(\s)?\(\s?\)(\s)?{/);
  // Go expands `$name` in a replacement, and a script ends at its end tag wherever that stands.
  expect(text).not.toMatch(/\$|<\/script/i);
  expect(Object.keys(uiConfig()).sort()).toEqual(["linkPatterns", "topTagPrefixes"]);
});

test("it speaks of attributes that exist", () => {
  const { topTagPrefixes, linkPatterns } = uiConfig();
  const known: string[] = Object.values(semconv);
  for (const prefix of topTagPrefixes)
    expect(
      known.some((name) => name.startsWith(prefix)),
      prefix,
    ).toBe(true);
  const named = linkPatterns.flatMap(({ key, url, text }) => [
    key,
    ...url.parameters,
    ...[...text.matchAll(/#\{([^}]+)\}/g)].map(([, name]) => name),
  ]);
  for (const name of named) expect(known).toContain(name);
});

test("the URL of a remedy is a link, whole, with the remedy as its title", () => {
  const url = "https://learn.microsoft.com/entra/x?tabs=a%20b&c=d#option-2";
  const attributes = {
    [semconv.ATTR_FAILURE_REMEDY]: "Create a new secret and roll it out.",
    [semconv.ATTR_FAILURE_REMEDY_URL]: url,
  };
  const link = { url, text: "Create a new secret and roll it out." };
  expect(linksOf(semconv.ATTR_FAILURE_REMEDY_URL, attributes)).toEqual([link]);
  expect(linksOf(semconv.ATTR_FAILURE_REMEDY_URL, attributes, "tags")).toEqual([link]);
  expect(linksOf(semconv.ATTR_FAILURE_REMEDY_URL, attributes, "events")).toEqual([]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "http://example.com", "", 1, undefined])(
  "%j is no link",
  (url) => {
    expect(linksOf(semconv.ATTR_FAILURE_REMEDY_URL, { [semconv.ATTR_FAILURE_REMEDY_URL]: url })).toEqual([]);
  },
);

test.each([
  ["as Jaeger's own model has it", "[7000215]"],
  ["as OTLP has it", [7000215, 50034]],
])("AADSTS codes lead to Entra's page, %s", (_, codes) => {
  expect(linksOf(semconv.ATTR_FAILURE_AADSTS_CODES, { [semconv.ATTR_FAILURE_AADSTS_CODES]: codes })).toEqual([
    { url: "https://login.microsoftonline.com/error?code=7000215", text: "What Entra ID says about this code" },
  ]);
});

test("the README speaks of attributes and spans that exist", () => {
  const known: string[] = Object.values(semconv);
  const named = read("README.md").matchAll(/\bazure\.[a-z_.]+[a-z]/g);
  for (const [name] of named)
    expect(
      known.some((other) => other === name || other.startsWith(`${name}.`)),
      name,
    ).toBe(true);
});
