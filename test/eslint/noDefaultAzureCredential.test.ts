import { describe } from "vitest";
import {
  commonjs,
  found as foundNamed,
  handedOn as handedOnNamed,
  type Invalid,
  testRule,
  type Valid,
} from "./ruleTesters.js";

const DAC = "DefaultAzureCredential";
const found = (line = 1, name = DAC) => foundNamed(name, line);
const handedOn = (line = 1) => handedOnNamed(DAC, line);
const ID = `from "@azure/identity";\n`;

/** An error with the one suggestion there is. */
const suggested = (output: string, line = 1, name = DAC) => ({
  ...found(line, name),
  suggestions: [{ messageId: "suggestManagedIdentity", output }],
});

const plain = (code: string, ...errors: ReturnType<typeof found>[]): Invalid => ({ code, errors });

const aliases: Invalid[] = [
  plain(`import { ${DAC} } ${ID}const C = ${DAC};\nnew C();`, found(3)),
  plain(`import { ${DAC} as X } ${ID}let C; C = X;\nnew C();`, found(3)),
  plain(`import * as id ${ID}const i = id; const { ${DAC}: D } = i;\nclass A extends D {}`, found(3)),
  plain(`import { ${DAC} } ${ID}const C = prod ? Other : ${DAC};\nnew C();`, found(3)),
  plain(`import { ${DAC} } ${ID}const make = (C = ${DAC}) => new C();`, found(2)),
  plain(`import { ${DAC} } ${ID}new (Other ?? ${DAC})();`, found(2)),
  plain(`import { ${DAC} } ${ID}new (0, ${DAC})();`, found(2)),
  plain(`import { ${DAC} } ${ID}let A = ${DAC}, B = A; A = B;\nnew A(); new B();`, found(3), found(3)),
];

const elsewhere: Invalid[] = [
  plain(`import { ${DAC} } ${ID}export class C extends ${DAC} {}`, found(2)),
  plain(`import { ${DAC} } ${ID}const C = class extends ${DAC} {};`, found(2)),
  plain(`import { ${DAC} } ${ID}Reflect.construct(${DAC}, []);`, found(2)),
  plain(`export { ${DAC} } ${ID}`, handedOn(1)),
  plain(`export { ${DAC} as Credential } ${ID}`, handedOn(1)),
  plain(`import { ${DAC} } ${ID}export { ${DAC} };`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}export default ${DAC};`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}export const C = ${DAC};`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}const providers = [{ provide: X, useClass: ${DAC} }];`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}const all = [${DAC}];`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}function pick() {\n return ${DAC}; }`, handedOn(3)),
  plain(`import { ${DAC} } ${ID}const pick = () => ${DAC};`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}class A { static C = ${DAC}; }`, handedOn(2)),
  plain(`import { ${DAC} } ${ID}globalThis.C = ${DAC};`, handedOn(2)),
  { ...plain(`module.exports = require("@azure/identity").${DAC};`, handedOn(1)), ...commonjs },
];

const dynamic: Invalid[] = [
  {
    code: `new (await import("@azure/identity")).${DAC}();`,
    errors: [suggested(`new (await import("@azure/identity")).ManagedIdentityCredential();`)],
  },
  {
    code: `const { ${DAC} } = await import("@azure/identity");\nnew ${DAC}();`,
    errors: [
      suggested(
        `const { ManagedIdentityCredential } = await import("@azure/identity");\nnew ManagedIdentityCredential();`,
        2,
      ),
    ],
  },
  plain(`const { default: { ${DAC}: C = Other } } = await import(\`@azure/identity\`);\nnew C();`, found(2)),
  plain(`import("@azure/identity").then(({ ${DAC}: C, ...rest }) => { const D = C; new D(); });`, found(1)),
  {
    code: `import("@azure/identity").then(function (id) { return new id.${DAC}(); });`,
    errors: [
      suggested(`import("@azure/identity").then(function (id) { return new id.ManagedIdentityCredential(); });`),
    ],
  },
  {
    code: `const p = import("@azure/identity");\nconst id = await p;\nnew id.${DAC}();`,
    errors: [
      suggested(`const p = import("@azure/identity");\nconst id = await p;\nnew id.ManagedIdentityCredential();`, 3),
    ],
  },
];

