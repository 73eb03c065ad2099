/** How much of a trace is looked at. */
const MAX_TRACE = 6_000;
const PANIC = /\bpanic: (?:runtime error|interface conversion|assignment to entry)/;
/** Lines of a trace that tell nothing of whose code it was: Go's own and what stands between the frames. */
const NOBODYS =
  /^\s*(?:$|panic: |\[signal|\[recovered\]|goroutine \d|(?:runtime|reflect|sync|testing)[./]|created by |\/usr\/local\/go\/|[^\n]{0,160}\/src\/runtime\/|[^\n]{0,200}re-panicked)/;
const ACQUIRING =
  /azidentity[.@/(]|microsoft-authentication-library-for-go|azd\/pkg\/auth\b|go-azure-sdk\/sdk\/auth\b|go-autorest\/autorest\/adal\b|kubelogin\/pkg\/internal\/token\b/i;

/**
 * Whether the code that crashed is of a library that acquires tokens: that the first frame of Go's trace tells.
 *
 * @param text - text with the frames of its stacks
 * @internal
 */
export function isCrashOfAcquisition(text: string): boolean {
  const found = PANIC.exec(text);
  if (found === null) return false;
  const lines = text.slice(found.index, found.index + MAX_TRACE).split("\n");
  const first = lines.find((line) => !NOBODYS.test(line));
  return first !== undefined && ACQUIRING.test(first);
}
