import { inspect } from "node:util";
import { ChainedTokenCredential } from "@azure/identity";
import { beforeAll, describe, expect, it } from "vitest";
import { type Diagnosis, diagnose } from "../../src/index.js";
import { identityVariables } from "../../src/testing/index.js";
import { acquire } from "../support/acquire.js";
import { GIVEN, holdsNothingOf, withCertificate } from "../support/givenContent.js";

beforeAll(() => {
  for (const name of identityVariables) delete process.env[name];
});

function isAbout(diagnosis: Diagnosis | undefined, what: string): void {
  expect(diagnosis).toMatchObject({ kind: "configuration_invalid", owner: "developer", retryable: false });
  expect(diagnosis?.cause).toContain(`The option or variable holds ${what} where the path of a file belongs.`);
  expect(diagnosis?.remedies[0]?.action).toMatch(/^Write the content to a file/);
  expect(diagnosis?.network).toBeUndefined();
}

describe.each(GIVEN)("%s where the path of a file belongs", (_, make, given, what) => {
  it("is told as that, and shown nowhere", async () => {
    const { error, diagnosis, record, call } = await acquire(make(given));
    isAbout(diagnosis, what);
    holdsNothingOf(given, inspect([diagnosis, record, call.attributes, call.events, call.status], { depth: 12 }));
    for (const input of [{ ...error, name: error?.name, message: error?.message }, error?.stack, inspect(error)]) {
      const own = diagnose(input);
      isAbout(own, what);
      holdsNothingOf(given, inspect(own, { depth: 12 }));
    }
  });

  it("is told as that in a chain", async () => {
    const { diagnosis, record } = await acquire(new ChainedTokenCredential(make(given)));
    isAbout(diagnosis, what);
    holdsNothingOf(given, inspect([diagnosis, record], { depth: 12 }));
  });
});

describe("a path", () => {
  it.each(["/nonexistent/cert.pem", "./cert.pem", "cert.pem", "C:\\keys\\app.pfx"])("is shown: %s", async (path) => {
    const { diagnosis } = await acquire(withCertificate(path));
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(diagnosis?.cause).toContain(`The file is ${path}.`);
  });

  it("is not shown where it may be anything", async () => {
    const { diagnosis } = await acquire(withCertificate("Pl4~client-secret-value.x9Q"));
    expect(diagnosis?.kind).toBe("credential_file_unreadable");
    expect(JSON.stringify(diagnosis)).not.toContain("Pl4~");
  });
});
