import { looksLikePath } from "../../failure/givenPath.js";

/** Where programs of several languages name the file that they could not open. */
const OPENED = [
  /(\b(?:open|stat|lstat|scandir|access|read|readFile|realpath|unlink|directory:|file:?|path:?) (["'`]))([^"'`\n]{1,4000})(?=["'`]|$)/gi,
  /(\bopen(?: file)? ()(?!["'`]))([^\s"'`]{1,400}?)(?=: (?:no such file|permission denied|The system cannot|file name too long|is a directory|not a directory))/gi,
  /(\bFileNotFoundException: ())([^\n"']{1,400}?)(?= \((?:No such file|Permission denied|Access is denied|The system cannot))/g,
];
const OF_FILES =
  /ENOENT|EACCES|ENAMETOOLONG|EISDIR|ENOTDIR|EPERM|Errno|no such file|could not find|cannot find|permission denied|FileNotFound|too long|failed to (?:read|open|load)/i;
/** What is looked for by its name alone. */
const PROGRAM =
  /^(?:az|azd|pwsh|powershell|bash|sh|cmd|node|python3?|kubelogin|kubectl|git|docker|helm|security|secret-tool)(?:\.\w{2,4})?$/;

/**
 * Hides what stands where the path of a file belongs and is none: secrets are given in place of the path to them.
 *
 * @internal
 */
export function hideInPlaceOfPaths(text: string, hidden: string): string {
  if (!OF_FILES.test(text)) return text;
  let shown = text;
  for (const pattern of OPENED) {
    shown = shown.replace(pattern, (found, before: string, _quote: string, value: string) =>
      looksLikePath(value) || PROGRAM.test(value) ? found : before + hidden,
    );
  }
  return shown;
}
