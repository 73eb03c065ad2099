import { describe, expect, it } from "vitest";
import plugin, { configs, rules } from "../../src/eslint/index.js";
import { commonjs, found, handedOn, testRule } from "./ruleTesters.js";

const from = (...names: string[]) => `import { ${names.join(", ")} } from "@azure/identity";\n`;

describe.each([
  [
    "no-developer-credential",
    ["AzureCliCredential", "AzureDeveloperCliCredential", "AzurePowerShellCredential", "VisualStudioCodeCredential"],
  ],
  [
    "no-interactive-credential",
    ["AuthorizationCodeCredential", "DeviceCodeCredential", "InteractiveBrowserCredential"],
  ],
] as const)("%s", (id, names) => {
  testRule(
    id,
    [
      `${from("ManagedIdentityCredential", "ChainedTokenCredential")}new ChainedTokenCredential(new ManagedIdentityCredential());`,
      from(...names),
      {
        code: `${from(...names)}if (isLocal) { ${names.map((name) => `new ${name}();`).join(" ")} }`,
        options: [{ allowConditions: ["isLocal"] }],
      },
    ],
    [
      ...names.map((name) => ({ code: `${from(name)}new ${name}();`, errors: [found(name, 2)] })),
      {
        code: `${from("ChainedTokenCredential", ...names)}new ChainedTokenCredential(\n${names.map((name) => `new ${name}()`).join(",\n")});`,
        errors: names.map((name, index) => found(name, 3 + index)),
      },
      { code: `export { ${names[0]} } from "@azure/identity";`, errors: [handedOn(names[0])] },
      {
        code: `const id = require("@azure/identity");\nnew id.${names[1]}();`,
        errors: [found(names[1], 2)],
        ...commonjs,
      },
    ],
  );
});

const hardCoded = (column?: number) => ({ messageId: "hardCoded", ...(column !== undefined && { column }) });
const local = [{ allowConditions: ["isLocal"] }];

describe("no-client-secret", () => {
  const secret = "ClientSecretCredential";
  const behalf = "OnBehalfOfCredential";
  testRule(
    "no-client-secret",
    [
      `${from("ClientCertificateCredential")}new ClientCertificateCredential(t, c, "cert.pem");`,
      `${from(behalf)}new ${behalf}({ tenantId, clientId, certificatePath, userAssertionToken });`,
      `${from(behalf)}new ${behalf}(options);`,
      { code: `${from(secret)}if (isLocal) new ${secret}(t, c, process.env.SECRET);`, options: local },
    ],
    [
      { code: `${from(secret)}new ${secret}(t, c, process.env.SECRET);`, errors: [found(secret, 2)] },
      { code: `${from(secret)}new ${secret}(...all);`, errors: [found(secret, 2)] },
      { code: `${from(secret)}new ${secret}(t, c, "");`, errors: [found(secret, 2)] },
      { code: `${from(secret)}let s = "a"; new ${secret}(t, c, s);`, errors: [found(secret, 2)] },
      { code: `${from(secret)}const s = ""; new ${secret}(t, c, s);`, errors: [found(secret, 2)] },
      { code: `${from(secret)}class A extends ${secret} {}`, errors: [found(secret, 2)] },
      { code: `${from(secret)}export default ${secret};`, errors: [handedOn(secret, 2)] },
      { code: `${from(secret)}new ${secret}(t, c, "canary");`, errors: [hardCoded(34)] },
      { code: `${from(secret)}new ${secret}(t, c, \`canary\`);`, errors: [hardCoded()] },
      { code: `${from(secret)}const s = "canary"; new ${secret}(t, c, s);`, errors: [hardCoded()] },
      { code: `${from(secret)}new ${secret}(t, c, process.env.S ?? "canary");`, errors: [hardCoded()] },
      { code: `${from(secret)}if (isLocal) new ${secret}(t, c, "canary");`, options: local, errors: [hardCoded()] },
      { code: `${from(behalf)}new ${behalf}({ clientSecret: s });`, errors: [found(behalf, 2)] },
      { code: `${from(behalf)}new ${behalf}({ "clientSecret": "canary" });`, errors: [hardCoded()] },
    ],
  );
});

describe("no-password", () => {
  const name = "UsernamePasswordCredential";
  testRule(
    "no-password",
    [from(name), { code: `${from(name)}if (isLocal) new ${name}(t, c, u, p);`, options: local }],
    [
      { code: `${from(name)}new ${name}(t, c, "user", p);`, errors: [found(name, 2)] },
      { code: `${from(name)}if (isLocal) new ${name}(t, c, u, "canary");`, options: local, errors: [hardCoded()] },
    ],
  );
});

describe("the plugin", () => {
  it("describes each rule", () => {
    for (const [id, { meta }] of Object.entries(rules)) {
      expect(meta.docs.url).toMatch(new RegExp(`^https://.+#${id}$`));
      expect(meta.docs.description).toMatch(/^Disallow .+[^.]$/);
      expect(JSON.stringify(meta.messages)).not.toContain("canary");
    }
    expect(plugin.meta).toEqual({
      name: "diagnostic-credential",
      version: "0.1.0",
      namespace: "diagnostic-credential",
    });
  });

  it("has configurations with every rule, as severe as the production policy", () => {
    for (const config of Object.values(configs)) {
      expect(Object.keys(config.rules)).toEqual(Object.keys(rules).map((id) => `diagnostic-credential/${id}`));
      expect(config.plugins["diagnostic-credential"]?.rules).toBe(rules);
      const warnings = Object.entries(config.rules).filter(([, [severity]]) => severity === "warn");
      expect(warnings.map(([id]) => id)).toEqual(["diagnostic-credential/no-client-secret"]);
    }
  });
});
