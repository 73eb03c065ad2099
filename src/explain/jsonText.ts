const MAX_DEPTH = 6;
const MAX_PARTS = 64;
const MAX_VISITS = 2_000;
const MAX_TEXT = 65_536;

/** Keys under which loggers and services put what was said, in the order in which it reads best. */
const SAID = new Map(
  "message,msg,@m,@mt,renderedmessage,renderedmessagetemplate,formattedmessage,outermessage,innermostmessage,error_description,error,err,exception,exceptions,@x,exc_info,excinfo,exc_text,error.message,exception.message,error.stack_trace,exception.stacktrace,error.stack,stack,stack_trace,stacktrace,cause,inner,innererror,innerexception,errors,details,detail,reason,body,text,description,properties,customdimensions,data,payload,context,fields,attributes,throwable,thrown,statusmessage,resultdescription,problemid,rawstack,formattedexception,extra,event,log"
    .split(",")
    .map((key, rank) => [key, rank]),
);
const NAME = /^[A-Za-z_$][\w.$]{0,160}(?:Error|Exception|Fault)$/;
const NAME_KEYS = new Set([
  "type",
  "name",
  "class",
  "exceptiontype",
  "errortype",
  "outertype",
  "innermosttype",
  "kind",
]);
/** Keys that mean something only beside what Entra ID or an HTTP client said, written with their name. */
const LABELLED = new Map([
  ["code", "code"],
  ["errno", "errno"],
  ["hostname", "hostname"],
  ["statuscode", "Status code"],
  ["correlation_id", "Correlation ID"],
  ["correlationid", "Correlation ID"],
  ["trace_id", "Trace ID"],
  ["suberror", "suberror"],
]);

/**
 * A JSON object.
 *
 * @internal
 */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is one. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A failed attempt to parse costs more than all else that is done to a line. */
const JSON_START = /^\s{0,40}(?:\{\s{0,40}["}]|\[\s{0,40}[{["])/;
const JSON_END = /[}\]][\s,]{0,8}$/;

/**
 * Parses what may be an object or an array in JSON, also with the comma after it that stood in a larger one.
 *
 * @internal
 */
export function parseJson(text: string): unknown {
  if (!JSON_START.test(text) || !JSON_END.test(text.slice(-9))) return undefined;
  try {
    return JSON.parse(text.replace(/,\s{0,4}$/, "")) as unknown;
  } catch {
    return undefined;
  }
}

/** Puts together what is said, once each, within bounds. */
class Collector {
  readonly parts: string[] = [];
  #size = 0;
  #visits = 0;

  add(text: string): void {
    const part = text.trim();
    if (part === "" || this.#size >= MAX_TEXT || this.parts.length >= MAX_PARTS) return;
    // A stack repeats the message, and a message the one of its cause.
    if (this.parts.some((known) => known.includes(part))) return;
    const repeated = this.parts.findIndex((known) => part.includes(known));
    const kept = part.slice(0, MAX_TEXT - this.#size);
    if (repeated >= 0) this.parts[repeated] = kept;
    else this.parts.push(kept);
    this.#size += kept.length;
  }

  value(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || ++this.#visits > MAX_VISITS) return;
    if (typeof value === "string") {
      const inner = value.length > 1 ? parseJson(value) : undefined;
      if (inner === undefined) this.add(value);
      else this.value(inner, depth + 1);
    } else if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_PARTS) as unknown[]) this.value(item, depth + 1);
    } else if (isObject(value)) this.object(value, depth);
  }

  object(object: Json, depth: number): void {
    const entries = Object.entries(object).slice(0, 200);
    const lower = entries.map(([key, value]) => [key.toLowerCase(), value] as const);
    const name = lower.find(([key, value]) => NAME_KEYS.has(key) && typeof value === "string" && NAME.test(value))?.[1];
    const message = lower.find(
      ([key, value]) => (key === "message" || key === "msg") && typeof value === "string",
    )?.[1];
    if (typeof name === "string" && typeof message === "string" && !message.startsWith("{"))
      this.add(`${name}: ${message}`);
    // Entra ID's own answer reads best as it is.
    const entra = typeof object.error_description === "string" && typeof object.error === "string";
    if (entra) this.add(`${object.error}: ${object.error_description}`);
    if (entra && typeof object.timestamp === "string") this.add(`Timestamp: ${object.timestamp}`);
    lower
      .filter(([key]) => SAID.has(key))
      .sort(([a], [b]) => (SAID.get(a) ?? 0) - (SAID.get(b) ?? 0))
      .forEach(([, said]) => {
        this.value(said, depth + 1);
      });
    for (const [key, value] of lower) {
      const label = LABELLED.get(key);
      const plain = typeof value === "number" || (typeof value === "string" && /^[\w.:-]{1,100}$/.test(value));
      if (label !== undefined && plain) this.add(`${label}: ${value}`);
    }
  }
}

/**
 * What a JSON value says: messages, errors, exceptions and stacks, nested ones and those in strings included, and nothing
 * else, for a record may name authentication in many places.
 *
 * @internal
 */
export function textOfJson(value: unknown): string {
  const collector = new Collector();
  collector.value(value, 0);
  return collector.parts.join("\n");
}
