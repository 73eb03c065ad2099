import { expect, test } from "vitest";
import { diagnose } from "../../../src/failure/diagnose.js";

test.each([
  [
    "AADSTS700024: Client assertion is not within its valid time range. Current time: 2025-04-12T08:31:07.7331812Z, assertion valid from 2025-04-12T08:10:41.0000000Z, expiry time of assertion 2025-04-12T08:20:41.0000000Z.",
    "The client assertion or federated token was outside its validity window when it arrived. The assertion had expired at 08:20:41 UTC, 10 minutes before it was presented at 08:31:07 UTC. Entra ID answered AADSTS700024.",
  ],
  [
    "AADSTS700024: Client assertion is not within its valid time range. Current time: 2025-04-12T08:31:07.7331812Z, assertion valid\n from 2025-04-09T08:10:41.0000000Z, expiry time of\n assertion 2025-04-09T08:20:41.0000000Z.",
    "The client assertion or federated token was outside its validity window when it arrived. The assertion had expired at 2025-04-09 08:20:41 UTC, 3 days before it was presented at 08:31:07 UTC. Entra ID answered AADSTS700024.",
  ],
  [
    "AADSTS700024: Client assertion is not within its valid time range. Current time: 2024-01-05T10:00:00.1112223Z, assertion valid from 2024-01-05T13:59:58.0000000Z, expiry time of assertion 2024-01-05T14:09:58.0000000Z.",
    "A clock is off so far that proofs which are valid for a certain time fail. The assertion is valid from 13:59:58 UTC, 3 hours 59 minutes after it was presented at 10:00:00 UTC. Entra ID answered AADSTS700024.",
  ],
  [
    "AADSTS500133: Assertion is not within its valid time range. Current time: 2024-06-12T08:15:55.1200000Z, expiry time of assertion 2024-06-12T08:15:41.0000000Z.",
    "The user assertion used for on-behalf-of had run out, or was not yet valid, when it was presented. The assertion had expired at 08:15:41 UTC, 14 seconds before it was presented at 08:15:55 UTC. Entra ID answered AADSTS500133.",
  ],
  [
    "AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2025-11-20T05:24:16.1234567Z and was inactive for 90.00:00:00. Timestamp: 2026-03-02 18:25:26Z",
    "The refresh token was not used for so long that it expired. It was issued on 2025-11-20, 102 days before this answer; unused, it lasts 90 days. Entra ID answered AADSTS700082 (ExpiredOrRevokedGrantInactiveToken).",
  ],
  [
    "AADSTS50173: The provided grant has expired due to it being revoked. The grant was issued on '2025-11-20T05:24:16.1234567Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-02-01T00:00:00.0000000Z'.",
    "The grant was revoked, usually by a password change or reset, so it predates the user's valid-from date. The grant was issued at 2025-11-20 05:24:16 UTC; what is older than 2026-02-01 00:00:00 UTC is revoked. Entra ID answered AADSTS50173.",
  ],
  [
    'The ID token is not yet valid. Make sure your computer\'s time and time zone are both correct. Current epoch = 1718000151. The id_token was approximately: {"aud": "redacted", "iat": 1718009151, "nbf": 1718009151}',
    "A clock is off so far that proofs which are valid for a certain time fail. By the clock of this machine the token becomes valid only in 2 hours 30 minutes.",
  ],
  [
    "(ExpiredAuthenticationToken) The access token expiry UTC time '3/12/2025 9:14:22 AM' is earlier than current UTC time '3/12/2025 9:31:07 AM'.",
    "The token had expired when it reached the service. The token had expired 16 minutes before.",
  ],
  [
    "Bearer error: IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '5/14/2024 6:20:51 AM', Current time (UTC): '5/14/2024 7:31:00 AM'.",
    "The token had expired when it reached the service. The token had expired 70 minutes before.",
  ],
])("compares the times of %s", (text, cause) => {
  expect(diagnose(text).cause).toBe(cause);
});

test.each(["9999-99-99T99:99:99Z", "2025-04-12T08:31:07Z"])("compares nothing where a time is none: %s", (time) => {
  const text = `AADSTS700024: Client assertion is not within its valid time range. Current time: ${time}, assertion valid from ${time}, expiry time of assertion 9999-99-99T99:99:99Z.`;
  expect(diagnose(text).cause).toBe(
    "The client assertion or federated token was outside its validity window when it arrived. Entra ID answered AADSTS700024.",
  );
});
