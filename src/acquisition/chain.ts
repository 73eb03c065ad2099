import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import type { Span } from "@opentelemetry/api";
import { type ChainLike, chainSources } from "./chainLayout.js";
import { currentRecorder } from "./current.js";
import { callInside, type Report } from "./inside.js";
import { Recorder } from "./recorder.js";

/** One member of a chain that was tried. Times are `performance.now()`, in ms. */
export interface Attempt {
  readonly type: string;
  readonly index: number;
  readonly recorder: Recorder;
  endedAt: number | undefined;
  /** What the member came back with; undefined while it runs. */
  result: "token" | "nothing" | "error" | undefined;
  error: unknown;
  /** Why a member that came back with nothing was not available. */
  silentReason: string | undefined;
  span: Span | undefined;
}

/** What a watched chain needs of the side that traces it. */
export interface ChainWatcher {
  /** Called before a member is tried; sets `attempt.span` and `attempt.recorder.context` if a span is made. */
  attemptStarted(attempt: Attempt, around: Recorder, member: TokenCredential): void;
  /** The class name of a member, seen through wrappers. */
  typeOf(member: TokenCredential): string;
  readonly report: Report;
}

export function silentReasonOf(member: TokenCredential): string | undefined {
  try {
    const reason = (member as { credentialUnavailableErrorMessage?: unknown }).credentialUnavailableErrorMessage;
    return typeof reason === "string" ? reason : undefined;
  } catch {
    return undefined;
  }
}

async function tryMember(
  member: TokenCredential,
  nested: WatchedChain | undefined,
  index: number,
  watcher: ChainWatcher,
  scopes: string | string[],
  options: GetTokenOptions | undefined,
): Promise<AccessToken | null> {
  const around = currentRecorder();
  if (around === undefined || around.closed) return member.getToken(scopes, options);
  const attempt: Attempt = {
    type: watcher.typeOf(member),
    index,
    recorder: new Recorder(member, around),
    endedAt: undefined,
    result: undefined,
    error: undefined,
    silentReason: undefined,
    span: undefined,
  };
  attempt.recorder.startedAt = performance.now();
  around.addAttempt(attempt);
  watcher.attemptStarted(attempt, around, member);
  try {
    const token = await callInside(attempt.recorder, nested?.target ?? member, scopes, options, watcher.report);
    attempt.result = token === null || token === undefined ? "nothing" : "token";
    if (attempt.result === "nothing") attempt.silentReason = silentReasonOf(member);
    return token;
  } catch (error) {
    attempt.result = "error";
    attempt.error = error;
    throw error;
  } finally {
    attempt.endedAt = performance.now();
    attempt.recorder.close();
  }
}

/** A stand-in for a member: the same class to the eyes of the SDK's log lines, which print `constructor.name`. */
function watched(member: TokenCredential, index: number, watcher: ChainWatcher): TokenCredential {
  const nested = WatchedChain.of(member, watcher);
  return Object.create(member, {
    getToken: {
      value: (scopes: string | string[], options?: GetTokenOptions) =>
        tryMember(member, nested, index, watcher, scopes, options),
    },
  }) as TokenCredential;
}

/**
 * A chain whose members are watched. The class's own logic runs over a view of the chain, so it decides as ever which
 * member comes next, and the user's object stays as it was.
 */
export class WatchedChain {
  private readonly _chain: ChainLike;
  private readonly _watcher: ChainWatcher;
  private _sources: readonly TokenCredential[] = [];
  private _view: TokenCredential | undefined;
  /** Class names of the members, in order. */
  types: readonly string[] = [];

  private constructor(chain: ChainLike, watcher: ChainWatcher) {
    this._chain = chain;
    this._watcher = watcher;
  }

  /** Undefined for a credential that is no chain, or one whose layout is not known: it is then traced as one call. */
  static of(credential: TokenCredential, watcher: ChainWatcher): WatchedChain | undefined {
    return chainSources(credential) === undefined ? undefined : new WatchedChain(credential as ChainLike, watcher);
  }

  /** What to call in place of the chain; the chain itself should its members have become unreadable. */
  get target(): TokenCredential {
    const sources = chainSources(this._chain);
    if (sources === undefined) return this._chain;
    const same =
      sources.length === this._sources.length && sources.every((source, index) => source === this._sources[index]);
    if (this._view === undefined || !same) {
      this._sources = [...sources];
      this.types = this._sources.map((member) => this._watcher.typeOf(member));
      const members = this._sources.map((member, index) => watched(member, index, this._watcher));
      this._view = Object.create(this._chain, { _sources: { value: members } }) as TokenCredential;
    }
    return this._view;
  }
}
