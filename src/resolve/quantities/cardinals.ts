// Numbers that say exactly how many, in digits, in words, or both. In: the words of a sentence and an index. Out: the
// number that begins there. Bounds, ranges and what is counted are left to others.
//
//   two hundred and fifty-six   1,200   12 500   1.5 million   three-and-a-half thousand   2½
import { splitFused } from "./currencies.ts"
import { FRACTION_SIGNS, SCALES, SHORT_SCALES, SMALL, TENS } from "./number-words.ts"
import type { SentenceWords } from "./sentence-words.ts"

export interface ReadCardinal {
  /** Index after its last word. */
  readonly to: number
  /** Null when no number can hold it: beyond 2^53 the digits would not come out as they went in. */
  readonly value: number | null
  /** What its last scale words multiplied by: 1,000,000 in “1.5 million”; 1 when there are none. */
  readonly scale: number
}

/** The cardinal that begins at `at`; null when none does. “A hundred” begins with its “a”. */
export function readCardinal(words: SentenceWords, at: number): ReadCardinal | null {
  const digits = readDigits(words, at)
  if (digits !== null) return withScale(words, digits)
  const isArticle = words.form(at) === "a" || words.form(at) === "an"
  return isArticle ? readWords(words, at + 1, 1) : readWords(words, at, 0)
}

// --- Digits ---

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const GROUP = /^\d{3}$/
const FIRST_GROUP = /^[1-9]\d{0,2}$/

/** Whether the word is written in digits and nothing else: “1,200”, “7.5”. */
export function isDigits(form: string): boolean {
  return DIGITS.test(form)
}

interface Part {
  readonly to: number
  readonly value: number
}

function readDigits(words: SentenceWords, at: number): Part | null {
  const written = words.form(at)
  const form = splitFused(written)?.digits ?? written
  const sign = FRACTION_SIGNS.get(form)
  if (sign !== undefined) return { to: at + 1, value: sign }
  if (!DIGITS.test(form)) return null
  const value = Number(form.replaceAll(",", ""))
  const added = words.touches(at + 1) ? FRACTION_SIGNS.get(words.form(at + 1)) : undefined
  if (added !== undefined) return { to: at + 2, value: value + added }
  return readGroups(words, at) ?? { to: at + 1, value }
}

/** “12 500”: groups of three, one space apart. A run that goes on otherwise is a telephone number. */
function readGroups(words: SentenceWords, at: number): Part | null {
  if (!FIRST_GROUP.test(words.form(at))) return null
  let index = at + 1
  let digits = words.form(at)
  while (GROUP.test(words.form(index)) && words.gapBefore(index).length === 1) {
    digits += words.form(index)
    index += 1
  }
  return index === at + 1 ? null : { to: index, value: Number(digits) }
}

function withScale(words: SentenceWords, digits: Part): ReadCardinal {
  const touching = words.touches(digits.to) ? words.form(digits.to) : ""
  // “$900m”: an “m” behind money is no metre.
  const isMoney = touching === "m" && /^(?:[\p{Lu}]{0,2}\p{Sc})$/iu.test(words.form(digits.to - 2))
  const isMillion = isMoney || (touching === "m" && isBeforeMany(words, digits.to + 1))
  const short = isMillion ? 1e6 : SHORT_SCALES.get(touching)
  if (short !== undefined) return held(digits.to + 1, digits.value * short, short)
  return readScales(words, addHalf(words, digits))
}

/** “3m *customers*”, “2.5m people”, “1.5m euros”; nobody counts metres of them. */
function isBeforeMany({ tree, to }: SentenceWords, index: number): boolean {
  if (index >= to) return false
  const { upos, xpos, lemma } = tree.at(index)
  return upos === "NOUN" && (xpos === "NNS" || lemma === "people")
}

// --- Words ---

/** Reads on from `seed`: 1 after an article, which only a scale may follow, 0 otherwise. */
function readWords(words: SentenceWords, at: number, seed: 0 | 1): ReadCardinal | null {
  if (seed === 1) return SCALES.has(words.form(at)) ? readScales(words, { to: at, value: 1 }) : null
  const small = readBelowHundred(words, at)
  return small === null ? null : readScales(words, addHalf(words, small))
}

/** “seven”, “seventy”, “seventy-one”. */
function readBelowHundred(words: SentenceWords, at: number): Part | null {
  const small = SMALL.get(words.form(at))
  if (small !== undefined) return { to: at + 1, value: small }
  const ten = TENS.get(words.form(at))
  if (ten === undefined) return null
  const next = words.form(at + 1) === "-" ? at + 2 : at + 1
  const unit = SMALL.get(words.form(next)) ?? 0
  return unit >= 1 && unit <= 9 ? { to: next + 1, value: ten + unit } : { to: at + 1, value: ten }
}

/** “three and a half”, “three-and-a-half”. */
function addHalf(words: SentenceWords, { to, value }: Part): Part {
  let index = to
  for (const wanted of ["and", "a", "half"]) {
    if (words.form(index) === "-") index += 1
    if (words.form(index) !== wanted) return { to, value }
    index += 1
  }
  return { to: index, value: value + 0.5 }
}

/**
 * What scales make of `first`: “two” + “hundred and fifty thousand” is 250,000. Each later part is smaller than the
 * one before it, or it begins a number of its own.
 */
function readScales(words: SentenceWords, first: Part): ReadCardinal {
  let total = 0
  let { to, value: current } = first
  let least = Number.POSITIVE_INFINITY
  let scale = 1
  for (;;) {
    const at = words.form(to) === "-" ? to + 1 : to
    const next = SCALES.get(words.form(at))
    if (next === undefined || next >= least || (next === 100 && current >= 100)) break
    current *= next
    scale *= next
    to = at + 1
    if (next === 100) {
      const rest = readRest(words, to)
      if (rest !== null) {
        current += rest.value
        to = rest.to
        scale = 1
      }
      continue
    }
    total += current
    current = 0
    least = next
    // “two million three hundred thousand”, “a thousand and one”
    const rest = readRest(words, to)
    if (next === 12 || rest === null) break
    current = rest.value
    to = rest.to
    scale = 1
  }
  // “two million billion” is no number that anybody writes.
  const goesOn = SCALES.has(words.form(words.form(to) === "-" ? to + 1 : to))
  return goesOn ? { to: to + 1, value: null, scale } : held(to, total + current, scale)
}

/** “and fifty-six” after a scale. “And” alone may begin something else: it counts only before a word below a hundred. */
function readRest(words: SentenceWords, at: number): Part | null {
  return readBelowHundred(words, words.form(at) === "and" ? at + 1 : at)
}

function held(to: number, value: number, scale: number): ReadCardinal {
  return { to, value: Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : null, scale }
}
