// Of how many: what a number is part of. In: the words of a sentence and the number. Out: the whole, and how far its
// words reach.
//
//   71 out of the 103   29 of 30   all 189   all but one of the sixteen   seven per 100,000
import { type ReadCardinal, readCardinal } from "./cardinals.ts"
import type { ReadNumber } from "./numbers.ts"
import type { SentenceWords } from "./sentence-words.ts"

export interface Whole {
  readonly value: number
  /** Index after the whole's number; the end of the part's own number for “all 189”. */
  readonly to: number
}

/**
 * What `number` is out of, told right after it or after the noun that ends before `nounTo`. Null when the words do not
 * say, or say what cannot be: “99 of 71”.
 */
export function wholeOf(words: SentenceWords, number: ReadNumber, nounTo: number | null): Whole | null {
  const { from, to, low, high, form } = number
  if (form === "share" || low === null) return null
  if (form === "cardinal" && high === null && words.form(from - 1) === "all" && words.form(from - 2) !== "in")
    return { value: low, to }
  const whole = wholeAfter(words, to) ?? (nounTo === null ? null : wholeBesideNoun(words, to, nounTo))
  return whole !== null && whole.value >= (high ?? low) ? whole : null
}

/** “all but one of the sixteen” at “all”: fifteen of sixteen. Null when it is not told of how many. */
export function allBut(
  words: SentenceWords,
  at: number,
): { readonly value: number; readonly whole: Whole } | null {
  if (words.form(at) !== "all" || words.form(at + 1) !== "but") return null
  const left = readCardinal(words, at + 2)
  if (left === null || left.value === null) return null
  const whole = wholeAfter(words, left.to)
  if (whole === null || whole.value < left.value) return null
  return { value: whole.value - left.value, whole }
}

/** “seven per 100,000”, “71 of the 103”, “29 out of 30” */
function wholeAfter(words: SentenceWords, at: number): Whole | null {
  if (words.form(at) === "per") {
    const rate = readCardinal(words, at + 1)
    return rate !== null && (rate.value ?? 0) >= SMALLEST_RATE ? toWhole(rate) : null
  }
  const of = words.form(at) === "out" ? at + 1 : at
  return words.form(of) === "of" ? readWhole(words, of + 1) : null
}

// “two per person” is no share.
const SMALLEST_RATE = 100

/** “92,153 votes, out of roughly 160,000”, “12 of the state's 41 pledged delegates” */
function wholeBesideNoun(words: SentenceWords, from: number, nounTo: number): Whole | null {
  if (words.form(from) === "of") {
    for (let index = from + 1; index < nounTo; index += 1) {
      if (words.form(index - 1) === "'s" || words.form(index - 1) === "’s") return readWhole(words, index)
    }
  }
  const out = words.form(nounTo) === "," ? nounTo + 1 : nounTo
  if (words.form(out) === "per") return wholeAfter(words, out)
  return words.form(out) === "out" && words.form(out + 1) === "of" ? readWhole(words, out + 2) : null
}

const BEFORE_WHOLE = new Set(
  "the all those these its his her their our total about around roughly nearly some approximately".split(" "),
)

function readWhole(words: SentenceWords, at: number): Whole | null {
  let index = at
  while (BEFORE_WHOLE.has(words.form(index))) index += 1
  // “one of the 2019 debates” names a year.
  if (/^(?:19|20)\d\d$/.test(words.form(index))) return null
  const whole = readCardinal(words, index)
  return whole === null ? null : toWhole(whole)
}

function toWhole({ value, to }: ReadCardinal): Whole | null {
  return value === null ? null : { value, to }
}
