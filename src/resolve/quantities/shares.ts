// Parts of a whole. In: the words of a sentence and an index. Out: the part as a number between 0 and 1, to three
// decimals.
//
//   a third .333   two-thirds .667   half of the votes .5   one in five .2
import { rounded } from "./amount.ts"
import { readCardinal } from "./cardinals.ts"
import { FRACTIONS, SMALL } from "./number-words.ts"
import type { SentenceWords } from "./sentence-words.ts"

export interface ReadShare {
  readonly to: number
  readonly value: number
}

/** The share that begins at `at`; null when none does. */
export function readShare(words: SentenceWords, at: number): ReadShare | null {
  return readHalf(words, at) ?? readFraction(words, at) ?? readOneIn(words, at)
}

// “half the votes”, “half of all votes”, “half its seats”
const AFTER_HALF = new Set(["of", "the", "its", "their", "his", "her", "our", "all", "those"])
// “the first half of the game” is a time.
const BEFORE_NO_HALF =
  /^(?:first|second|other|latter|better|top|bottom|northern|southern|upper|lower|his|her|its|their|the|-)$/
const BEFORE_HALF = /^(?:about|approximately|around|roughly|nearly|almost|over|than|least|some|only|just)$/

function readHalf(words: SentenceWords, at: number): ReadShare | null {
  if (words.form(at) !== "half" || BEFORE_NO_HALF.test(words.form(at - 1))) return null
  if (words.touches(at + 1)) return null
  const isShare =
    AFTER_HALF.has(words.form(at + 1)) ||
    (BEFORE_HALF.test(words.form(at - 1)) && words.form(at + 1) !== "a" && words.form(at + 1) !== "an")
  return isShare ? { to: at + 1, value: 0.5 } : null
}

/** “a third of”, “two-thirds”, “three quarters”. “A third term” is the third, not a part. */
function readFraction(words: SentenceWords, at: number): ReadShare | null {
  const count = words.form(at) === "a" ? 1 : SMALL.get(words.form(at))
  if (count === undefined || count < 1) return null
  const name = words.form(at + 1) === "-" ? at + 2 : at + 1
  const parts = FRACTIONS.get(words.form(name))
  if (parts === undefined || parts <= count) return null
  const isPlural = words.form(name).endsWith("s")
  const after = words.form(name + 1)
  if (!isPlural && after !== "of" && after !== "the" && !(count === 1 && after === "-" && at + 1 !== name))
    return null
  return { to: name + 1, value: rounded(count / parts) }
}

const LARGEST_WHOLE = 1000

/** “one in five”, “a three-in-five chance”. Not “one in Hong Kong”, nor “one in 2016”. */
function readOneIn(words: SentenceWords, at: number): ReadShare | null {
  const part = readCardinal(words, at)
  if (part === null || part.value === null) return null
  let index = part.to
  const isHyphenated = words.form(index) === "-"
  if (isHyphenated) index += 1
  if (words.form(index) !== "in") return null
  index += 1
  if (words.form(index) === "-") index += 1
  const whole = readCardinal(words, index)
  if (whole === null || whole.value === null) return null
  if (part.value < 1 || whole.value <= part.value || whole.value > LARGEST_WHOLE) return null
  // “killed two in five attacks”: a share begins with one, or says whose it is a share with hyphens.
  if (!isHyphenated && part.value !== 1 && whole.value !== 10 && whole.value !== 100) return null
  return { to: whole.to, value: rounded(part.value / whole.value) }
}
