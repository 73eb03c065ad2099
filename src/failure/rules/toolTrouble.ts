import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";
import { BROKER, EDITOR, TOKEN_TOOL, TOOL } from "./toolNames.js";

/**
 * Whether a text says, in whatever words, what is wrong with a developer tool.
 *
 * @internal
 */
export const TOOL_TROUBLE_RULES: readonly Rule[] = [
  {
    id: "tool.absent",
    kind: "tool_not_installed",
    pattern: anyOf(
      `${TOOL} (?:(?:[a-z_]\\w{0,19}|\\d[\\w.]{0,12}) ){0,4}?(?:(?:is |was |are )?(?:not|isn't|wasn't) (?:be )?(?:found|installed|available|on (?:the |your )?path|in (?:the |your )?path|present)|missing\\b|(?:could not|couldn't|cannot|can't) be (?:found|located)|is missing|does not exist)`,
      `(?:could not|couldn't|cannot|can't|unable to|failed to) (?:find|locate) (?:\\w{1,20} ){0,3}['"]?${TOOL}`,
      `['" ](?:az|azd|pwsh)['"]: no such file`,
      `\\b(?:az|azd|pwsh|kubelogin): executable file not found`,
      `cannot run program ['"](?:az|azd|pwsh|powershell)\\b`,
      `(?:program|command|executable) not found: ['"]?(?:az|azd|pwsh|kubelogin)\\b`,
      `(?:winerror 2\\b|enoent|no such file|notfound).{0,30}\\b(?:az|azd|pwsh)\\.(?:cmd|exe)\\b`,
      `(?:locate|find) executable(?: file)?:? ['"]?(?:az|azd|pwsh|kubelogin)\\b`,
      `kubelogin (?:v?\\d[\\d.x]{0,10} )?(?:is )?not (?:installed|found)`,
      `no such file or directory:? ['"](?:az|azd|pwsh)\\b`,
    ),
    unless: /subscription|account/,
    example: "unable to locate the Azure CLI on this machine",
    sources: ["azure-cli", "azd", "powershell", "go", "net"],
  },
  {
    id: "tool.broker-absent",
    kind: "tool_not_installed",
    pattern: anyOf(
      `${BROKER}(?: is| was|)? ?(?:\\w{1,20} ){0,3}(?:unavailable|not (?:available|installed|found|supported)|isn't (?:available|installed|supported)|missing)(?! for)`,
      `(?:install|requires?|missing) .{0,60}(?:msal\\[broker\\]|${BROKER})`,
      `(?:load|find) (?:the )?(?:dll '?msalruntime|brokered authentication library)`,
      `${EDITOR}.{0,60}(?:is not|isn't|not) (?:installed|available|found)`,
    ),
    unless: /account (?:was )?not found|output of powershell|kafka|nobrokers|message broker|mqtt|activemq|rabbit/,
    example: "Dependency pymsalruntime unavailable on current platform",
    sources: ["python", "msal", "net", "js"],
  },
  {
    id: "tool.library-absent",
    kind: "tool_not_installed",
    says: "The library that signs in for this driver or program is not there.",
    pattern:
      /(?:failed to|could not|couldn't|unable to|cannot) (?:load|find|locate) (?:\w{1,20} ){0,2}(?:msal|adal|azure)[\w-]{0,20}(?: \w{2,12}){0,3} (?:library|libraries|jar|assembly|dependency)\b|(?:load|find|locate) ['"]?adalsql\.dll/,
    unless: /aadsts|libsecret|msalruntime/,
    example: "Failed to load MSAL4J Java library for performing ActiveDirectoryPassword authentication.",
    sources: ["java"],
    remedies: [
      {
        action:
          "Put the library that the driver signs in with beside it: com.microsoft.azure:msal4j and, for managed identities, com.azure:azure-identity, with what they depend on.",
        url: "https://learn.microsoft.com/sql/connect/jdbc/feature-dependencies-of-microsoft-jdbc-driver-for-sql-server",
      },
    ],
  },
  {
    id: "tool.no-sign-in",
    kind: "tool_not_signed_in",
    pattern: anyOf(
      `${TOOL}.{0,80}(?:(?:not|isn't|aren't) (?:been )?(?:(?:logged|signed) in|authenticated)|logged in and try|no (?:signed-?in )?(?:account|user|context|credentials?|session)|session (?:has )?expired|sign-?in (?:has )?expired|need(?:s)? to (?:log|sign) ?in|(?:log|sign) ?in (?:again|first))`,
      `(?:account|user) .{0,20}(?:${TOOL}|${EDITOR}) (?:is|was|has been) (?:signed|logged) out`,
      `(?:not|never) (?:logged|signed) in (?:to|with|using) .{0,30}(?:${TOOL}|azure)`,
      `(?:please |must |need to |try to )(?:log|sign) ?in (?:to|with|using) .{0,20}(?:${TOOL}|${EDITOR}|azure\\b|azcopy)`,
      `(?:haven't|have not|hasn't|has not) (?:been )?(?:logged|signed) in`,
      `no (?:user|account) is (?:signed|logged) in (?:to|with)`,
      `${EDITOR} has no .{0,20}account`,
      `no (?:logged|signed)[- ]in .{0,20}account`,
      `no (?:credentials?|accounts?|tokens?) (?:\\w{1,12} ){0,3}${TOOL}`,
      `azcopy'?s? login`,
      `fresh token found in parent`,
      `no cached token found`,
      `have you connected using`,
      `(?:retrieve|get) the token associated with`,
      `(?:no|contains no|find no) (?:\\w{2,12} )?account (?:\\w{2,12} ){0,2}(?:matching|was found|found|in the cache|is signed)`,
      `find cached token`,
      `accesstokens\\.json.{0,120}no such file`,
      `(?:log|sign) ?in again .{0,80}(?:service principal|connect-az|azure)`,
    ),
    unless:
      /(?:log|sign) ?in to (?:visual studio(?: code)?|vs ?code)[^.]{0,20} to (?!.{0,60}(?:azure|token|authenticat|credential|access))|keyring during|interactive authentication|silently|login[ _]hint|storage account/,
    example: "Make sure you have the az CLI or the Az.Accounts PowerShell module installed and logged in and try again",
    sources: ["azure-cli", "azd", "powershell", "net", "python", "js"],
  },
  {
    id: "tool.broken",
    kind: "tool_failed",
    pattern: anyOf(
      `(?:fail(?:ed|s|ure)?(?: to| while)?|unable to|could not|couldn't|cannot|error) (?:\\w{2,20} ){0,2}?(?:execut|invok|run|start|launch|pars|process|read|spawn|call|deseriali[sz]|decod|interpret|us)(?:e|n?ing|n)? .{0,40}(?:${TOOL}|'?/bin/sh|cmd(?:\\.exe)?\\b|command interpreter)`,
      `(?:invalid|unexpected|unparsable|empty|malformed|no) (?:\\w{2,12} )?(?:output|response|json|result) .{0,30}(?:${TOOL}|retr\\w{0,6}ing token)`,
      `unsupported ${TOOL} version`,
      `${TOOL} exit(?:ed)?\\b`,
      `\\b(?:az|azd|pwsh): (?:error while|cannot execute|.{0,40}bad interpreter|exec format)`,
      `get-azaccesstoken ?: (?!an error occurred|.{0,80}connect-azaccount)`,
      `${TOKEN_TOOL}.{0,60}(?:crash|(?:wrote|printed|produced|gave) (?:nothing|no output)|(?:not|n't) (?:valid )?json|instead of json|(?:cannot|could not|failed to) unmarshal|missing (?:in|from) (?:the )?output|version.{0,40}(?:unsupported|too old|not supported|detected)|or newer|exit(?:ed)? (?:with )?(?:code|status)|returned? (?:an |no |something |nothing|non-?zero|unexpected|empty|malformed|invalid)|fail(?:ed|ure)\\b|unexpected|no available subscription|segmentation|core dumped|traceback|crash|is not (?:valid )?json|(?:isn't|not) json)`,
      `token ?(?:provider|service)\\S{0,5} exited`,
      `subscription ids? .{0,40}not known by`,
      `returned by azure cli`,
      `convertfrom-securestring`,
      `az\\.accounts.{0,80}could not be loaded`,
      `parameterbindingexception`,
      `please use azure cli`,
      `pscontextcredential ?:? ?invalid`,
      `expiration time`,
      `\\bwam (?:returned|error)\\b`,
      `\\bwam_\\w{3,30}error`,
    ),
    phrases: [
      ["azure", "az ", "az:", "azd", "get-az", "connect-az", "credential", "wam", "/bin/sh", "pscontext", "token"],
    ],
    unless: /no access was configured|resourcegroupnotfound|login failed|\btask\b|extension|aks get-credentials/,
    example: "AzureDeveloperCliCredential.get_token failed: Failed to execute '/bin/sh'",
    sources: ["azure-cli", "azd", "powershell", "python", "go", "rust"],
  },
];