const required: Invalid[] = [
  {
    code: `const { ${DAC} } = require("@azure/identity");\nnew ${DAC}();`,
    errors: [
      suggested(
        `const { ManagedIdentityCredential } = require("@azure/identity");\nnew ManagedIdentityCredential();`,
        2,
      ),
    ],
  },
  {
    code: `const { ${DAC}: C } = require("@azure/identity");\nnew C(); new C();`,
    errors: [1, 2].map((nth) =>
      suggested(
        `const { ${DAC}: C, ManagedIdentityCredential } = require("@azure/identity");\n${
          nth === 1 ? "new ManagedIdentityCredential(); new C();" : "new C(); new ManagedIdentityCredential();"
        }`,
        2,
      ),
    ),
  },
  {
    code: `const { ManagedIdentityCredential: M, ${DAC} } = require("@azure/identity");\nnew ${DAC}();`,
    errors: [suggested(`const { ManagedIdentityCredential: M, ${DAC} } = require("@azure/identity");\nnew M();`, 2)],
  },
  {
    code: `const identity = require("@azure/identity");\nnew identity.${DAC}();`,
    errors: [suggested(`const identity = require("@azure/identity");\nnew identity.ManagedIdentityCredential();`, 2)],
  },
  {
    code: `new (require("@azure/identity").${DAC})();`,
    errors: [suggested(`new (require("@azure/identity").ManagedIdentityCredential)();`)],
  },
  plain(`const { ["${DAC}"]: C } = require("@azure/identity");\nfunction f() { return new C(1); }`, found(2)),
  {
    code: `const identity_1 = __importStar(require("@azure/identity"));\nnew identity_1.default.${DAC}();`,
    errors: [
      suggested(
        `const identity_1 = __importStar(require("@azure/identity"));\nnew identity_1.default.ManagedIdentityCredential();`,
        2,
      ),
    ],
  },
].map((test) => ({ ...test, ...commonjs }));

const ownRequire: Invalid = plain(
  `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);\nconst C = require("@azure/identity").${DAC};\nnew C();`,
  found(3),
);

const valid: Valid[] = [
  `import { ManagedIdentityCredential } ${ID}new ManagedIdentityCredential();`,
  // Only imported, or looked at.
  `import { ${DAC} } ${ID}`,
  `import { ${DAC} } ${ID}if (error instanceof ${DAC}) log(${DAC}.name, typeof ${DAC});`,
  `import { ${DAC} } ${ID}expect(credential).toBeInstanceOf(${DAC});`,
  // Of another module, or of nobody.
  `import { ${DAC} } from "./fake.js"; new ${DAC}();`,
  `import { ${DAC} } from "@azure/identity-fake"; new ${DAC}();`,
  `export { ${DAC} } from "./fake.js";`,
  `new ${DAC}();`,
  `export * ${ID}`,
  // The name means something else here.
  `import { ${DAC} } ${ID}function f(${DAC}) { return new ${DAC}(); }`,
  `import * as id ${ID}{ const id = fake; new id.${DAC}(); }`,
  `import { ${DAC} as X } ${ID}class ${DAC} {} new ${DAC}();`,
  `function require() {} new (require("@azure/identity").${DAC})();`,
  { code: `const f = (require) => new (require("@azure/identity").${DAC})();`, ...commonjs },
  { code: `const { ${DAC} } = require("./fake"); new ${DAC}();`, ...commonjs },
  { code: `const { ${DAC}, ...rest } = require("@azure/identity"); new rest.Other();`, ...commonjs },
  { code: `new (load("@azure/identity").${DAC})();`, ...commonjs },
  // A value that it does not come to.
  `import { ${DAC} } ${ID}new (${DAC} && Other)(); new (${DAC}, Other)(); new (${DAC} ? Other : Mine)();`,
  // A key and not a value.
  `import { ${DAC} } ${ID}const names = { ${DAC}: 1, [${DAC}]: 2 };`,
  `import * as id ${ID}id[name]; new id.Other(); id;`,
];

