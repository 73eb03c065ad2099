import type { AnswerFault } from "./fault.js";

/**
 * Which service's dialect an answer is in: its body and headers differ.
 *
 * @public
 * @since 0.1.0
 */
export type ServiceDialect = "keyVault" | "storage" | "arm";

/**
 * How a service denies a request.
 *
 * @public
 * @since 0.1.0
 */
export interface ServiceFaultOptions {
  /** Default `keyVault`. */
  readonly dialect?: ServiceDialect;
}

type Denial = Readonly<Record<ServiceDialect, Pick<AnswerFault, "headers" | "body">>>;

function vault(message: string, innerCode: string): Pick<AnswerFault, "body"> {
  return { body: { error: { code: "Forbidden", message, innererror: { code: innerCode } } } };
}

function storage(code: string, message: string): Pick<AnswerFault, "headers" | "body"> {
  return {
    headers: { "content-type": "application/xml", "x-ms-error-code": code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  };
}

const noRole: Denial = {
  keyVault: vault(
    "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nAction: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\nResource: '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg/providers/microsoft.keyvault/vaults/emulated/secrets/example'\r\nAssignment: (not found)\r\nDecisionReason: 'DeniedWithNoValidRBAC'\r\nVault: emulated;location=westeurope",
    "ForbiddenByRbac",
  ),
  storage: storage(
    "AuthorizationPermissionMismatch",
    "This request is not authorized to perform this operation using this permission.",
  ),
  arm: {
    body: {
      error: {
        code: "AuthorizationFailed",
        message:
          "The client does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/read' over scope '/subscriptions/00000000-0000-0000-0000-000000000000' or the scope is invalid. If access was recently granted, please refresh your credentials.",
      },
    },
  },
};

const network: Denial = {
  keyVault: vault(
    "Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\nVault: emulated;location=westeurope",
    "ForbiddenByFirewall",
  ),
  storage: storage("AuthorizationFailure", "This request is not authorized to perform this operation."),
  arm: {
    body: {
      error: {
        code: "RequestDisallowedByNetworkRules",
        message: "The request is disallowed: the client address 203.0.113.7 is not within the allowed range.",
      },
    },
  },
};

/** Claims that a revoked session is challenged with: the token must have been issued after that moment. */
const revoked = `{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}`;

/**
 * What a service behind the token answers when it does not serve the request.
 *
 * @public
 * @since 0.1.0
 */
export const serviceFaults = {
  /** 401 `invalid_token`: the token is not accepted, e.g. because its audience is wrong. */
  unauthorized: (): AnswerFault => ({
    type: "answer",
    name: "service.unauthorized",
    status: 401,
    headers: {
      "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="invalid_token", error_description="The audience is invalid"`,
    },
    body: { error: { code: "Unauthorized", message: "AKV10022: Invalid audience." } },
  }),
  /** 403: the token is good, its principal lacks the role. */
  forbidden: (options: ServiceFaultOptions = {}): AnswerFault => ({
    type: "answer",
    name: "service.forbidden",
    status: 403,
    ...noRole[options.dialect ?? "keyVault"],
  }),
  /** 403: the token is good, the caller's network address is not. */
  networkRule: (options: ServiceFaultOptions = {}): AnswerFault => ({
    type: "answer",
    name: "service.networkRule",
    status: 403,
    ...network[options.dialect ?? "keyVault"],
  }),
  /**
   * 401 with a claims challenge, as continuous access evaluation sends it. A client that can, asks Entra ID for another
   * token with these claims and repeats its request.
   *
   * @param options - `claims`: the JSON to ask for. Default: a token issued after a certain moment.
   * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
   */
  claimsChallenge: (options: { readonly claims?: string } = {}): AnswerFault => ({
    type: "answer",
    name: "service.claimsChallenge",
    status: 401,
    headers: {
      "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(options.claims ?? revoked).toString("base64")}"`,
    },
    body: {
      error: { code: "InvalidAuthenticationToken", message: "Continuous access evaluation resulted in challenge." },
    },
  }),
} as const;
