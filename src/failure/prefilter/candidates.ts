/**
 * The requirements that a text may meet, by their positions.
 *
 * @internal
 */
export class Candidates {
  readonly #bits: readonly number[];

  constructor(bits: readonly number[]) {
    this.#bits = bits;
  }

  /** What one of several texts may meet. */
  static union(all: readonly Candidates[]): Candidates {
    const [first, ...others] = all.map((candidates) => candidates.#bits);
    return new Candidates(
      (first ?? []).map((bits, at) => others.reduce((sum, own) => sum | (own[at] as number), bits)),
    );
  }

  has(position: number): boolean {
    return ((this.#bits[position >> 5] as number) & (1 << (position & 31))) !== 0;
  }

  /**
   * The first position from `from` on and before `end`.
   *
   * @returns `end` where there is none
   */
  next(from: number, end: number): number {
    let at = from;
    while (at < end) {
      const rest = (this.#bits[at >> 5] as number) >>> (at & 31);
      if (rest !== 0) return Math.min(end, at + 31 - Math.clz32(rest & -rest));
      at = (at | 31) + 1;
    }
    return end;
  }
}
