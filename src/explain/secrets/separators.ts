import type { Secrecy } from "./secretName.js";
import type { Style } from "./value.js";

/**
 * What may stand between the name of a secret and its value.
 *
 * @internal
 */
export interface Separator {
  readonly pattern: RegExp;
  readonly style: Style;
  /** Whether it makes a sentence, in which ordinary words may follow. */
  readonly spoken: boolean;
  readonly only?: Secrecy;
}

/** All of them, in the order in which they are tried. */
export const SEPARATORS: readonly Separator[] = [
  // `name=`, `name:=`, `"name": "`, `name => "`, and `name:` with the value right behind it.
  {
    pattern: /["']?\s{0,3}(?:=>|->|:=|={1,2}|:(?=\s{0,3}["'])|:(?=[^\s/\\]))\s{0,3}(?:Some\()?/y,
    style: "assigned",
    spoken: false,
  },
  // The same, encoded for a URL, once or twice.
  { pattern: /(?:%(?:25)?22)?%(?:25)?3[AD](?:%(?:25)?(?:22|20))?/iy, style: "encoded", spoken: false },
  // `key="name" value="`, `name: NAME, value: `.
  {
    pattern: /["']?\s{0,3}[,;]?\s{0,20}["']?(?:value|val|text|content)["']?\s{0,3}[=:]\s{0,3}/iy,
    style: "assigned",
    spoken: false,
  },
  // `secret("`, and what PowerShell and Rust wrap one in.
  { pattern: /: Some\((?=["'])|\((?=["'`])| -[A-Z]\w{1,20} (?=["'])/y, style: "assigned", spoken: false },
  // `<Name>`.
  { pattern: /(?<=<[\w$.-]{1,300})(?:\s[^<>]{0,200})?>/y, style: "assigned", spoken: false },
  // `name: ` at the start of a line, as in YAML, is handled with the sentences: it may be one.
  { pattern: /["']?: {1,8}(?:![\w!:.-]{1,40} {1,4})?/y, style: "spoken", spoken: true },
  // `Password for user ada: `.
  {
    pattern: /(?: (?:for|of|from|used|given|to|by)(?: [\w@./'\\-]{1,80}){1,4})(?:: | is | was )/y,
    style: "spoken",
    spoken: true,
    only: "password",
  },
  // `invalid client secret '`, `the secret provided was '`.
  {
    pattern: /(?: (?:value|string|provided|supplied|given|used|entered|sent|is|was|set|to|as)){0,4}:? (?=["'`“‘«])/y,
    style: "spoken",
    spoken: true,
  },
  {
    pattern:
      /(?: (?:value|is|was|were|are|equals|as|currently|now|set|reset|changed|provided|used|given|entered|to)){1,4}:? /y,
    style: "spoken",
    spoken: true,
  },
  { pattern: /["']? [([]?/y, style: "spoken", spoken: true },
];
