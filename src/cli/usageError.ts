/**
 * The command line was used in a way it does not know.
 *
 * @internal
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** Whether the usage of the command helps. */
  readonly withUsage: boolean;

  constructor(message: string, withUsage = true) {
    super(message);
    this.withUsage = withUsage;
  }
}
