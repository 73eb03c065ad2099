import type { TokenCredential } from "@azure/core-auth";
import { winner } from "./acquisition.js";
import type { Recorder } from "./recorder.js";

/** The chain took its token from another member than before. Class names, with the position where those are the same. */
export interface WinnerChange {
  readonly previous: string;
  readonly selected: string;
}

interface Winner {
  readonly member: unknown;
  readonly type: string;
  readonly index: number;
}

/**
 * Sees that a chain's token comes from another member than before: chains of `@azure/identity` do not keep to their
 * winner, so a service may go on as somebody else when its own identity fails.
 */
export class WinnerWatch {
  private _winner: Winner | undefined;
  private _pending: Winner | undefined;

  /** @returns the change, which holds once it is accepted */
  seen(recorder: Recorder): WinnerChange | undefined {
    const attempt = winner(recorder);
    if (attempt === undefined) return undefined;
    const member = attempt.recorder.subject as TokenCredential | undefined;
    const before = this._winner;
    if (before?.member === member) return undefined;
    const { type, index } = attempt;
    this._pending = { member, type, index };
    if (before === undefined || (before.type === type && before.index === index)) {
      this.accept();
      return undefined;
    }
    if (before.type !== type) return { previous: before.type, selected: type };
    return { previous: `${type} (${before.index})`, selected: `${type} (${index})` };
  }

  /** From now on the new member is the one that is compared with. */
  accept(): void {
    this._winner = this._pending;
  }
}
