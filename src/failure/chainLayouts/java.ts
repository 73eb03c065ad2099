import { oneOf } from "../anyOf.js";
import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/** What members of Java say that do not name themselves. */
const JAVA_MEMBER = oneOf(
  "Managed Identity authentication is not available",
  "Unable to load Azure Identity shared",
  "IntelliJ Authentication not available",
  "Unable to execute PowerShell",
  "Azure (?:Developer )?CLI not installed(?<!unavailable\\. Azure (?:Developer )?CLI not installed)",
  "Visual Studio Code Authentication",
);

/**
 * Of Java.
 *
 * @internal
 */
export const JAVA: readonly ChainLayout[] = [
  // Java: the messages alone, in lines of their own. Behind an error’s name the same is said once more.
  {
    mark: CHAIN_MARKS.java,
    headline: new RegExp(
      `(?=${NAME} authentication (?:unavailable|failed)[\\s\\S]{0,1200}?\\s(?:(?<!Error: )${NAME} authentication unavailable|${JAVA_MEMBER}))`,
    ),
    member: new RegExp(`\\s(?=${NAME} authentication (?:unavailable|failed)|${JAVA_MEMBER})|\\n(?=AADSTS\\d)`),
  },
];
