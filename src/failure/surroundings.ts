import { type Host, hostOfVariables, ToldBy, type VariableNames } from "./hosts.js";
import { isInCluster, type Writer } from "./writers/writer.js";
import { writerOf } from "./writers/writerOf.js";

/**
 * Who failed: an SDK of some language, or a program. What is no text is of this process.
 *
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @internal
 */
export function writerAround(variables: VariableNames): Writer | undefined {
  return variables instanceof ToldBy ? writerOf(variables.whole) : "js";
}

/**
 * Where it happened.
 *
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @param told - the host that the error says, where the process shows none
 * @param writer - who wrote the text, where it is known
 * @internal
 */
export function hostAround(
  variables: VariableNames,
  told: () => Host | undefined,
  writer: Writer | undefined,
): Host | undefined {
  if (!(variables instanceof ToldBy)) return hostOfVariables(variables) ?? told();
  const { host } = variables.whole.signs;
  const cluster = writer !== undefined && isInCluster(writer);
  return cluster && (host === undefined || host === "vm" || host === "laptop") ? "kubernetes" : host;
}
