import { randomUUID } from "node:crypto";
import { type Answer, type Call, type CallFacts, type HostBehaviour, present, type RequestKind } from "../http.js";
import { type Directory, type Grants, resolveTenant } from "./directory.js";
import { instanceDiscovery, openIdConfiguration, signingKeys } from "./discovery.js";
import { remember } from "./grants.js";
import { EntraRefusal, entraHeaders, entraRefusal } from "./refusal.js";
import { tokenEndpoint } from "./tokenEndpoint.js";

const routes: readonly (readonly [RegExp, RequestKind])[] = [
  [/^\/[^/]+\/(v2\.0\/)?\.well-known\/openid-configuration$/, "discovery"],
  [/^\/[^/]+\/discovery\/instance$/, "instanceDiscovery"],
  [/^\/[^/]+\/discovery\/(v2\.0\/)?keys$/, "keys"],
  [/^\/[^/]+\/oauth2\/v2\.0\/authorize$/, "authorize"],
  [/^\/[^/]+\/oauth2\/v2\.0\/devicecode$/, "deviceCode"],
  [/^\/[^/]+\/oauth2\/v2\.0\/token$/, "token"],
];

/** The emulated Entra ID. @internal */
export function entraHost(directory: Directory, grants: Grants): HostBehaviour {
  const answers: Partial<Record<RequestKind, (call: Call, tenant: Tenant) => Promise<Answer> | Answer>> = {
    discovery: (call, tenant) => openIdConfiguration(call, tenant.segment, tenant.id),
    keys: () => signingKeys(directory),
    authorize: (call) => authorize(call, directory, grants),
    deviceCode: (call) => startDeviceCode(call, directory, grants),
    token: (call, tenant) => tokenEndpoint(call, tenant, directory, grants),
  };
  return {
    host: "entra",
    classify,
    async answer(call) {
      const { kind } = classify(call);
      if (kind === "instanceDiscovery") return instanceDiscovery(call);
      const answer = answers[kind];
      if (!answer) return { status: 404, body: { error: "not_found" } };
      try {
        const segment = decodeURIComponent(call.url.pathname.split("/")[1] ?? "");
        const id = resolveTenant(directory, segment);
        if (id === undefined) throw new EntraRefusal(90002);
        return await answer(call, { id, segment });
      } catch (error) {
        if (!(error instanceof EntraRefusal)) throw error;
        return entraRefusal(error.code, call, directory, error.options, error.detail);
      }
    },
  };
}

interface Tenant {
  readonly id: string;
  readonly segment: string;
}

function classify(call: Call): CallFacts {
  const kind = routes.find(([path]) => path.test(call.url.pathname))?.[1] ?? "other";
  const { form } = call;
  return {
    kind,
    ...present<Omit<CallFacts, "kind">>({
      grantType: form.get("grant_type"),
      clientId: form.get("client_id") ?? call.url.searchParams.get("client_id"),
      scope: form.get("scope") ?? call.url.searchParams.get("scope"),
      claims: form.get("claims"),
    }),
  };
}

/** The first user signs in at once, and the browser is sent back with a code. */
function authorize(call: Call, directory: Directory, grants: Grants): Answer {
  const query = call.url.searchParams;
  const back = query.get("redirect_uri") ?? "";
  const [user] = directory.users.values();
  if (!URL.canParse(back)) throw new EntraRefusal(900144, "redirect_uri");
  if (query.get("client_id") !== directory.clientId) throw new EntraRefusal(700016);
  if (!user) throw new EntraRefusal(50034);
  const code = remember(grants.codes, {
    user,
    clientId: directory.clientId,
    expiresAt: Date.now() + 600_000,
    redeemed: false,
    ...present<{ challenge: string; nonce: string }>({
      challenge: query.get("code_challenge"),
      nonce: query.get("nonce"),
    }),
  });
  const target = new URL(back);
  target.searchParams.set("code", code);
  if (query.has("state")) target.searchParams.set("state", query.get("state") ?? "");
  return { status: 302, headers: { location: target.href }, body: "" };
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
function startDeviceCode(call: Call, directory: Directory, grants: Grants): Answer {
  const [user] = directory.users.values();
  if (call.form.get("client_id") !== directory.clientId) throw new EntraRefusal(700016);
  if (!user) throw new EntraRefusal(50034);
  const deviceCode = remember(grants.deviceCodes, {
    user,
    clientId: directory.clientId,
    expiresAt: Date.now() + 900_000,
    pendingPolls: directory.deviceCodePendingPolls,
  });
  const userCode = randomUUID().slice(0, 8).toUpperCase();
  return {
    status: 200,
    headers: entraHeaders(randomUUID()),
    body: {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: `${call.url.origin}/device`,
      expires_in: 900,
      interval: 1,
      message: `To sign in, use a web browser to open the page ${call.url.origin}/device and enter the code ${userCode} to authenticate.`,
    },
  };
}
