import { describe, expect, it } from "vitest";
import { choose, environmentOf, refusal, type Short } from "./environments.js";

const application = ["client", "tenant"] as const;

describe("the sentence of a choice", () => {
  it.each<[Short[], Record<string, string>, Parameters<typeof choose>[1], string]>([
    [
      ["file", ...application],
      {},
      {},
      "Workload identity, since AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID are set.",
    ],
    [
      ["file", ...application, "secret", "certificate"],
      {},
      { managedIdentity: "systemAssigned" },
      "Workload identity, since AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID are set; not used: AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_SECRET and the option managedIdentity.",
    ],
    [
      ["endpoint", "header"],
      {},
      {},
      "The managed identity of App Service (system-assigned), since IDENTITY_ENDPOINT and IDENTITY_HEADER are set.",
    ],
    [
      ["endpoint", "header", "client"],
      { FUNCTIONS_WORKER_RUNTIME: "node" },
      {},
      "The managed identity of Functions (user-assigned, by AZURE_CLIENT_ID), since IDENTITY_ENDPOINT and IDENTITY_HEADER are set.",
    ],
    [
      ["endpoint", "header", ...application],
      { CONTAINER_APP_NAME: "orders" },
      { managedIdentity: { resourceId: "/subscriptions/1" } },
      "The managed identity of Container Apps (user-assigned, by the option managedIdentity.resourceId), since IDENTITY_ENDPOINT and IDENTITY_HEADER are set.",
    ],
    [
      ["endpoint", "header", "thumbprint", "client"],
      {},
      {},
      "The managed identity of Service Fabric (the one in its manifest), since IDENTITY_ENDPOINT, IDENTITY_HEADER and IDENTITY_SERVER_THUMBPRINT are set.",
    ],
    [
      ["endpoint", "imds"],
      {},
      { managedIdentity: "systemAssigned" },
      "The managed identity of Azure Arc (system-assigned, by the option managedIdentity), since IDENTITY_ENDPOINT and IMDS_ENDPOINT are set.",
    ],
    [
      ["msi", "msiSecret"],
      {},
      {},
      "The managed identity of Machine Learning (system-assigned), since MSI_ENDPOINT and MSI_SECRET are set.",
    ],
    [
      [],
      {},
      { managedIdentity: { clientId: "an id" } },
      "The managed identity of the virtual machine (user-assigned, by the option managedIdentity.clientId), since the option managedIdentity asks for it.",
    ],
    [
      ["client"],
      { AZURE_TOKEN_CREDENTIALS: " managedidentitycredential " },
      {},
      "The managed identity of the virtual machine (user-assigned, by AZURE_CLIENT_ID), since AZURE_TOKEN_CREDENTIALS=managedidentitycredential asks for it.",
    ],
    [
      [],
      { AZURE_POD_IDENTITY_AUTHORITY_HOST: "http://10.0.0.1" },
      {},
      "The managed identity of the virtual machine (system-assigned), since AZURE_POD_IDENTITY_AUTHORITY_HOST is set.",
    ],
    [
      ["certificate", ...application],
      { AZURE_TOKEN_CREDENTIALS: "prod" },
      {},
      "A certificate, since AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_ID and AZURE_TENANT_ID are set and neither workload identity nor a managed identity is.",
    ],
    [
      ["certificate", ...application, "endpoint", "header"],
      { AZURE_TOKEN_CREDENTIALS: "ManagedIdentityCredential" },
      { use: "certificate" },
      "A certificate, since the option use asks for it and AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_ID and AZURE_TENANT_ID are set.",
    ],
  ])("%s %j %j", (names, more, options, sentence) => {
    expect(choose(environmentOf(names, more), options).sentence).toBe(sentence);
  });

  it("an Azure Arc agent that is installed is a host, whether or not it has told this process", () => {
    const choice = choose({}, {}, { hasArcAgent: () => true, isAzureVirtualMachine: () => false });
    expect(choice).toEqual({
      way: "managedIdentity",
      credentialType: "ManagedIdentityCredential",
      host: "azureArc",
      variables: [],
      unused: [],
      sentence: "The managed identity of Azure Arc (system-assigned), since its agent is installed on this machine.",
    });
  });
});

