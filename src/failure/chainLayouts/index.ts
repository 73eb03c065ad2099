import { DOTNET, DOTNET_INNER } from "./dotNet.js";
import { HEADLESS } from "./headless.js";
import { JAVA } from "./java.js";
import { JAVASCRIPT } from "./javaScript.js";
import type { ChainLayout } from "./layout.js";
import { LISTED } from "./listed.js";
import { LOGS } from "./logs.js";
import { RUST } from "./rust.js";

/**
 * How the errors of chains read in all SDKs. The first that fits reads the text.
 *
 * @internal
 */
export const CHAIN_LAYOUTS: readonly ChainLayout[] = [
  ...LISTED,
  ...JAVASCRIPT,
  ...DOTNET,
  ...RUST,
  ...DOTNET_INNER,
  ...JAVA,
  ...LOGS,
  ...HEADLESS,
];
