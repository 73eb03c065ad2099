import type { Remedy } from "../types.js";
import { FROM_SHELL, TOOLS, type Tool } from "./tools.js";
import { isInCluster, isProgram, type Program, type Writer } from "./writer.js";

/** The program that a credential asks. */
const ASKED: Readonly<Record<string, Program>> = {
  AzureCliCredential: "azure-cli",
  AzureDeveloperCliCredential: "azd",
  AzurePowerShellCredential: "azure-powershell",
  VisualStudioCodeCredential: "vscode",
  VisualStudioCredential: "visual-studio",
};

/** Credentials of an application itself: no sign-in of a tool helps them. */
const OF_APPLICATION =
  /^(?:Client(?:Secret|Certificate|Assertion)|OnBehalfOf|UsernamePassword|AuthorizationCode|InteractiveBrowser|DeviceCode|Broker|ManagedIdentity|WorkloadIdentity|AzurePipelines|Environment)Credential$/;

const COMMAND = /^az login(?: --(tenant|scope) (\S{1,300}))?(?: --(tenant|scope) (\S{1,300}))?$/;
const BY_CLI = /^az (?:login|version|account|upgrade)\b|^time az /;
/** What is advised for the other tools, where it is known which one it is. */
const FOR_OTHERS = /^For the Azure Developer CLI or Azure PowerShell/;

const BY_HAND = /^Run the tool by hand/;

/** What is advised for the other editor. */
const OF_EDITOR: Partial<Readonly<Record<Program, RegExp>>> = {
  vscode: /^In Visual Studio,/,
  "visual-studio": /^In Visual Studio Code,/,
};

/** An option of which nobody knows the value. */
const UNKNOWN = / -{1,2}[A-Za-z-]{2,20} <(?:scope|tenant|tenant-id)>/g;
const SIGN_IN = /^(?:az login|azd auth login|azcopy login|(?:pwsh -Command ")?Connect-AzAccount)\b/;

/**
 * A sign-in without the options that only narrow it and of which the evidence shows no value.
 *
 * @internal
 */
export function withoutUnknown(command: string): string {
  return SIGN_IN.test(command) ? command.replace(UNKNOWN, "") : command;
}

/**
 * Whom a credential asks: a program that somebody has signed in to, or the authority, as an application.
 *
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function askedBy(credentialType: string | undefined): Program | "application" | undefined {
  if (credentialType === undefined) return undefined;
  if (Object.hasOwn(ASKED, credentialType)) return ASKED[credentialType];
  return OF_APPLICATION.test(credentialType) ? "application" : undefined;
}

function withTool(remedy: Remedy, { signIn, action, url, commands }: Tool): Remedy {
  const { command = "" } = remedy;
  if (remedy.action.includes("Azure CLI")) return remedy;
  const found = COMMAND.exec(command);
  if (found === null) {
    const own = commands?.[command];
    if (own !== undefined) return { ...remedy, command: own, ...(url === undefined ? {} : { url }) };
    if (signIn !== undefined) return remedy;
    // The service of an editor cannot be run by hand.
    if (action !== undefined && BY_HAND.test(remedy.action)) return { action, ...(url === undefined ? {} : { url }) };
    const { command: _, ...rest } = remedy;
    return rest;
  }
  const { command: _, url: __, ...rest } = remedy;
  const page = url === undefined ? {} : { url };
  if (signIn === undefined)
    return /^(?:On a developer machine, )?[Ss]ign in/.test(rest.action)
      ? { action: action ?? rest.action, ...page }
      : rest;
  const options = new Map([
    [found[1], found[2]],
    [found[3], found[4]],
  ]);
  return { ...rest, command: signIn(options.get("tenant"), options.get("scope")), ...page };
}

/**
 * The same advice with the sign-in of the program that is to be signed in to: the usual ones are those of the Azure CLI.
 *
 * @param remedies - most likely first
 * @param writer - who wrote the text, where it is known
 * @param asked - whom the credential asks, where it is known
 * @internal
 */
export function withSignIn(
  remedies: readonly Remedy[],
  writer: Writer | undefined,
  asked: ReturnType<typeof askedBy>,
): readonly Remedy[] {
  if (
    !remedies.some(
      ({ action, command }) => (command !== undefined && BY_CLI.test(command)) || action.startsWith("In Visual Studio"),
    )
  )
    return remedies;
  const written = writer !== undefined && isProgram(writer) ? writer : undefined;
  if (asked === "application" && written === undefined) return remedies.map(withoutSignIn);
  const program = asked === undefined || asked === "application" ? written : asked;
  if (program === undefined) return remedies;
  if (isInCluster(program)) return remedies.map(withoutSignIn);
  const tool = program === "azure-powershell" && writer !== program ? FROM_SHELL : TOOLS[program];
  const fit = remedies.filter(({ action }) => !FOR_OTHERS.test(action) && OF_EDITOR[program]?.test(action) !== true);
  return tool === undefined
    ? fit
    : fit.map((remedy) => (BY_CLI.test(remedy.command ?? "") ? withTool(remedy, tool) : remedy));
}

/** The advice without a command that signs somebody in to a tool that was not asked. */
function withoutSignIn(remedy: Remedy): Remedy {
  if (remedy.command === undefined || !COMMAND.test(remedy.command)) return remedy;
  const { command: _, ...rest } = remedy;
  return rest;
}
