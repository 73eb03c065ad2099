import { anyOf } from "../anyOf.js";
import type { Meanings } from "./meaning.js";

const AZD = /\bazd\b|azure ?developer ?cli|azure_developer_cli/;
const AZ = /azure ?cli|azure_cli|\baz (?:login|cli|account)\b|['"`]az['"`.]|\baz(?:\.cmd|\.exe)?:? /;
const SHELL = /power ?shell|\bpwsh\b|connect-az|get-azaccesstoken/;
const CODE = /visual ?studio ?code|\bvs ?code\b|azure (?:account|resources) extension/;
const STUDIO = /visual ?studio|tokenservice/;
const BROKER = /\bbroker|msalruntime|\bwam\b/;

/**
 * Which tool it is, and what may be wrong with it.
 *
 * @internal
 */
export const DEVELOPER_TOOL_MEANINGS: Meanings = {
  tool_not_installed: [
    [BROKER, "The authentication broker, or the package that leads to it, is not available here."],
    [CODE, "Visual Studio Code, or the extension of it that signs in to Azure, was not found."],
    [STUDIO, "Visual Studio was not found."],
    [/az\.accounts?\b|\baz module/, "The PowerShell module Az.Accounts was not found."],
    [/kubelogin/, "The program kubelogin was not found."],
    [AZD, "The Azure Developer CLI (azd) was not found."],
    [SHELL, "PowerShell was not found."],
    [AZ, "The Azure CLI (az) was not found."],
  ],
  tool_not_signed_in: [
    [/azcopy/, "AzCopy has no sign-in that it can use."],
    [/accesstokens\.json/, "The Azure CLI has stored no sign-in for this user."],
    [CODE, "Visual Studio Code has no sign-in to Azure that can be used."],
    [STUDIO, "Visual Studio has no sign-in to Azure that can be used."],
    [/intellij/, "IntelliJ has no sign-in to Azure that can be used."],
    [
      /shared ?token ?cache|cached account|accounts were found in the cache/,
      "The shared token cache holds no account that can be used.",
    ],
    [/mggraph/, "Microsoft Graph PowerShell is not signed in."],
    [SHELL, "Azure PowerShell is not signed in, or not any more."],
    [AZD, "The Azure Developer CLI (azd) is not signed in, or not any more."],
    [AZ, "The Azure CLI is not signed in, or not any more."],
  ],
  tool_failed: [
    [
      /no subscriptions? (?:were |was )?found/,
      "The account that signed in to the developer tool has no subscription that it can see.",
    ],
    [
      /no available subscription|subscription ids? returned/,
      "The account that signed in to the developer tool has no subscription that it can see.",
    ],
    [/out of memory|cannot allocate/, "There was not enough memory for the developer tool."],
    [
      /unsupported azure cli version|please use azure cli|module could not be loaded|failed to load module|module failed to load/,
      "The developer tool, or a module of it, could not be used in the version that is installed.",
    ],
    [
      /failed to (?:execute|invoke)|invoking the azure|unable to run|could not (?:run|start|execute)|fork\/exec/,
      "The developer tool could not be run.",
    ],
    [/safe working directory/, "There is no safe directory to run the developer tool in."],
    [/signal: killed|killed by signal|\bsig(?:kill|term)\b/, "The developer tool was killed."],
    [
      /unrecogni[sz]ed arguments?|unknown (?:flag|option|command)|ignored explicit argument/,
      "The developer tool, in the version that is installed, does not know an argument that it was given.",
    ],
    [/permission ?denied|access is denied|\beacces\b/, "Permission was denied when the developer tool was run."],
    [BROKER, "The authentication broker of the operating system failed."],
    [
      /traceback|panic:|unhandled exception|segmentation fault|core dumped|crashed|shared librar/,
      "The developer tool crashed.",
    ],
    [
      /could not load (?:file|type)|method not found|does not have an implementation/,
      "A library that the developer tool needs could not be loaded, or is of another version.",
    ],
    [
      anyOf(
        /json/,
        /pars(?:e|ing)/,
        /unexpected (?:output|response|token|end)/,
        /deseriali/,
        /malformed/,
        /garbage/,
        /unexpected (?:result|object|character)/,
        /empty response/,
        /missing in output/,
        /field not found/,
        /interpret/,
        /(?:not|n't) (?:get|return|find) (?:the |an? )?token/,
        /powershell did not return/,
      ),
      "The developer tool printed something that could not be read as a token.",
    ],
    [STUDIO, "TokenService.exe of Visual Studio failed."],
    [
      /exit(?:ed)? (?:with )?(?:code|status)|non-zero|exit code|command failed|commanderror|\bprocess .{0,40}failed/,
      "The developer tool ended with an error.",
    ],
  ],
};