const suggestions: Invalid[] = [
  {
    code: `import { ${DAC} } ${ID}new ${DAC}();`,
    errors: [suggested(`import { ManagedIdentityCredential } ${ID}new ManagedIdentityCredential();`, 2)],
  },
  {
    code: `import { ${DAC} as X } ${ID}new X;`,
    errors: [suggested(`import { ManagedIdentityCredential } ${ID}new ManagedIdentityCredential;`, 2)],
  },
  {
    code: `import { "${DAC}" as X } ${ID}new X({ managedIdentityClientId: id });`,
    errors: [
      suggested(`import { ManagedIdentityCredential } ${ID}new ManagedIdentityCredential({ clientId: id });`, 2),
    ],
  },
  {
    code: `import { ${DAC}, ManagedIdentityCredential as M } ${ID}new ${DAC}({ managedIdentityClientId });`,
    errors: [
      suggested(
        `import { ${DAC}, ManagedIdentityCredential as M } ${ID}new M({ clientId: managedIdentityClientId });`,
        2,
      ),
    ],
  },
  {
    code: `import { ${DAC} } ${ID}new ${DAC}(); x instanceof ${DAC};`,
    errors: [
      suggested(
        `import { ${DAC}, ManagedIdentityCredential } ${ID}new ManagedIdentityCredential(); x instanceof ${DAC};`,
        2,
      ),
    ],
  },
  {
    code: `import * as id ${ID}new id.${DAC}({ retryOptions, managedIdentityResourceId: "/x" });`,
    errors: [suggested(`import * as id ${ID}new id.ManagedIdentityCredential({ retryOptions, resourceId: "/x" });`, 2)],
  },
  {
    code: `import identity ${ID}new identity.${DAC}();`,
    errors: [suggested(`import identity ${ID}new identity.ManagedIdentityCredential();`, 2)],
  },
  {
    code: `import { getDefaultAzureCredential } ${ID}const c = getDefaultAzureCredential();`,
    errors: [
      suggested(
        `import { ManagedIdentityCredential } ${ID}const c = new ManagedIdentityCredential();`,
        2,
        "getDefaultAzureCredential",
      ),
    ],
  },
  {
    code: `import * as id ${ID}id.getDefaultAzureCredential();`,
    errors: [suggested(`import * as id ${ID}new id.ManagedIdentityCredential();`, 2, "getDefaultAzureCredential")],
  },
  {
    code: `import { ${DAC} } ${ID}new ${DAC}();`,
    options: [{ packages: ["@contoso/azure"] }],
    errors: [suggested(`import { ManagedIdentityCredential } ${ID}new ManagedIdentityCredential();`, 2)],
  },
  // Not where something would be lost or would mean something else.
  plain(`import { ${DAC} } ${ID}new ${DAC}({ tenantId });`, found(2)),
  plain(`import { ${DAC} } ${ID}new ${DAC}(options);`, found(2)),
  plain(`import { ${DAC} } ${ID}new ${DAC}({ ...options });`, found(2)),
  plain(`import { ${DAC} } ${ID}new ${DAC}({ managedIdentityClientId: a, managedIdentityResourceId: b });`, found(2)),
  plain(`import { ${DAC} } ${ID}function f(ManagedIdentityCredential) { new ${DAC}(); }`, found(2)),
  plain(`import { ManagedIdentityCredential } from "./mine.js";\nimport { ${DAC} } ${ID}new ${DAC}();`, found(3)),
  plain(
    `import { ${DAC}, ManagedIdentityCredential } ${ID}function f(ManagedIdentityCredential) { new ${DAC}(); }`,
    found(2),
  ),
  plain(`import * as id ${ID}new id["${DAC}"]();`, found(2)),
  {
    ...plain(`require("@azure/identity").getDefaultAzureCredential();`, found(1, "getDefaultAzureCredential")),
    ...commonjs,
  },
  {
    ...plain(`import { ${DAC} } from "@contoso/azure"; new ${DAC}();`, found(1)),
    options: [{ packages: ["@contoso/azure"] }],
  },
  {
    ...plain(`const { ${DAC} } = require("@contoso/azure"); new ${DAC}();`, found(1)),
    options: [{ packages: ["@contoso/azure"] }],
    ...commonjs,
  },
  {
    ...plain(
      `const { ${DAC}, ManagedIdentityCredential } = require("@azure/identity");\nfunction f() { const ManagedIdentityCredential = 1; new ${DAC}(); }`,
      found(2),
    ),
    ...commonjs,
  },
];

const allowedByVariable: Valid[] = [
  {
    code: `import { ${DAC} } ${ID}new ${DAC}({ requiredEnvVars: ["AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS"] });`,
    options: [{ allowRequiredEnvVars: true }],
  },
  {
    code: `import { ${DAC} } ${ID}new ${DAC}({ requiredEnvVars: "AZURE_TOKEN_CREDENTIALS" });`,
    options: [{ allowRequiredEnvVars: true }],
  },
];
const notAllowedByVariable: Invalid[] = [
  {
    ...plain(`import { ${DAC} } ${ID}new ${DAC}({ requiredEnvVars: ["AZURE_CLIENT_ID"] });`, found(2)),
    options: [{ allowRequiredEnvVars: true }],
  },
  plain(`import { ${DAC} } ${ID}new ${DAC}({ requiredEnvVars: ["AZURE_TOKEN_CREDENTIALS"] });`, found(2)),
];

const id = "no-default-azure-credential";
describe("what is not reported", () => testRule(id, valid, []));
describe("require", () => testRule(id, [], [...required, ownRequire]));
describe("import()", () => testRule(id, [], dynamic));
describe("aliases", () => testRule(id, [], aliases));
describe("subclasses, and classes that are handed on", () => testRule(id, [], elsewhere));
describe("suggestions", () => testRule(id, [], suggestions));
describe("requiredEnvVars", () => testRule(id, allowedByVariable, notAllowedByVariable));
