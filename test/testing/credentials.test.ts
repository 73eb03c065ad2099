import { ChainedTokenCredential } from "@azure/identity";
import { expect, test } from "vitest";
import { hangs, nothing, rejects, resolves, unavailable } from "../../src/testing/index.js";
import { failure } from "./child.js";

const scope = "https://vault.azure.net/.default";

test("resolves gives a token, and remembers its calls", async () => {
  const credential = resolves("abc");
  const options = { claims: "{}" };
  const token = await credential.getToken([scope], options);
  expect(token).toEqual({ token: "abc", tokenType: "Bearer", expiresOnTimestamp: expect.any(Number) });
  expect(Math.abs((token?.expiresOnTimestamp ?? 0) - Date.now() - 3_600_000)).toBeLessThan(1000);
  expect(credential.calls).toEqual([{ scopes: [scope], options }]);
  expect(credential.calls[0]?.options).toBe(options);
  expect(await resolves({ expiresOnTimestamp: 1 }).getToken(scope)).toEqual({
    token: "token",
    tokenType: "Bearer",
    expiresOnTimestamp: 1,
  });
});

test("a chain skips unavailable and nothing, and goes on", async () => {
  const first = unavailable("not here");
  const second = nothing();
  const token = await new ChainedTokenCredential(first, second, resolves("abc")).getToken(scope);
  expect(token.token).toBe("abc");
  expect([first.calls.length, second.calls.length]).toEqual([1, 1]);
});

test("a chain's error repeats what unavailable says", async () => {
  const error = await failure(new ChainedTokenCredential(unavailable("not here")).getToken(scope));
  expect(error.message).toBe("ChainedTokenCredential authentication failed.\nCredentialUnavailableError: not here");
});

test("rejects throws the very value, at which a chain stops", async () => {
  const error = new Error("boom");
  expect(await failure(new ChainedTokenCredential(rejects(error), resolves()).getToken(scope))).toBe(error);
});

test("hangs never settles, unless it honours abort", async () => {
  const controller = new AbortController();
  const { signal: abortSignal } = controller;
  const deaf = hangs().getToken(scope, { abortSignal });
  const keen = failure(hangs({ honoursAbort: true }).getToken(scope, { abortSignal }));
  controller.abort();
  expect((await keen).name).toBe("AbortError");
  const late = failure(hangs({ honoursAbort: true }).getToken(scope, { abortSignal }));
  expect((await late).name).toBe("AbortError");
  const tick = new Promise((resolve) => setTimeout(resolve, 20, "pending"));
  expect(await Promise.race([deaf, tick])).toBe("pending");
});
