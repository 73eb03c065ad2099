/**
 * How the error of a chain reads in one of the SDKs. Line ends count as blanks: logs lose them.
 *
 * @internal
 */
export interface ChainLayout {
  /** What every headline of this layout holds: found much faster than the headline. */
  readonly mark: string;
  readonly headline: RegExp;
  /** Where the next member begins. */
  readonly member: RegExp;
  /** How a member begins; what stands before the first of them is a log's. */
  readonly begin?: RegExp;
  /** Where the members end. */
  readonly end?: RegExp;
  /** Where the stack of the chain's error begins, where that of a member's tool reads otherwise. */
  readonly stack?: RegExp;
  /** How many members show that it is a chain, where no headline does. */
  readonly least?: number;
}

/**
 * Class name of a credential, as all SDKs but that of early Rust spell it.
 *
 * @internal
 */
export const NAME = "[A-Z][A-Za-z]{2,40}Credential";
