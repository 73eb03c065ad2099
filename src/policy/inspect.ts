import type { TokenCredential } from "@azure/core-auth";
import { identify } from "./credentialType.js";
import type { PolicyEnvironment } from "./environment.js";
import type { CredentialFacts } from "./facts.js";
import { field, text } from "./fields.js";
import {
  type Gathered,
  setAssertion,
  setFlow,
  setIds,
  setManagedIdentity,
  setOptions,
  setSharedOptions,
} from "./settingFacts.js";

/** Gives what a wrapper wraps, or undefined for what is no wrapper. */
export type Unwrap = (credential: TokenCredential) => TokenCredential | undefined;

const MAX_DEPTH = 32;
/** A chain that holds another twice, which holds another twice, ... has more members than there is time. */
const MAX_CREDENTIALS = 1000;

const unknown = (className?: string): CredentialFacts => ({ type: "unknown", className, members: [], inert: false });

class Inspection {
  private readonly _environment: PolicyEnvironment;
  private readonly _unwrap: Unwrap;
  private _left = MAX_CREDENTIALS;

  constructor(environment: PolicyEnvironment, unwrap: Unwrap) {
    this._environment = environment;
    this._unwrap = unwrap;
  }

  describe(given: unknown, around: readonly object[]): CredentialFacts {
    try {
      let credential: unknown = given;
      for (let wrappers = 0; wrappers < MAX_DEPTH; wrappers++) {
        const wrapped = this._unwrap(credential as TokenCredential);
        if (wrapped === undefined) break;
        credential = wrapped;
      }
      if (typeof credential !== "object" || credential === null || around.includes(credential)) return unknown();
      if (around.length > MAX_DEPTH || this._left-- <= 0) return unknown();
      return this._facts(credential, [...around, credential]);
    } catch {
      return unknown();
    }
  }

  private _facts(credential: object, around: readonly object[]): CredentialFacts {
    const { type, className } = identify(credential);
    const facts: Gathered = { type, className, members: [], inert: false };
    setIds(facts, credential);
    setFlow(facts, field(credential, "msalFlow"), this._environment);
    switch (type) {
      case "DefaultAzureCredential":
      case "ChainedTokenCredential":
        this._setMembers(facts, field(credential, "_sources"), around);
        if (type === "DefaultAzureCredential")
          setSharedOptions(facts, field(credential, "_sources"), this._environment);
        break;
      case "EnvironmentCredential":
        this._setHeld(facts, credential, around);
        break;
      case "UnavailableDefaultCredential":
        facts.inert = true;
        break;
      case "ManagedIdentityCredential":
        setManagedIdentity(facts, credential, this._environment);
        break;
      case "ClientSecretCredential":
        facts.secret = true;
        break;
      case "UsernamePasswordCredential":
        facts.password = true;
        break;
      case "OnBehalfOfCredential":
      case "AuthorizationCodeCredential":
        facts.secret ??= text(field(credential, "clientSecret")) !== undefined;
        break;
      case "DeviceCodeCredential":
        // It passes its tenant on to MSAL, which takes this where there is none.
        facts.tenantId ??= "organizations";
        break;
      case "ClientAssertionCredential":
      case "VisualStudioCodeCredential":
        setOptions(facts, field(credential, "options"), this._environment);
        break;
      case "WorkloadIdentityCredential":
        setAssertion(facts, field(credential, "client"), this._environment);
        break;
      case "AzurePipelinesCredential":
        setAssertion(facts, field(credential, "clientAssertionCredential"), this._environment);
        break;
      case "BrokerCredential":
        facts.tenantId = text(field(credential, "brokerTenantId")) ?? "organizations";
        break;
    }
    return facts;
  }

  private _setMembers(facts: Gathered, sources: unknown, around: readonly object[]): void {
    // A class that only bears the name keeps its members elsewhere.
    if (!Array.isArray(sources)) return;
    facts.members = Array.from(sources, (member) => this.describe(member, around));
    facts.inert = facts.members.every(({ inert }) => inert);
  }

  private _setHeld(facts: Gathered, credential: object, around: readonly object[]): void {
    const descriptor = Reflect.getOwnPropertyDescriptor(credential, "_credential");
    if (descriptor === undefined || !("value" in descriptor)) return;
    facts.inert = descriptor.value === undefined;
    if (!facts.inert) facts.members = [this.describe(descriptor.value, around)];
  }
}

/**
 * What can be seen of a credential: its class, the members of a chain, what an EnvironmentCredential holds, its settings.
 * None of its code is run and nothing is sent; what cannot be told is left out, and what throws is unknown.
 *
 * @param environment - as it was when the credential was wrapped
 * @param unwrap - gives the credential in a wrapper that is to be seen through
 * @internal
 */
export function describeCredential(
  credential: unknown,
  environment: PolicyEnvironment,
  unwrap: Unwrap = () => undefined,
): CredentialFacts {
  return new Inspection(environment, unwrap).describe(credential, []);
}
