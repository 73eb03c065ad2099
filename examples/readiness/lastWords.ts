import { CredentialNotReadyError } from "diagnostic-credential";

const MOST_REMEDIES = 3;

/**
 * What a process says when it gives up: why there is no token, who must act and what to do. It fits into the 2048 bytes
 * that Kubernetes keeps of the log as the termination message, which `kubectl describe pod` shows.
 */
export function lastWords(error: unknown): string {
  if (!(error instanceof CredentialNotReadyError)) return error instanceof Error ? error.message : String(error);
  const { diagnosis, tries, elapsedMs, gaveUp } = error;
  const { summary, kind, owner, remedies } = diagnosis;
  const waited = `${tries === 1 ? "1 try" : `${tries} tries`} in ${(elapsedMs / 1000).toFixed(1)} s`;
  const why = gaveUp === "permanent" ? "waiting does not mend this" : "the time is over";
  const steps = remedies.slice(0, MOST_REMEDIES).flatMap(({ action, command, url }) => {
    const details = [command, url].filter((detail) => detail !== undefined);
    return [`- ${action}`, ...details.map((detail) => `  ${detail}`)];
  });
  return [`Not ready: ${summary} (${kind})`, `After ${waited}; ${why}.`, `To be fixed by: ${owner}`, ...steps].join(
    "\n",
  );
}
