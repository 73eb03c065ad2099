import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/**
 * Of Go and Python.
 *
 * @internal
 */
export const LISTED: readonly ChainLayout[] = [
  // Go and Python: one `Name: message` per member. A member that stopped the chain of Go has no colon.
  {
    mark: CHAIN_MARKS.listed,
    headline: /Attempted credentials:/,
    member: new RegExp(
      `(?:^|[\\s>|])(?=${NAME}: )|\\n\\s{0,12}(?=${NAME} authentication failed|managed identity\\s|error acquiring aad token)`,
    ),
    begin: new RegExp(`^(?:${NAME}|managed identity|error acquiring aad token)`),
  },
];
