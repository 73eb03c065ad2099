import type { Rule } from "./rule.js";

/**
 * Sign-ins that wait for a person: what the SDKs and MSAL say where nobody came, or where the sign-in cannot be repeated
 * in silence.
 *
 * @internal
 */
export const FLOW_RULES: readonly Rule[] = [
  {
    id: "flow.device-code",
    kind: "device_code_flow",
    pattern:
      /device[ _-]?(?:code|token|authorization|flow)\w{0,14}\b.{0,120}(?:\bexpired|declined|\bpending\b|denied|cancell?ed|timed out|deadline exceeded|not (?:been )?(?:entered|completed)|bad verification)|adal\/devicetoken: error while retrieving|told us to slow[ _]?down|expired device ?code|\bcode expired\b|timed out waiting for (?:the )?user to authenticate|fail(?:ed|ure)? (?:to )?(?:create|creating|initiate|start) (?:the |a )?device (?:code )?flow/,
    unless: /aadsts|econn|enotfound|no such host|connection refused|certificate/,
    answered: true,
    example: "autorest/adal/devicetoken: Error while retrieving OAuth token: Code Expired",
    sources: ["go", "python", "java", "azure-cli"],
  },
  {
    id: "flow.nobody-signed-in",
    kind: "interaction_required",
    pattern:
      /user did(?: not|n't) (?:complete|finish)|timed out after waiting \d{1,6} seconds? for the user|(?:sign-?in|log-?in|authentication) was not completed (?:in time|by the user)|browserinteractiontimeout|failed to open (?:a|the) browser\b|waiting for (?:the )?(?:user|browser|redirect).{0,40}timed out/,
    answered: true,
    example: "BrowserInteractionTimeoutError: User did not complete the flow in time",
    sources: ["python", "msal"],
  },
  {
    id: "flow.cancelled",
    kind: "interaction_required",
    pattern:
      /user (?:has )?cancell?ed(?: the)?(?: authentication| entering| sign-?in| log-?in| flow| request| operation)|status_usercancell?ed|\buser_cancell?ed\b|authentication[_ ]cancell?ed|cancell?ed by (?:the )?user|user closed (?:the )?(?:browser|window|popup|dialog)|account picker did not return an account|account picker was|popup_window_error|empty_window_error|closed the popup/,
    unless: /pollingcancelled|polling_cancelled/,
    answered: true,
    example: "Error: User cancelled the flow.",
    sources: ["js", "net", "python"],
  },
  {
    id: "flow.silent-impossible",
    kind: "interaction_required",
    pattern:
      /automatic authentication has been disabled|without user interaction|cannot silently authenticate|cannot be signed in silently|^authenticationrequiredexception:?$|interactive (?:authentication|sign-?in|log-?in) is (?:needed|required)|user interaction (?:is|was) (?:needed|required)|ui_?required_?exception:? (?:no account|no refresh)|msal interaction required|prompt(?:behavior)?\.never flag|failed to acquire (?:a )?token silently|challenge for the user|status_(?:interactionrequired|accountunusable)|status: ?interactionrequired|need(?:s)? to re-?authenticate interactively|requires (?:the )?user to (?:sign|log) ?in|could not find a wam account|status: ?accountnotfound|\buirequired\b|silent (?:token )?(?:acquisition|sign-?in|authentication|request) (?:has )?failed|silent_sso_error|user (?:must|has to|needs to) (?:sign|log) ?in|no account in silent request|wam account could not be found|no wam account|wam:? account (?:was )?not found|call (?:loginpopup|loginredirect|acquiretokenpopup|acquiretokenredirect)|user interaction (?:is )?(?:needed|required)|\bui (?:is )?required|sign in interactively|interactive (?:log|sign)-?in (?:is )?(?:needed|required)|(?:silent|quiet) (?:log|sign)-?in is (?:not possible|impossible)/,
    unless:
      /claims|continuous access evaluation|grant (?:is|has|was)|sharedtokencache|developer cli|azure cli|az login|azd\b|powershell/,
    answered: true,
    example: "Interactive authentication is required to get a token. Call 'authenticate' to begin.",
    sources: ["js", "go", "net", "python", "msal"],
  },
  {
    id: "flow.nothing-cached",
    kind: "interaction_required",
    says: "No account or token is stored that could be used silently.",
    pattern:
      /no (?:active )?account (?:object )?(?:has been |was |is )?(?:provided|passed|set|found) (?:to|for|in) acquiretokensilent|no account object provided|no account or login hint was passed|\bno_account_error\b|login hint\. no accounts? (?:was|were) found|(?:token|entry|account)s? .{0,80}not found in (?:the )?(?:msal |adal |token )?cache|no (?:refresh )?tokens? (?:was |were )?found in (?:the )?(?:token )?cache|token cache does not contain a token/,
    unless:
      /az login|azure cli|azd auth|powershell|connect-azaccount|sharedtokencache|credentials have expired|visual studio code (?:extension|credential)/,
    answered: true,
    example: "com.microsoft.aad.msal4j.MsalClientException: Token not found in the cache",
    sources: ["java", "msal", "js"],
  },
];