describe("a way that is half set up is an error that names what is missing", () => {
  it.each<[Short[], Record<string, string>, string, string[]]>([
    [
      ["file", "endpoint", "header"],
      {},
      "AZURE_FEDERATED_TOKEN_FILE is set, so workload identity is meant, but AZURE_CLIENT_ID and AZURE_TENANT_ID are not set. On AKS the webhook sets all three: annotate the service account with azure.workload.identity/client-id and start the pods again.",
      ["AZURE_CLIENT_ID", "AZURE_TENANT_ID"],
    ],
    [
      ["certificate", "client"],
      {},
      "AZURE_CLIENT_CERTIFICATE_PATH is set, so a certificate is meant, but AZURE_TENANT_ID is not set. Set it where this runs, or remove the others.",
      ["AZURE_TENANT_ID"],
    ],
    [
      [...application],
      { AZURE_CLIENT_CERTIFICATE_PASSWORD: "x" },
      "AZURE_CLIENT_CERTIFICATE_PASSWORD is set, so a certificate is meant, but AZURE_CLIENT_CERTIFICATE_PATH is not set. Set it where this runs, or remove the others.",
      ["AZURE_CLIENT_CERTIFICATE_PATH"],
    ],
    [
      ["endpoint", "certificate", ...application],
      {},
      "IDENTITY_ENDPOINT is set, so a managed identity is meant, but IDENTITY_HEADER is not set (App Service, Functions and Container Apps), IDENTITY_HEADER and IDENTITY_SERVER_THUMBPRINT are not set (Service Fabric) or IMDS_ENDPOINT is not set (Azure Arc). The host sets these variables itself; do not set or copy them by hand.",
      ["IDENTITY_HEADER", "IDENTITY_SERVER_THUMBPRINT", "IMDS_ENDPOINT"],
    ],
    [
      ["msiSecret"],
      {},
      "MSI_SECRET is set, so a managed identity is meant, but MSI_ENDPOINT is not set (Machine Learning). The host sets these variables itself; do not set or copy them by hand.",
      ["MSI_ENDPOINT"],
    ],
    [
      ["client"],
      { AZURE_TOKEN_CREDENTIALS: "WorkloadIdentityCredential" },
      "AZURE_TOKEN_CREDENTIALS=WorkloadIdentityCredential asks for it, so workload identity is meant, but AZURE_FEDERATED_TOKEN_FILE and AZURE_TENANT_ID are not set. On AKS the webhook sets all three: annotate the service account with azure.workload.identity/client-id and start the pods again.",
      ["AZURE_FEDERATED_TOKEN_FILE", "AZURE_TENANT_ID"],
    ],
  ])("%s %j", (names, more, message, missing) => {
    expect(refusal(environmentOf(names, more))).toMatchObject({ code: "half_set_up", message, missing, hosts: [] });
  });

  it("blank counts as not set, as a template leaves it", () => {
    expect(refusal(environmentOf(["file", "client"], { AZURE_TENANT_ID: " " })).missing).toEqual(["AZURE_TENANT_ID"]);
    expect(choose({ ...environmentOf(["endpoint", "header"]), AZURE_FEDERATED_TOKEN_FILE: "" }).way).toBe(
      "managedIdentity",
    );
  });
});

describe("what is set can be read in two ways", () => {
  it("AZURE_CLIENT_ID of the managed identity or of an application", () => {
    const both = environmentOf(["endpoint", "header", "certificate", ...application]);
    expect(refusal(both)).toMatchObject({
      code: "ambiguous",
      message:
        "AZURE_CLIENT_ID may name the managed identity of App Service or, since AZURE_CLIENT_CERTIFICATE_PATH is set too, an application. " +
        'Say which: with the option managedIdentity ("systemAssigned", or an id of the identity), with the option use, or by removing the variables that are not needed.',
    });
    expect(choose(both, { managedIdentity: "systemAssigned" }).unused).toEqual(["AZURE_CLIENT_CERTIFICATE_PATH"]);
    expect(choose(both, { use: "certificate" }).way).toBe("certificate");
  });

  it("a managed identity is asked for where the SDK would use the token file", () => {
    const error = refusal(environmentOf(["file", ...application]), { use: "managedIdentity" });
    expect(error.code).toBe("ambiguous");
    expect(error.message).toBe(
      "The option use asks for a managed identity, but AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID are set: with these the SDK's ManagedIdentityCredential uses workload identity instead. Ask for workloadIdentity, or unset AZURE_FEDERATED_TOKEN_FILE.",
    );
  });

  it("an id on Service Fabric, which the SDK refuses", () => {
    const fabric = environmentOf(["endpoint", "header", "thumbprint"]);
    expect(refusal(fabric, { managedIdentity: { clientId: "x" } }).code).toBe("ambiguous");
    expect(choose(fabric, { managedIdentity: "systemAssigned" }).host).toBe("serviceFabric");
  });
});

