import type { Evidence } from "../evidence.js";
import { BUILD_ERROR, CODE_ERROR_TEXT } from "../otherTopics.js";
import { Signs } from "../signs.js";
import type { Verdict } from "../verdict.js";

/** Frames of the libraries that acquire tokens. */
const LIBRARY_FRAME =
  /\n[ \t]{1,12}at (?:[^\n]{0,200}node_modules[\\/](?:adal-node|@azure[\\/](?:identity|msal-\w{3,20}))[\\/]|(?:Azure\.Identity|Microsoft\.Identity\.Client)\.\w|com\.(?:azure\.identity|microsoft\.aad\.(?:msal|adal)4j)\.)/;

/** An argument of those libraries that is null, by its name, and the first frame below. */
const NULL_ARGUMENT =
  /(?:IllegalArgument|NullPointer|ArgumentNull)Exception: ['"]?\w{1,40}['"]? (?:== null|(?:is|was) null|(?:cannot|must not|may not) be null)[^\n]{0,30}\n[ \t]{1,12}at (?:Azure\.Identity|Microsoft\.Identity\.Client|com\.(?:azure\.identity|microsoft\.(?:aad\.(?:msal|adal)4j|azure\.(?:credentials|msi\w{0,20}))))\./;

/** What the Azure CLI says of a crash of its own. */
const TOOL_CRASH = /the command failed with an unexpected error\. here is the traceback/;
/** What was being done when it crashed, but for signing in. */
const OTHER_COMMAND =
  /command_modules[\\/](?!profile)|cliextensions[\\/]|\baz (?:vm|storage|aks|webapp|functionapp|network|group|acr|keyvault|ad|role|monitor|sql|cosmosdb|containerapp|extension|devops|pipelines|repos|resource|bicep|iot|ml|synapse)\b|template|bicep|deploy/i;
/** What .NET says of an answer that is not what its reader expects. */
const UNREADABLE = /\bSystem\.(?:ArgumentNull|Text\.Json\.Json|Format|Collections\.Generic\.KeyNotFound)Exception: /;
/** Where an identity endpoint is asked, whoever wrote the error. */
const IDENTITY_SOURCE = /\bAzure\.Identity\.\w{0,20}ManagedIdentitySource\.HandleResponse/;

/** The first frame is that of a credential that asks a developer tool. */
const TOOL_FRAME =
  /^[^\n]{0,200}\bCredentialUnavailableError: (?:(?!\n[ \t]{1,12}at )[\s\S]){0,4000}\n[ \t]{1,12}at [^\n]{0,300}[\\/]azure(?:Cli|PowerShell|DeveloperCli)Credential\.[jt]s:/;

/**
 * What a sentence means that any program may write, where the stack below it shows that a library wrote it which acquires
 * tokens.
 *
 * @param evidence - what was read off the error
 * @internal
 */
export function byStack({ text, plain }: Evidence): Verdict | undefined {
  if (TOOL_CRASH.test(plain) && !OTHER_COMMAND.test(text)) return { kind: "tool_failed", answered: false };
  if ((plain.includes("status: 200") || UNREADABLE.test(text)) && IDENTITY_SOURCE.test(text)) {
    return { kind: "managed_identity_endpoint_error", answered: true };
  }
  if (NULL_ARGUMENT.test(text)) return { kind: "configuration_missing", answered: false };
  if (!text.includes("\n") || CODE_ERROR_TEXT.test(text) || BUILD_ERROR.test(plain) || !LIBRARY_FRAME.test(text))
    return undefined;
  const signs = new Signs(`${plain} (msal, azure identity)`);
  const rule = signs.rule(false) ?? signs.wideRule(false);
  // Whatever the tool said, it has failed.
  const otherwise = TOOL_FRAME.test(text) ? "tool_failed" : "unknown";
  return { kind: rule?.kind ?? otherwise, ...(rule === undefined ? {} : { rule }), answered: rule?.answered === true };
}
