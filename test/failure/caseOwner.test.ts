import { expect, test } from "vitest";
import { diagnose } from "../../src/failure/diagnose.js";

const CHALLENGE = "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: ";

test("a developer tool cannot answer a claims challenge: its user has to sign in", () => {
  const found = diagnose(
    `azure.cli.core.azclierror.HTTPError: Unauthorized({"error":{"code":"InvalidAuthenticationToken","message":"${CHALLENGE}TokenCreatedWithOutdatedPolicies"}})`,
  );
  expect(found).toMatchObject({ kind: "claims_challenge", owner: "user", retryable: false });
  expect(found.remedies).toEqual([
    {
      action: "Sign in again: a developer tool cannot answer the challenge by itself.",
      command: "az login",
      url: "https://learn.microsoft.com/cli/azure/authenticate-azure-cli",
    },
  ]);
});

test("an SDK can", () => {
  const found = diagnose(
    `Microsoft.Graph.Models.ODataErrors.ODataError: ${CHALLENGE}TokenIssuedBeforeRevocationTimestamp`,
  );
  expect(found).toMatchObject({ kind: "claims_challenge", owner: "nobody", retryable: true });
  expect(found.remedies[0]?.action).toMatch(/^Have the challenge answered/);
  expect(found.remedies.flatMap(({ command }) => command ?? [])).toEqual([]);
});

test("a challenge for the place that a call came from", () => {
  const { remedies } = diagnose(`GraphError: ${CHALLENGE}LocationConditionEvaluationSatisfied`);
  expect(remedies.at(-1)?.action).toContain("Conditional Access allows");
});

test.each([
  [
    "Error: Cookie is not found in request. Did you forget to use cookie parsing middleware such as cookie-parser?",
    "Put middleware that parses cookies before that of the sign-in: app.use(cookieParser()).",
  ],
  [
    "Microsoft.AspNetCore.Authentication.AuthenticationFailureException: Correlation failed. Cookie not found.",
    "Have the cookie of the sign-in come back to its callback: the same host name, https from end to end (behind a proxy by X-Forwarded-Proto), SameSite=None with Secure.",
  ],
])("a cookie that the application lost: %s", (text, action) => {
  const found = diagnose(text);
  expect(found).toMatchObject({ kind: "session_or_cookie", owner: "developer", retryable: false });
  expect(found.remedies[0]?.action).toBe(action);
});

test("a session of Entra ID is the user’s", () => {
  expect(diagnose("AADSTS50133: Session is invalid due to expiration or recent password change.").owner).toBe("user");
});

test("a tool of Microsoft’s has no registration to grant consent on", () => {
  const { kind, remedies } = diagnose(
    "AADSTS65001: The user or administrator has not consented to use the application with ID '04b07795-8ddb-461a-bbee-02f9e1bf7b46' named 'Microsoft Azure CLI'.",
  );
  expect(kind).toBe("consent_required");
  expect(remedies.map(({ command }) => command)).toEqual(["az login", undefined]);
});
