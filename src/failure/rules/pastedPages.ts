import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What a page of Entra ID or of its device code says, as a browser shows it.
 *
 * @internal
 */
export const PASTED_PAGE_RULES: readonly Rule[] = [
  {
    id: "pasted.page-conditional-access",
    kind: "conditional_access_blocked",
    phrases: ["your sign-in was successful but"],
    pattern: /does(?: not|n't) meet the criteria to access this resource/,
    answered: true,
    example:
      "Your sign-in was successful but does not meet the criteria to access this resource. Request Id: 1 App name: Azure Portal",
    sources: ["msal", "azure-cli"],
  },
  {
    id: "pasted.page-device",
    kind: "device_not_compliant",
    pattern:
      /can only be accessed from devices or client applications that meet|device must (?:be managed|comply with your organi[sz]ation).{0,80}access/,
    unless: /aadsts/,
    answered: true,
    example:
      "This application contains sensitive information and can only be accessed from devices or client applications that meet Contoso management compliance policy.",
    sources: ["msal"],
  },
  {
    id: "pasted.page-device-code",
    kind: "device_code_flow",
    says: "The device code that was entered is not valid, or not any more.",
    pattern: anyOf(
      /\bthat code (?:didn't|did not|doesn't|does not) work\b.{0,40}check the code and try again/,
      /\b(?:that|this|your|the) (?:device )?code (?:you entered )?(?:has |is )?expired\b.{0,80}(?:device ?login|device code|get a new code)/,
      /device ?login\b.{0,40}\bcode (?:has |is )?(?:already been used|expired|invalid)/,
    ),
    unless: /aadsts|coupon|promo|voucher|discount|authenticator|verification code|sms/,
    answered: true,
    example: "That code didn't work. Check the code and try again.",
    sources: ["azure-cli", "msal"],
  },
];
