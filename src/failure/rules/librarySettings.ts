import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * Settings of Azure's own libraries that are wrong or missing: regions and clouds by name, credentials that are none, what
 * Spring and MSAL are set up with.
 *
 * @internal
 */
export const LIBRARY_SETTING_RULES: readonly Rule[] = [
  {
    id: "library.region",
    kind: "configuration_invalid",
    says: "The region of the authority that was set is not the name of one.",
    pattern: anyOf(
      /\bregion_name env(?:ironment)? variable\b.{0,40}(?:discarded|ignored|invalid)/,
      /\bazure_region=.{1,60}(?:must be|is not|invalid)/,
      /\binvalid (?:azure )?region\b.{1,60}\blowercase (?:ascii )?dns label/,
    ),
    unless: /aadsts/,
    example: 'invalid region "East US": region must be a lowercase ASCII DNS label of at most 63 characters',
    sources: ["msal", "go", "python"],
  },
  {
    id: "library.cloud-name",
    kind: "configuration_invalid",
    says: "No cloud of that name is known.",
    phrases: ["azure"],
    pattern: anyOf(
      /\bthere is no (?:azure )?(?:cloud )?environment (?:matching|called|named|with) /,
      /\bno azure (?:cloud )?environment (?:matching|called|named|with the name)\b/,
    ),
    unless: /aadsts|machine learning|azure ?ml|devops|pipeline|container app/,
    example: 'autorest/azure: There is no cloud environment matching the name "AzureSkyCloud"',
    sources: ["go"],
  },
  {
    id: "library.no-credential-object",
    kind: "configuration_invalid",
    says: "What was given as the credential is not one: it cannot be asked for tokens.",
    pattern: anyOf(
      /\bcredential\b.{0,60}\b(?:support|implement|object|instance|expected|expects)\w{0,3}\b.{0,40}\b(?:async)?token ?credential\b/,
      /\bcredential (?:parameter |argument )?(?:must|should|has to|needs to) be an? (?:object|instance)\b.{0,40}\bget_?token\b/,
      /\b(?:does not|doesn't) implement (?:azcore\.)?tokencredential\b/,
    ),
    unless: /aadsts|\b40[13]\b|from the chain/,
    example: "ValueError: credential should be an object supporting the TokenCredential protocol",
    sources: ["python", "js", "go"],
  },
  {
    id: "library.setting-invalid",
    kind: "configuration_invalid",
    says: "A setting was given that this library does not take here, or that does not go with another.",
    pattern: anyOf(
      /\b(?:auth_scheme|pop|proof[- ]of[- ]possession) is (?:currently )?(?:only )?available (?:only )?(?:from|through|with) (?:the |an? )?broker/,
      /\bidentity_config must not contain\b/,
      /\b(?:msal\w{0,20}|managedidentity\w{0,20})\b.{0,20}\bpars\w{1,3} (?:the )?claims json\b/,
      /\bvs code is configured to use a custom cloud\b/,
      /\bunsupported authorization grant ?type\b.{0,80}(?:azure|web_application|resource_server)/,
      /\buser flow key\b.{0,60}\bis not in\b/,
      /\binteractivecredentials was (?:not \w{4,16} and was )?removed\b/,
      /\bidentity binding proxy ur[il]\b.{0,40}\binvalid|(?:construct|build|parse)\w{0,3} (?:the )?(?:\w{2,6} )?identity binding proxy ur[il]/,
      /\bpars\w{1,3} (?:the )?active directory key discovery ur[il]/,
      /\bauthorization type of the (?:\S{1,40} )?client registration is not supported/,
      /endpoint ur[il] \([^)]{1,200}\) must use the 'https' scheme/,
      /\breqwest\W? feature is required to use\b.{0,60}\btoken proxy\b/,
      /\bconvert (?:claimsrequest to string|(?:the )?string to claimsrequest)\b/,
    ),
    unless: /aadsts/,
    example: "ValueError: identity_config must not contain the following keys: client_id, resource_id",
    sources: ["python", "java", "msal", "rust"],
  },
  {
    id: "library.setting-missing",
    kind: "configuration_missing",
    says: "A setting or argument that is needed here was not given.",
    pattern: anyOf(
      /\bneed to provide (?:the |an? )?device authorization endpoint/,
      /\bvalueerror: (?:token|authorization)_endpoint not found in configuration\b/,
      /\b(?:oauth|msal)\b.{0,40}\b(?:token|authorization)[ _]endpoint (?:is )?not (?:found )?in (?:the )?(?:\w{2,10} )?(?:server )?configuration/,
      /\b(?:token|authorization)[ _]endpoint (?:is )?not (?:found )?in (?:the )?oauth\b/,
      /\bpasswordless connections? (?:are )?enabled\b.{0,80}\bshould be provided/,
      /'spring\.[\w.]{3,60}' should be provided\b.{0,60}\bpasswordless/,
      /\baadb2cconfigurationexception: '?\w{2,30}'? must be (?:configured|set|provided)/,
      /\bssh certificate\b.{0,80}\b(?:must include|must be included|is required)/,
      /\bprovide (?:a |the )?thumbprint (?:in sha ?-?\d|of the client certificate)/,
      /\bauth ?code ?request (?:had|has) (?:a )?nil credential|\bauth code request has a nil credential/,
      /\btoken request had (?:an )?empty (?:\S{0,30}scopes|list of scopes)/,
      /\bmissing input parameter server_configuration\b/,
      /\b(?:azure|autorest)\b.{0,40}\bmissing username ?(?:\/|or) ?password\b|\bmissing username ?(?:\/|or) ?password for (?:the )?azure\b/,
      /\berrorcode=resource_required_managed_identity\b/,
      /\brequires specifying a tokenrequestcontext\b/,
      /^at least one certificate is required$|credential\b.{0,20}\bat least one certificate is (?:needed|required)\b/,
      /\bempty path for (?:the )?token cache\b/,
    ),
    unless: /aadsts|docker|registry|\bsmtp|\bnpm\b/,
    example: "token request had an empty authority.AuthParams.Scopes, which is invalid",
    sources: ["msal", "python", "go", "java"],
  },
];
