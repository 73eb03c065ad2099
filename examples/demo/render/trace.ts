/** The part of OTLP JSON that is drawn. */
export interface OtlpTraces {
  readonly resourceSpans: readonly OtlpResourceSpans[];
}

interface OtlpResourceSpans {
  readonly resource?: { readonly attributes?: readonly OtlpAttribute[] };
  readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes?: readonly OtlpAttribute[];
  readonly events?: readonly OtlpEvent[];
  readonly status?: { readonly code?: number; readonly message?: string };
}

interface OtlpEvent {
  readonly name: string;
  readonly timeUnixNano: string;
  readonly attributes?: readonly OtlpAttribute[];
}

interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}

interface OtlpValue {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
  readonly arrayValue?: { readonly values?: readonly OtlpValue[] };
}

type Value = string | number | boolean | readonly Value[] | undefined;

/** Milliseconds since the root span began. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A span with those below it, in order of start. */
export interface SpanNode extends Interval {
  readonly name: string;
  readonly failed: boolean;
  /** Description of the status. */
  readonly message: string | undefined;
  readonly attributes: Attributes;
  readonly exchanges: readonly Exchange[];
  readonly children: readonly SpanNode[];
}

/** One HTTP exchange, as an event of a span tells of it. */
export interface Exchange extends Interval {
  readonly attributes: Attributes;
}

/** Attributes by key. */
export type Attributes = ReadonlyMap<string, Value>;

/** Reads the one trace in an OTLP export. */
export function readTrace({ resourceSpans }: OtlpTraces): { readonly traceId: string; readonly root: SpanNode } {
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const root = spans.find(({ parentSpanId }) => !parentSpanId);
  if (root === undefined) throw new Error("The trace has no root span.");
  return { traceId: root.traceId, root: nodeOf(root, spans, BigInt(root.startTimeUnixNano)) };
}

/** The text, or undefined where there is none. */
export function textOf(attributes: Attributes, key: string): string | undefined {
  const value = attributes.get(key);
  return value === undefined ? undefined : String(value);
}

function nodeOf(span: OtlpSpan, spans: readonly OtlpSpan[], zero: bigint): SpanNode {
  const { name, status, events = [] } = span;
  const children = spans
    .filter(({ parentSpanId }) => parentSpanId === span.spanId)
    .map((child) => nodeOf(child, spans, zero));
  return {
    name,
    start: since(zero, span.startTimeUnixNano),
    end: since(zero, span.endTimeUnixNano),
    failed: status?.code === 2,
    message: status?.message,
    attributes: attributesOf(span.attributes),
    exchanges: events
      .filter((event) => event.name === "azure.identity.exchange")
      .map((event) => exchangeOf(event, zero)),
    children: children.sort((one, other) => one.start - other.start),
  };
}

function exchangeOf({ timeUnixNano, attributes }: OtlpEvent, zero: bigint): Exchange {
  const facts = attributesOf(attributes);
  const start = since(zero, timeUnixNano);
  return { start, end: start + 1000 * Number(facts.get("azure.identity.exchange.duration") ?? 0), attributes: facts };
}

function since(zero: bigint, nanoseconds: string): number {
  return Number(BigInt(nanoseconds) - zero) / 1e6;
}

function attributesOf(list: readonly OtlpAttribute[] = []): Attributes {
  return new Map(list.map(({ key, value }) => [key, plain(value)]));
}

function plain(value: OtlpValue): Value {
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plain);
  return value.stringValue ?? value.boolValue ?? value.doubleValue ?? Number(value.intValue);
}
