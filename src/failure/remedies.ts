import { aadstsLink } from "./aadsts.js";
import { adviceOf, MAX_REMEDIES, type Reader, read } from "./advice.js";
import { remediesOfCase } from "./caseRemedies.js";
import { fillIn } from "./details.js";
import type { Evidence } from "./evidence.js";
import { isHosted } from "./hostFit.js";
import type { VariableNames } from "./hosts.js";
import type { FailureKind } from "./kinds.js";
import { aboutNamed, remediesOfPlace } from "./placeRemedies/index.js";
import { remedyOfPrincipal } from "./placeRemedies/principal.js";
import { hostAround, writerAround } from "./surroundings.js";
import type { Remedy } from "./types.js";
import type { Verdict } from "./verdict.js";
import { forWriter } from "./writers/forWriter.js";
import { SET_ALL } from "./writers/settings.js";
import { askedBy, withoutUnknown } from "./writers/signIn.js";
import type { Writer } from "./writers/writer.js";

/**
 * What is usual for a kind where the process or the text runs, with no evidence beside it.
 *
 * @param kind - the kind
 * @param variables - names of the telling variables of this process, or what the whole text says
 * @internal
 */
export function remediesOfKind(kind: FailureKind, variables: VariableNames): readonly Remedy[] {
  const writer = writerAround(variables);
  const host = isHosted(kind) ? hostAround(variables, () => undefined) : undefined;
  // An address that was tried in vain shows no virtual machine.
  const shown = host === "vm" ? undefined : host;
  const { remedies } = adviceOf({ kind, answered: false }, { host: shown, writer, asked: undefined });
  return kind === "no_credential_available"
    ? withPrincipal(remedies, remedyOfPrincipal(undefined, variables), writer)
    : remedies;
}

/**
 * What to do about a failure, most likely first: what the number or the rule knows, what is usual on this host, what is
 * usual for the kind; filled with what the evidence shows.
 *
 * @param verdict - the kind and what led to it
 * @param evidence - what was read off the error
 * @param variables - names of the telling variables of this process, for a failure of this process
 * @param credentialType - class name of the credential, where it is known
 * @internal
 */
export function remediesOf(
  verdict: Verdict,
  evidence: Evidence,
  variables: VariableNames,
  credentialType?: string,
): readonly Remedy[] {
  const writer = writerAround(variables);
  const host = isHosted(verdict.kind) ? hostAround(variables, () => evidence.signs.host) : undefined;
  const reader: Reader = { host, writer, asked: askedBy(credentialType) ?? ofClass(evidence) };
  const special =
    remediesOfCase(verdict, evidence, credentialType) ??
    remediesOfPlace(verdict, evidence, variables, host, credentialType);
  if (special !== undefined) {
    return read(special, reader).map(({ command, ...rest }) =>
      command === undefined
        ? rest
        : { ...rest, command: withoutUnknown(fillIn(command, evidence, verdict.wire?.host)) },
    );
  }
  const remedies = usualRemedies(verdict, evidence, reader);
  if (verdict.kind === "configuration_invalid" && verdict.rule?.remedies === undefined) {
    return aboutNamed(remedies, evidence);
  }
  if (verdict.kind !== "configuration_missing" || credentialType !== "EnvironmentCredential") return remedies;
  return withPrincipal(remedies, remedyOfPrincipal(evidence, variables), writer);
}

/** Classes of errors that only an application with a user sees, and the store of connections: none is a tool's. */
const OF_APPLICATION = ["AuthenticationRequiredError", "InteractionRequiredAuthError", '"source":"token-store"'];

function ofClass({ text }: Evidence): "application" | undefined {
  return OF_APPLICATION.some((words) => text.includes(words)) ? "application" : undefined;
}

/** A set of variables that is not whole says which of them is missing. */
function withPrincipal(
  remedies: readonly Remedy[],
  principal: Remedy | undefined,
  writer: Writer | undefined,
): readonly Remedy[] {
  if (principal === undefined) return remedies;
  const others = remedies.filter(({ action }) => action !== SET_ALL.usual.action);
  return [...forWriter([principal], writer, undefined), ...others].slice(0, MAX_REMEDIES);
}

function usualRemedies(verdict: Verdict, evidence: Evidence, reader: Reader): readonly Remedy[] {
  const advice = adviceOf(verdict, reader);
  const remedies = advice.remedies.slice();
  for (const index of advice.open) {
    const remedy = remedies[index] as Remedy & { readonly command: string };
    remedies[index] = { ...remedy, command: withoutUnknown(fillIn(remedy.command, evidence, verdict.wire?.host)) };
  }
  const code = verdict.codes?.[0];
  if (verdict.entry !== undefined || code === undefined) return remedies;
  // That is what the kind advises where there may be a number.
  const others = remedies.filter(({ action }) => !action.includes("AADSTS code"));
  return [{ action: `Look up AADSTS${code}.`, url: aadstsLink(code) }, ...others].slice(0, MAX_REMEDIES);
}