describe("what belongs to a person", () => {
  it.each(["dev", "AzureCliCredential", "azuredeveloperclicredential", "VisualStudioCodeCredential"])("%s", (value) => {
    const error = refusal(environmentOf(["file", ...application], { AZURE_TOKEN_CREDENTIALS: value }));
    expect(error.code).toBe("not_for_production");
    expect(error.message).toContain(`AZURE_TOKEN_CREDENTIALS=${value} asks for the credential of a person`);
  });

  it("a value that names nothing is not repeated", () => {
    const error = refusal({ AZURE_TOKEN_CREDENTIALS: "a-secret-by-mistake" });
    expect(error.code).toBe("not_for_production");
    expect(error.message).not.toContain("a-secret-by-mistake");
    expect(refusal({ AZURE_TOKEN_CREDENTIALS: "constructor" }).code).toBe("not_for_production");
  });

  it("Cloud Shell, also where it is asked for", () => {
    for (const options of [{}, { use: "managedIdentity" }] as const) {
      expect(refusal(environmentOf(["msi"]), options).message).toContain("Cloud Shell");
    }
  });
});

describe("nothing is set up", () => {
  it("lists what was looked for and how to set it up, host by host", () => {
    const error = refusal({});
    expect(error).toMatchObject({ name: "CredentialSetupError", code: "nothing_set_up", missing: [] });
    expect(error.message.split("\n").slice(0, 5)).toEqual([
      "No credential is set up for production. Looked for, in this order:",
      "- workload identity: AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID are not set",
      "- a managed identity: no variable of a host is set, no Azure Arc agent is installed, and nothing asks for the one of a virtual machine",
      "- a certificate: AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_ID and AZURE_TENANT_ID are not set",
      "To set one up:",
    ]);
    expect(error.hosts.map(({ host }) => host)).toEqual([
      "Functions",
      "Container Apps",
      "App Service",
      "AKS workload identity",
      "Service Fabric",
      "Azure Arc",
      "virtual machine or scale set",
    ]);
    for (const { remedy } of error.hosts) {
      expect(remedy.command).toMatch(/^(?:az|azcmagent|kubectl) /);
      expect(remedy.url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
      expect(error.message).toContain(remedy.command);
    }
  });

  it.each([
    ["WEBSITE_SITE_NAME", "App Service"],
    ["FUNCTIONS_WORKER_RUNTIME", "Functions"],
    ["CONTAINER_APP_NAME", "Container Apps"],
    ["KUBERNETES_SERVICE_HOST", "AKS workload identity"],
    ["Fabric_ApplicationName", "Service Fabric"],
  ])("where %s is set, %s comes first", (name, host) => {
    const error = refusal({ [name]: "x" });
    expect(error.hosts[0]).toMatchObject({ host, sign: `${name} is set` });
    expect(error.message).toContain(`- ${host} (this process seems to run there: ${name} is set): looked for `);
  });

  it("on a virtual machine of Azure, which is no proof that it has an identity", () => {
    const error = refusal({}, {}, { hasArcAgent: () => false, isAzureVirtualMachine: () => true });
    expect(error.hosts[0]).toMatchObject({
      host: "virtual machine or scale set",
      sign: "the machine is one of Azure's",
    });
  });

  it("says what the ids and the secret that are set are worth", () => {
    const { message } = refusal(environmentOf([...application, "secret"]));
    expect(message).toContain(
      "AZURE_CLIENT_ID and AZURE_TENANT_ID are set, but alone that does not say how this process proves who it is.",
    );
    expect(message).toContain("AZURE_CLIENT_SECRET is set, but a secret or password is no credential for production");
    expect(message).toContain("- workload identity: AZURE_FEDERATED_TOKEN_FILE is not set");
  });
});
