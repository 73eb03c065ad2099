import type { Call } from "../http.js";
import { audiencesOf, isSignedBy, outsideValidity, type ReadAssertion, readAssertion } from "./assertion.js";
import type { Directory } from "./directory.js";
import { EntraRefusal } from "./refusal.js";

/** Grants that only an application with a credential of its own may use. */
const confidentialOnly = new Set(["client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"]);

/**
 * Checks that the request comes from the application.
 *
 * @returns how it proved that, as in the claim `appidacr`: `0` not at all, `1` by secret, `2` by assertion
 * @throws EntraRefusal
 * @internal
 */
export async function authenticateClient(
  call: Call,
  tenantSegment: string,
  directory: Directory,
): Promise<"0" | "1" | "2"> {
  const { form } = call;
  const clientId = form.get("client_id");
  if (!clientId) throw new EntraRefusal(900144, "client_id");
  if (clientId.toLowerCase() !== directory.clientId.toLowerCase()) throw new EntraRefusal(700016);

  const secret = form.get("client_secret");
  if (secret) {
    if (secret === directory.expiredClientSecret) throw new EntraRefusal(7000222);
    if (secret !== directory.clientSecret) throw new EntraRefusal(7000215);
    return "1";
  }
  const assertion = form.get("client_assertion");
  if (assertion) {
    const read = readAssertion(assertion);
    if (read.header.x5t || read.header["x5t#S256"] || read.claims.iss === clientId) {
      await checkCertificateAssertion(assertion, read, `${call.url.origin}/${tenantSegment}/`, directory);
    } else {
      await checkFederatedAssertion(assertion, read, directory);
    }
    return "2";
  }
  const grant = form.get("grant_type") ?? "";
  if (confidentialOnly.has(grant)) throw new EntraRefusal(grant === "client_credentials" ? 7000216 : 7000218);
  return "0";
}

/** @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
async function checkCertificateAssertion(
  jwt: string,
  { header, claims }: ReadAssertion,
  authority: string,
  directory: Directory,
): Promise<void> {
  const encoded = header["x5t#S256"] ?? header.x5t;
  const thumbprint = Buffer.from(typeof encoded === "string" ? encoded : "", "base64url")
    .toString("hex")
    .toUpperCase();
  if (!directory.certificate.thumbprints.has(thumbprint)) throw new EntraRefusal(700027, thumbprint);
  if (!(await isSignedBy(jwt, directory.certificate.publicKey, ["RS256", "PS256"]))) {
    throw new EntraRefusal(700027, thumbprint, {
      description: `Client assertion failed signature validation. [Reason - The key was found, but use of the key to verify the signature failed., Thumbprint of key used by client: '${thumbprint}']`,
    });
  }
  if (claims.iss !== directory.clientId || claims.sub !== directory.clientId) throw new EntraRefusal(700021);
  const audience = audiencesOf(claims);
  if (!audience.some((value) => value.startsWith(authority))) throw new EntraRefusal(700023, audience.join(", "));
  const times = outsideValidity(claims);
  if (times) throw new EntraRefusal(700024, times);
}

/** @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
async function checkFederatedAssertion(
  jwt: string,
  { claims }: ReadAssertion,
  { federatedCredential, federationKey }: Directory,
): Promise<void> {
  if (claims.iss !== federatedCredential.issuer) throw new EntraRefusal(700211, claims.iss ?? "");
  if (claims.sub !== federatedCredential.subject) throw new EntraRefusal(700213, claims.sub ?? "");
  const audience = audiencesOf(claims);
  if (!audience.includes(federatedCredential.audience)) throw new EntraRefusal(700212, audience.join(", "));
  if (!(await isSignedBy(jwt, federationKey, ["RS256"])))
    throw new EntraRefusal(50013, "", { error: "invalid_client" });
  const times = outsideValidity(claims);
  if (times) throw new EntraRefusal(700024, times);
}
