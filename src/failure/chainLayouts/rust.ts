import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/**
 * Of Rust; what early versions say is told by its first word.
 *
 * @internal
 */
export const RUST: readonly ChainLayout[] = [
  // Rust, early versions: what the members say, without their names.
  {
    mark: CHAIN_MARKS.rust,
    headline:
      /Multiple errors were encountered while attempting to authenticate[.:](?=\s{1,12}(?:environment variable|["'`]?az\b|AADSTS|error sending request))/,
    member:
      /\s(?=environment variable [`'"]?[A-Z])|\n\s{0,12}(?=["'`]?azd?\b|Azure (?:Developer )?CLI |ERROR: |AADSTS\d|(?:no )?managed identity |(?:error )?getting )/,
  },
  // Rust: one line per member.
  {
    mark: CHAIN_MARKS.rust,
    headline: /Multiple errors were encountered while attempting to authenticate[.:]/,
    member: new RegExp(
      `\\s(?=${NAME} authentication |error getting )|(?<!getting)\\s(?=environment credential - )|(?<!error)\\s(?=getting [a-z ]{4,60}credential)`,
    ),
  },
];
