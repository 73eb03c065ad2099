import type { Evidence } from "../evidence.js";
import type { Remedy } from "../types.js";

const IN_A_BROWSER: readonly Remedy[] = [
  {
    action:
      "Sign in with a browser on the device itself: a device code says nothing of the device, so no device satisfies the policy that way.",
    url: "https://azure.github.io/kubelogin/concepts/login-modes/devicecode.html",
  },
  {
    action: "If it is refused there too, enrol the device and correct what the policy asks of it.",
    url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-device-to-be-marked-as-compliant",
  },
];

/**
 * What to do where a policy asks for a known device and the flow tells Entra ID of none.
 *
 * @param evidence - what was read off the error
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function ofDevice({ plain }: Evidence, credentialType: string | undefined): readonly Remedy[] | undefined {
  return credentialType === "DeviceCodeCredential" || /\bdevice[ _-]?code\b/.test(plain) ? IN_A_BROWSER : undefined;
}
