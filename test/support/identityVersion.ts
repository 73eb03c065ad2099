import { createRequire } from "node:module";

const { version } = createRequire(import.meta.url)("@azure/identity/package.json") as { version: string };
const numbers = (text: string) => text.split(".").map(Number);

/**
 * Whether the installed `@azure/identity` is of this minor version or a later one: what the SDK does differs between
 * versions, and what is expected of it with it.
 *
 * @param minor - e.g. `"4.11"`, the first that does it so
 */
export function identitySince(minor: `4.${number}`): boolean {
  const [major = 0, second = 0] = numbers(version);
  const [, since = 0] = numbers(minor);
  return major > 4 || second >= since;
}
