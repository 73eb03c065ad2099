// What the package is tested with, besides what the lock file has.

/** A minor version of the OpenTelemetry API and the SDK that goes with it. */
export type Api = "1.9" | "1.10";

/** Ranges to install of OpenTelemetry, by the API. */
export const OPEN_TELEMETRY: Readonly<Record<Api, Readonly<Record<string, string>>>> = {
  "1.9": {
    "@opentelemetry/api": "~1.9.0",
    "@opentelemetry/context-async-hooks": "^2.0.0",
    "@opentelemetry/sdk-metrics": "^2.0.0",
    "@opentelemetry/sdk-trace-base": "^2.0.0",
    "@opentelemetry/sdk-trace-node": "^2.0.0",
  },
  "1.10": {
    "@opentelemetry/api": "~1.10.0",
    "@opentelemetry/context-async-hooks": "^3.0.0",
    "@opentelemetry/sdk-metrics": "^3.0.0",
    "@opentelemetry/sdk-trace": "^3.0.0",
  },
};
const SDK: Readonly<Record<Api, string>> = { "1.9": "SDK 2.x", "1.10": "SDK 3.x" };

const SUITES = {
  /** The tests that need nothing but what the package exports, and a few about the package itself. */
  integration: [
    "test/integration/",
    "test/acquisition/chain.test.ts",
    "test/acquisition/coalesce.test.ts",
    "test/acquisition/current.test.ts",
    "test/acquisition/deadline.test.ts",
    "test/acquisition/recent.test.ts",
    "test/acquisition/refresh.test.ts",
    "test/acquisition/winner.test.ts",
    "test/telemetry/canary.test.ts",
    "test/telemetry/metrics.test.ts",
    "test/diagnosticCredential.test.ts",
    "test/policyGate.test.ts",
    "test/ready.test.ts",
    "test/lanes/",
  ],
  "global providers": ["test/lanes/global.lane.ts"],
} as const;

/** One run of a suite. */
export interface Lane {
  /** Version or range of the npm package `node`. */
  readonly node: string;
  /** Minor version of `@azure/identity`, or `latest`. */
  readonly identity: string;
  /** What the package finds, and what the application registers its SDK through. */
  readonly api: Api;
  readonly application: Api;
  readonly suite: keyof typeof SUITES;
}

interface Group extends Pick<Lane, "api" | "application" | "suite"> {
  readonly nodes: readonly string[];
  readonly identities: readonly string[];
}

const NODES = ["22", "24", "26"];
/** The first that `engines` allows. */
export const LOWEST_NODE = "22.12.0";
const IDENTITIES = ["4.0", "4.5", "4.10", "4.13", "latest"];

const GROUPS: readonly Group[] = [
  { nodes: NODES, identities: IDENTITIES, api: "1.9", application: "1.9", suite: "integration" },
  { nodes: [LOWEST_NODE], identities: ["latest"], api: "1.9", application: "1.9", suite: "integration" },
  { nodes: NODES, identities: ["latest"], api: "1.10", application: "1.10", suite: "integration" },
  { nodes: NODES, identities: ["latest"], api: "1.9", application: "1.10", suite: "global providers" },
  { nodes: NODES, identities: ["latest"], api: "1.10", application: "1.9", suite: "global providers" },
];

export const LANES: readonly Lane[] = GROUPS.flatMap(({ nodes, identities, ...rest }) =>
  nodes.flatMap((node) => identities.map((identity) => ({ node, identity, ...rest }))),
);

/** The test files of a lane, as vitest takes them. */
export const filesOf = ({ suite }: Lane): readonly string[] => SUITES[suite];

export function nameOf({ node, identity, api, application }: Lane): string {
  const registered = application === api ? "" : `, registered through ${application}`;
  return `Node.js ${node}, @azure/identity ${identity}, API ${api}${registered}`;
}

function openTelemetryOf({ api, application }: Group): string {
  if (api === application) return `API ${api} with ${SDK[api]}`;
  return `API ${api}; ${SDK[application]} registered through API ${application}`;
}

/** The rows of the README's table, in order. */
export function readmeRows(): string[] {
  return GROUPS.map((group) => {
    const { nodes, identities, suite } = group;
    return `| ${nodes.join(", ")} | ${identities.join(", ")} | ${openTelemetryOf(group)} | ${suite} |`;
  });
}
