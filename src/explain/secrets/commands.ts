import { isOrdinary } from "./ordinary.js";

/** The value of an option: behind a blank or an equals sign, or the next one of a list. */
const BEHIND = "([\"']?(?:, ?|[ =:]{1,3}))([\"'`]?)((?<=[\"'`])[^\"'`]{1,4000}|[^\\s\"'`]{1,4000})";
const START = "(?<=^|[\\s\"'`([,])";
const LONG = new RegExp(
  `${START}(-{1,2}(?:[a-z][\\w-]{0,40})?(?:secret|password|passwd|pwd|token|pass|key))${BEHIND}`,
  "gi",
);
const SHORT = new RegExp(`${START}(-[pP])${BEHIND}`, "g");
/** `mysql -pX` */
const GLUED = /((?:^|\s)-p)((?=[^\s\d]{0,80}\d)(?=[^\s]{0,80}[A-Za-z!#$%&*])[^\s\d:/=-][^\s:/]{5,200})/g;
/** Where a `-p` is a password, and no port or path. */
const LOGIN =
  /\b(?:login|sign-?in|connect|az|azd|curl|wget|docker|podman|helm|sqlcmd|mysql|psql|bcp|sshpass|kubelogin|oras|skopeo|buildah|openssl|user(?:name)?|args)\b|--(?:password|secret)\b|clientsecretcredential|service-?principal/i;
const NO_PASSWORD = /^(?:-|\d{1,5}(?::\d{1,5})?$|\.{0,2}\/)/;
const USER = /((?:^|\s)(?:-u|-U|--user|--proxy-user)[ =]{1,3}["']?[^\s:"']{1,200}:)([^\s"']{1,4000})/g;
const OPENSSL = /(\bpass:)([^\s"']{1,4000})/g;
const VAULT = /(\bsecret set\b[^\n]{0,400}? --value[ =]["']?)([^\s"']{1,4000})/g;
const PIPED = /(\becho (?:-n )?["']?)([^\n|"']{1,400})(?=["']? ?\|[^\n]{0,200}stdin)/g;
const HERE_STRING = /(-stdin\b[^\n]{0,200}?<<< ?["']?)([^\s"']{1,4000})/g;
/** As the help of a command has it. */
const METAVARIABLE = /^\[?(?:NAME|PASSWORD|SECRET|TOKEN|VALUE|KEY|STRING|CLIENT_?SECRET)\]?$/;

/**
 * Hides the passwords, secrets and tokens in the options of commands.
 *
 * @internal
 */
export function hideInCommands(text: string, hidden: string): string {
  const shown = text
    .replace(USER, `$1${hidden}`)
    .replace(OPENSSL, `$1${hidden}`)
    .replace(VAULT, `$1${hidden}`)
    .replace(PIPED, `$1${hidden}`)
    .replace(HERE_STRING, `$1${hidden}`)
    .replace(LONG, (found, flag: string, blank: string, quote: string, value: string) =>
      value.startsWith("-") || METAVARIABLE.test(value) || isOrdinary(value, "password", quote === "")
        ? found
        : flag + blank + quote + hidden,
    );
  if (!LOGIN.test(shown)) return shown;
  return shown
    .replace(SHORT, (found, flag: string, blank: string, quote: string, value: string) =>
      NO_PASSWORD.test(value) || isOrdinary(value, "password", false) ? found : flag + blank + quote + hidden,
    )
    .replace(GLUED, `$1${hidden}`);
}
