import type { Evidence } from "./evidence.js";

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const TENANT = new RegExp(
  `(?:login\\.[a-z.]{4,40}/|sts\\.windows\\.net/|tenant(?: ?id)?:? ?["']?|directory '?)(${GUID}|[a-z0-9-]{1,60}\\.onmicrosoft\\.com)`,
  "i",
);
const APPLICATION = new RegExp(
  `(?:application(?: with (?:identifier|id))?:? '?|application [\\w .-]{1,60} \\('|\\bapp(?: id)? '?|appid=|client_?id[=:]"? ?'?)(${GUID})`,
  "i",
);
const OBJECT = new RegExp(`(?:object id '?|\\boid=|principal \\[?'?)(${GUID})`, "i");
const API = new RegExp(`\\b(?:resource|service):? '?(${GUID})`, "i");
const SUBJECT = /assertion subject:? ?'([\w:/.@*|=-]{1,250})'/i;
const ISSUER = /(?:assertion issuer:? ?'|\bissuer - )(https:\/\/[\w./:-]{1,200})(?:'|\s|$)/i;
const AUDIENCE = /assertion audience:? ?'([\w:/.-]{1,200})'/i;
const RESOURCE = /(?:over scope|resource:?) '?(\/subscriptions\/[\w./() -]{1,300})'/i;
const HOST = /^([a-z0-9.-]{1,253})$/i;
const AUTHORITY = "login.microsoftonline.com";
/** The authority's host by cloud, wherever the text names it. */
const LOGIN_HOST = /\b(login\.(?:microsoftonline\.(?:com|us|de)|partner\.microsoftonline\.cn|chinacloudapi\.cn))\b/i;
const FILE = /^([\w./\\: ~-]{1,300}?)[.)\]]{0,4}$/;

type Read = (evidence: Evidence) => string | undefined;

const ofText =
  (pattern: RegExp): Read =>
  ({ text }) =>
    pattern.exec(text)?.[1];

/** What a token of GitHub Actions is issued by and for, unless the workflow says otherwise. */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
const EXCHANGE_AUDIENCE = "api://AzureADTokenExchange";
const isOfGitHub = ({ text }: Evidence): boolean => SUBJECT.exec(text)?.[1]?.startsWith("repo:") === true;

/** What fills which placeholder. */
const READERS: Readonly<Record<string, Read>> = {
  tenant: ofText(TENANT),
  "tenant-id": ofText(TENANT),
  "client-id": ofText(APPLICATION),
  "api-id": ofText(API),
  "object-id": ofText(OBJECT),
  subject: ofText(SUBJECT),
  issuer: (evidence) => ISSUER.exec(evidence.text)?.[1] ?? (isOfGitHub(evidence) ? GITHUB_ISSUER : undefined),
  audience: (evidence) => AUDIENCE.exec(evidence.text)?.[1] ?? (isOfGitHub(evidence) ? EXCHANGE_AUDIENCE : undefined),
  "resource-id": ofText(RESOURCE),
  "authority-host": ({ host }) => (host === undefined ? AUTHORITY : HOST.exec(host)?.[1]),
  "login-host": ({ text }) => LOGIN_HOST.exec(text)?.[1]?.toLowerCase() ?? AUTHORITY,
  "service-host": ({ host = "" }) => HOST.exec(host)?.[1],
  "token-file": ({ file }) => (file === undefined ? "$AZURE_FEDERATED_TOKEN_FILE" : FILE.exec(file)?.[1]),
  "cert-file": ({ file = "" }) => FILE.exec(file)?.[1],
};

const PLACEHOLDER = /<([a-z-]{2,30})>/g;

/**
 * A command with the placeholders filled that the evidence fills; the others stay, in angle brackets. Each value fits
 * its pattern, so that nothing else (a secret, a character that a shell would act on) gets into a command.
 *
 * @param command - with placeholders like `<tenant>`
 * @param evidence - what was read off the error
 * @param asked - the host that was asked, where the wire shows it
 * @internal
 */
export function fillIn(command: string, evidence: Evidence, asked?: string): string {
  const seen = asked === undefined ? undefined : HOST.exec(asked)?.[1];
  return command.replace(
    PLACEHOLDER,
    (placeholder, name: string) =>
      (name === "authority-host" || (name === "login-host" && seen?.startsWith("login.")) ? seen : undefined) ??
      READERS[name]?.(evidence) ??
      placeholder,
  );
}
