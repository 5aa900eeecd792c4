// How sure a date is: the share of such dates that were right where they could be counted, in the corpus's train and
// dev parts (quality/dates.ts, 922 dates) and the development part of WikiWars (for histories).

import type { Placed } from "./around.ts"
import type { Meaning } from "./meaning.ts"

/** “2011”, “14 April 2018”: 230 of 246 in reports, 967 of 971 in histories. */
const NAMED = 0.95
/** “on Friday”, “14 April”, “yesterday”, “last year”: 579 of 618. */
const COUNTED = 0.94
/** “in March” of a history: 423 of 515. */
const OF_HISTORY = 0.82
/** “that day”, “two days later”, “last week”, “7 p.m.”: 40 of 56. */
const LOOSE = 0.71
/** “until June”, “the past two years”, “in two months”: 14 of 22, mostly for the end that they leave open. */
const OPEN = 0.64
/** Nothing is claimed of words without a value but that they name a time. */
const UNPLACED = 0.5

export function scoreOf(meaning: Meaning, found: Placed | null, isHistory: boolean): number {
  if (found === null) return UNPLACED
  if (meaning.kind === "until" || meaning.kind === "ahead" || meaning.kind === "period") return OPEN
  if (found.anchor === null) return NAMED
  if (isHistory) return OF_HISTORY
  if (meaning.kind === "clock") return LOOSE
  const isLoose = meaning.kind === "counted" && (meaning.from === "told" || meaning.unit === "week")
  return isLoose ? LOOSE : COUNTED
}
