import { randomUUID } from "node:crypto";
import path from "node:path";
import { addressesOf } from "./addresses.js";
import type { Certificate } from "./certificates.js";
import { Dispatcher } from "./dispatcher.js";
import { noGrants } from "./entra/directory.js";
import { entraHost } from "./entra/entra.js";
import { environmentOf, type HostSettings } from "./environment.js";
import { writeFiles } from "./files.js";
import { appServiceHost } from "./hosts/appService.js";
import { azureArcHost } from "./hosts/azureArc.js";
import { cloudShellHost, machineLearningHost, serviceFabricHost } from "./hosts/clusterHosts.js";
import { imdsHost } from "./hosts/imds.js";
import { serviceHost } from "./hosts/service.js";
import type { HostBehaviour } from "./http.js";
import type { IdentityEmulator } from "./identityEmulator.js";
import { issuing } from "./issuing.js";
import { makeKeyring } from "./keyring.js";
import { type Listener, listen } from "./listener.js";
import type { IdentityEmulatorOptions } from "./options.js";
import { matches } from "./requests.js";
import { federatedToken, makeDirectory, makeMachine } from "./world.js";

/**
 * Starts Entra ID, the instance metadata service, the other managed identity hosts and a service that takes their
 * tokens, on loopback. The real credential classes of `@azure/identity` work against it; it checks what they send as
 * the real ones do, and fails as the real ones do, by itself or by script.
 *
 * All keys and certificates are made at start (some hundred milliseconds). Nothing is ever sent from here: the emulator
 * only answers. It does not keep the process alive unless `keepProcessAlive` is set; its files are removed by `close()`,
 * or at the latest when the process exits.
 *
 * @example
 * ```ts
 * await using emulator = await startIdentityEmulator();
 * const { tenantId, clientId } = emulator;
 * const credential = new ClientSecretCredential(tenantId, clientId, "wrong", emulator.credentialOptions());
 * await assert.rejects(credential.getToken("https://vault.azure.net/.default"), /AADSTS7000215/);
 * assert.equal(emulator.countRequests({ host: "entra", kind: "token", status: 401 }), 1);
 * ```
 * @throws the system's error if an address cannot be bound, e.g. `EADDRNOTAVAIL`, `EACCES`
 * @public
 * @since 0.1.0
 */
export async function startIdentityEmulator(options: IdentityEmulatorOptions = {}): Promise<IdentityEmulator> {
  const keyring = await makeKeyring();
  const directory = makeDirectory(options, keyring);
  const { federatedCredential } = directory;
  const files = writeFiles(keyring, await federatedToken(federatedCredential, keyring, 86_400));
  const machine = makeMachine(options, directory);
  const grants = noGrants();
  const dispatcher = new Dispatcher(directory);
  const identityHeader = randomUUID();
  const keepProcessAlive = options.keepProcessAlive ?? false;

  const entra = entraHost(directory, grants);
  const imds = imdsHost(machine, options.imds?.probeDelayMs ?? 0, dispatcher.wait);
  const { keyDirectory = path.join(files.directory, "arc"), announcedKeyDirectory } = options.azureArc ?? {};
  const arc = azureArcHost(machine, keyDirectory, announcedKeyDirectory);
  const [user] = directory.users.values();

  const listeners: Listener[] = [];
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= (async () => {
      dispatcher.close();
      arc.dispose();
      await Promise.all(listeners.map((listener) => listener.close()));
      files.dispose();
    })();
    return closed;
  };
  const open = async (behaviour: HostBehaviour, tls?: Certificate, at: object = {}): Promise<string> => {
    const handle = dispatcher.handler(behaviour);
    const listener = await listen({ ...at, ...(tls ? { tls } : {}), keepProcessAlive, handle });
    listeners.push(listener);
    return listener.origin;
  };

  try {
    const { host: address = "127.0.0.1", port = 0 } = options.imds ?? {};
    const authorityHost = await open(entra, keyring.server);
    const addresses = addressesOf(directory, files, keyring.client.thumbprint, {
      authorityHost,
      misTrustedAuthorities: {
        selfSigned: await open(entra, keyring.selfSigned),
        expired: await open(entra, keyring.expired),
        wrongHost: await open(entra, keyring.wrongHost),
      },
      caCertificate: keyring.ca.certificate,
      imdsEndpoint: (await open(imds, undefined, { address, port })).replace(/:80$/, ""),
      serviceEndpoint: await open(serviceHost({ ...directory, authorityHost }), keyring.server),
      ...(machine.systemAssigned ? { systemAssignedIdentity: machine.systemAssigned } : {}),
      userAssignedIdentities: machine.userAssigned,
    });
    const hosts: HostSettings = {
      identityHeader,
      appService: await open(appServiceHost(machine, identityHeader)),
      azureArc: await open(arc),
      serviceFabric: await open(serviceFabricHost(machine, identityHeader), keyring.server),
      serverThumbprint: keyring.server.thumbprint,
      cloudShell: await open(cloudShellHost(machine, directory.clientId, user)),
      machineLearning: await open(machineLearningHost(machine, identityHeader)),
      systemClientId: (machine.systemAssigned ?? machine.userAssigned[0])?.clientId ?? "",
    };
    return {
      ...addresses,
      requests: dispatcher.requests,
      countRequests: (filter = {}) => dispatcher.requests.filter((request) => matches(request, filter)).length,
      waitForRequest: (filter = {}, { timeoutMs = 5000 } = {}) => dispatcher.next(filter, timeoutMs),
      fault: (match, ...faults) => dispatcher.script.add(match, faults),
      get pendingFaults() {
        return dispatcher.script.remaining;
      },
      reset: () => dispatcher.reset(),
      environment: (name) => environmentOf(name, addresses, hosts),
      credentialOptions: () => ({
        authorityHost,
        disableInstanceDiscovery: true,
        tlsOptions: { ca: keyring.ca.certificate },
      }),
      ...issuing(directory, grants, keyring),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
