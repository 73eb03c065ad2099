/**
 * Value of {@link PolicyConfigurationError.code}.
 *
 * @public
 * @since 0.1.0
 */
export const POLICY_CONFIGURATION = "ERR_CREDENTIAL_POLICY_CONFIGURATION";

/** Where a setting comes from, as messages call it. */
export interface Place {
  /** `option policy`, or the path of a file. */
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/**
 * A policy that cannot be used: an unknown rule, a bad option, an unreadable file, code that loosens what the file
 * demands. It is thrown by the constructor, since a policy that is silently ignored is worse than none.
 *
 * @public
 * @since 0.1.0
 */
export class PolicyConfigurationError extends TypeError {
  override readonly name = "PolicyConfigurationError";
  /** Always {@link POLICY_CONFIGURATION}. */
  readonly code: typeof POLICY_CONFIGURATION = POLICY_CONFIGURATION;
  /** The file that AZURE_CREDENTIAL_POLICY names, where the mistake is in it. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  /** @internal */
  constructor(place: Place, problem: string, options?: ErrorOptions) {
    const at = [place.name, place.line, place.column].filter((part) => part !== undefined).join(":");
    super(`The credential policy cannot be used. ${at}: ${problem}`, options);
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
  }
}
