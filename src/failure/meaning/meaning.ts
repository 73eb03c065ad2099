import type { Pattern } from "../anyOf.js";
import type { FailureKind } from "../kinds.js";

/**
 * What a text of some kind says more exactly than its kind, by what its plain text matches. The sentence is constant, so
 * that nothing of the text gets into it, and true for whatever matches.
 *
 * @internal
 */
export type Meaning = readonly [found: Pattern, says: string];

/**
 * The meanings of kinds, the narrower first.
 *
 * @internal
 */
export type Meanings = Readonly<Partial<Record<FailureKind, readonly Meaning[]>>>;
