import type { KnownGroups } from "./anchors.js";
import { core } from "./entry.js";
import { BUCKETS, count, GRAM, next } from "./grams.js";
import { type Requirement, waysOf } from "./requirement.js";
import { MAX_LISTS, type Words } from "./wordLists.js";

/** How much rather a word is known by characters that no example holds than by some that no other word holds. */
const IN_EXAMPLE = 3;

/**
 * What the prefilter looks for, read off requirements. Plain data: reading hundreds of patterns takes longer than all
 * else that the first answer costs, so the build does it ahead.
 *
 * @internal
 */
export interface Plan {
  /** How many requirements there are. */
  readonly requirements: number;
  /** Per way to meet a requirement, its position. */
  readonly ways: readonly number[];
  /** The words that are looked for. */
  readonly words: readonly string[];
  /** Per word, where in it the four characters end that fewest other texts have. */
  readonly ends: readonly number[];
  /** Per word, the lists it is of: the position of the way, and with {@link listNumber} that of the list. */
  readonly lists: readonly (readonly number[])[];
  /** The lists that there are not, since most ways have fewer than others. */
  readonly lacking: readonly number[];
}

/**
 * The number of a list: those of one rank follow one another, whole numbers of 32 bits apart.
 *
 * @param rank - position of the list in its way
 * @param way - position of the way
 * @param ways - how many ways there are
 * @internal
 */
export function listNumber(rank: number, way: number, ways: number): number {
  return rank * ((ways + 31) & ~31) + way;
}

/** Where the four characters of a word end that were counted least. */
function rarest(word: string, counts: Uint32Array): number {
  if (word.length < GRAM) return word.length - 1;
  let place = 0;
  let end = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < word.length; at++) {
    place = next(place, word.charCodeAt(at));
    const times = counts[place] as number;
    if (at < GRAM - 1 || times >= least) continue;
    [end, least] = [at, times];
  }
  return end;
}

/**
 * Reads off requirements what to look for.
 *
 * @param requirements - what texts must hold, in any order; their positions are what the prefilter tells
 * @internal
 */
export function planOf(requirements: readonly Requirement[]): Plan {
  const found: (readonly Words[])[] = [];
  const ways: number[] = [];
  const known: KnownGroups = new Map();
  const counts = new Uint32Array(BUCKETS);
  requirements.forEach((requirement, index) => {
    for (const lists of waysOf(requirement, known)) {
      found.push(lists);
      ways.push(index);
    }
    if (requirement.example !== undefined) count(counts, requirement.example.toLowerCase(), IN_EXAMPLE);
  });
  const lacking: number[] = [];
  const owners = new Map<string, Set<number>>();
  for (let rank = 0; rank < MAX_LISTS; rank++) {
    found.forEach((lists, way) => {
      const list = listNumber(rank, way, ways.length);
      const words = lists[rank];
      if (words === undefined) lacking.push(list);
      for (const word of words ?? []) {
        const of = owners.get(core(word));
        if (of === undefined) owners.set(core(word), new Set([list]));
        else of.add(list);
      }
    });
  }
  const words = [...owners.keys()];
  for (const word of words) count(counts, word, 1);
  return {
    requirements: requirements.length,
    ways,
    words,
    ends: words.map((word) => rarest(word, counts)),
    lists: [...owners.values()].map((lists) => [...lists]),
    lacking,
  };
}
