import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * That every credential was tried in vain, in whatever words.
 *
 * @internal
 */
export const LAST_CHAIN_RULES: readonly Rule[] = [
  {
    id: "last.chain",
    kind: "no_credential_available",
    phrases: [
      [
        "azure",
        "msal",
        "entra",
        "authorizer",
        "azidentity",
        "the chain",
        "managed identity",
        "credential chain",
        "in the chain",
        "chained",
        "credential sources",
      ],
    ],
    pattern: anyOf(
      /(?:none|any|all|every|each)(?: one)? of (?:the |its |these |our )?(?:\w{2,20} ){0,3}(?:credentials?|credential (?:sources|providers|types))\b/,
      /(?:not one|neither|not any) of (?:them|these|the credentials)\b/,
      /(?:every|any|each|all) (?:available |configured |possible )?(?:azure )?(?:credential|source)s?\b/,
      /no (?:usable|valid|available|working|suitable|more) .{0,12}credentials?\b/,
      /credentials? .{0,30}left to try/,
      /no credentials were available/,
      /(?:not a single|no) (?:\w{2,12} )?(?:credential |token )?(?:source|provider)s? /,
      /(?:each|every|all) members? of the chain/,
      /no credentials? (?:was|were) able/,
      /credentials (?:were |could )?not (?:be )?found/,
      /no credential in (?:its|the) chain/,
      /authorizer: no/,
      /any authorizer/,
      /(?:find|load|locate|discover) (?:any )?(?:azure )?credentials (?:for|from|in)\b/,
      /no credentials? (?:in|of) .{0,40}(?:could|was able|succeeded|worked)/,
      /ran out of .{0,20}credentials?\b/,
      /all (?:sources|credentials|providers) (?:were|are) (?:unavailable|exhausted)/,
      /nothing in the (?:credential )?chain/,
      /chained (?:token )?credential.{0,40}\bnone (?:of them )?(?:produced|returned|gave|yielded|worked|succeeded)/,
      /none of the sources/,
      /credential was found in the chain/,
      /exhausted (?:all |every |the )?.{0,20}(?:credential|provider|auth)/,
      /credential chain .{0,30}(?:no token|not yield|nothing|not (?:produce|give|find|return)|exhausted|empty)/,
      /no (?:\w{2,12} )?credential (?:source|provider|type)s? .{0,40}(?:token|worked|succeeded|available|usable)/,
    ),
    unless: /aadsts|object reference|more than one|only one of|exactly one/,
    example: "Azure auth: exhausted all credential providers without obtaining a token",
    sources: ["go", "rust", "cpp"],
  },
];
