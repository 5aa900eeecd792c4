// Words that leave the number open. In: the words of a sentence and an index. Out: the least that they can mean.
//
//   dozens 24   several thousand 2,000   a few hundred 200   tens of thousands 20,000   a couple 2
import { FRACTIONS, SCALES, SMALL, VAGUE_COUNTS, VAGUE_SCALES } from "./number-words.ts"
import type { SentenceWords } from "./sentence-words.ts"

export interface ReadVague {
  /** Index after its last word; “of” before what is counted is not one of them. */
  readonly to: number
  readonly value: number
  /** “A couple” and “half a million” are about a number; “dozens” is at least one. */
  readonly bound: "about" | "atLeast" | "exact"
}

// The plural of a scale, or of a few such words, means two of it.
const LEAST = 2

/** The vague amount that begins at `at`; null when none does. */
export function readVague(words: SentenceWords, at: number): ReadVague | null {
  return (
    readPluralScale(words, at) ??
    readSeveral(words, at) ??
    readCouple(words, at) ??
    readPartOfScale(words, at)
  )
}

/** “hundreds”, “hundreds of thousands”, “tens of thousands”, “tens or hundreds of thousands”. */
function readPluralScale(words: SentenceWords, at: number): ReadVague | null {
  const isTens = words.form(at) === "tens"
  const scale = isTens ? 10 : VAGUE_SCALES.get(words.form(at))
  if (scale === undefined) return null
  // Of “hundreds, if not thousands” the lower one is meant at least.
  const other = words.form(at + 1) === "or" ? at + 2 : at
  const isPair = other > at && VAGUE_SCALES.has(words.form(other))
  const of = isPair ? other + 1 : at + 1
  const multiplied = words.form(of) === "of" ? VAGUE_SCALES.get(words.form(of + 1)) : undefined
  if (multiplied !== undefined) return { to: of + 2, value: LEAST * scale * multiplied, bound: "atLeast" }
  // “tens” alone is no amount in English.
  if (isTens) return null
  return { to: isPair ? of : at + 1, value: LEAST * scale, bound: "atLeast" }
}

/** “several”, “several hundred”, “a few thousand”, “a few”. */
function readSeveral(words: SentenceWords, at: number): ReadVague | null {
  const isFew = words.form(at) === "a" && words.form(at + 1) === "few"
  if (!isFew && !VAGUE_COUNTS.has(words.form(at))) return null
  const last = isFew ? at + 1 : at
  const scale = SCALES.get(words.form(last + 1)) ?? VAGUE_SCALES.get(words.form(last + 1))
  const to = scale === undefined ? last + 1 : last + 2
  return { to, value: LEAST * (scale ?? 1), bound: "atLeast" }
}

/** “a couple of tries”. */
function readCouple(words: SentenceWords, at: number): ReadVague | null {
  if (words.form(at) !== "a" || words.form(at + 1) !== "couple") return null
  // “a couple” who marry are no amount.
  return words.form(at + 2) === "of" ? { to: at + 2, value: 2, bound: "about" } : null
}

/** “half a million”, “half a dozen”, “a quarter million”, “three quarters of a million”. */
function readPartOfScale(words: SentenceWords, at: number): ReadVague | null {
  let index = at
  let count = 1
  if (words.form(index) === "a") index += 1
  else if (SMALL.has(words.form(index)) && FRACTIONS.has(words.form(index + 1))) {
    count = SMALL.get(words.form(index))!
    index += 1
  }
  const parts = FRACTIONS.get(words.form(index))
  if (parts !== 2 && parts !== 4) return null
  index += 1
  for (const skipped of ["-", "of", "a", "-"]) if (words.form(index) === skipped) index += 1
  const scale = SCALES.get(words.form(index))
  // “a quarter hundred” is no English; “half a hundred” is.
  if (scale === undefined) return null
  return { to: index + 1, value: (count / parts) * scale, bound: scale === 12 ? "exact" : "about" }
}
