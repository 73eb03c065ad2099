// Checked by tsc alone (`npm run check:types`): a line that compiles passes, one marked @ts-expect-error must not.
import type { TokenCredential } from "@azure/core-auth";
import type { TokenCredential as IdentityTokenCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
import {
  type AcquisitionRecord,
  type Diagnosis,
  DiagnosticCredential,
  type DiagnosticCredentialOptions,
  type diagnose,
  type FailureKind,
} from "diagnostic-credential";
import { resolves, startIdentityEmulator } from "diagnostic-credential/testing";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(_: T): void => {};

const credential = new DiagnosticCredential(resolves("t"), { name: undefined, identifiers: "omit" });

// It is what clients take, whichever package their type comes from.
credential satisfies TokenCredential;
credential satisfies IdentityTokenCredential;
new BlobServiceClient("https://account.blob.example", credential);
new DiagnosticCredential(credential);

// @ts-expect-error - not a credential
new DiagnosticCredential({});
// @ts-expect-error - not a policy for identifiers
new DiagnosticCredential(credential, { identifiers: "all" });
// @ts-expect-error - no such option
new DiagnosticCredential(credential, { naem: "orders-db" });

holds<Equals<Parameters<typeof diagnose>, [input: unknown]>>(true);
holds<Equals<ReturnType<typeof diagnose>, Diagnosis>>(true);
holds<Equals<Diagnosis["kind"], FailureKind>>(true);
holds<
  // `selection` is internal and left out of the published types.
  Equals<
    Exclude<keyof DiagnosticCredentialOptions, "selection">,
    "name" | "policy" | "deadlineMs" | "coalesce" | "recent" | "identifiers" | "tracerProvider" | "meterProvider"
  >
>(true);
holds<Equals<AcquisitionRecord["outcome"], "succeeded" | "empty" | "failed" | "aborted">>(true);

// @ts-expect-error - the set of kinds is closed
const wrong: FailureKind = "something_else";
void wrong;
void startIdentityEmulator;
