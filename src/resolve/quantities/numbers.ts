// One number or range, whatever its form. In: the words of a sentence and an index. Out: what begins there.
//
//   two hundred   dozens   a third   5 to 6 million   18-23   three or four
import { type ReadCardinal, readCardinal } from "./cardinals.ts"
import { currencyBefore, splitFused } from "./currencies.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { readShare } from "./shares.ts"
import { readVague } from "./vague-amounts.ts"
import { formsOfVerb } from "./word-forms.ts"

export interface ReadNumber {
  readonly from: number
  readonly to: number
  /** Null when no number can hold it. */
  readonly low: number | null
  /** Upper end of a range; null when it is one number. */
  readonly high: number | null
  readonly form: "cardinal" | "vague" | "share"
  /** What the words mean by themselves: “dozens” is at least 24. */
  readonly bound: "exact" | "about" | "atLeast"
}

/** The number or range that begins at `at`; null when none does. Takes as long as its words. */
export function readNumber(words: SentenceWords, at: number): ReadNumber | null {
  const vague = readVague(words, at)
  if (vague !== null)
    return { from: at, to: vague.to, low: vague.value, high: null, form: "vague", bound: vague.bound }
  const share = readShare(words, at)
  if (share !== null)
    return { from: at, to: share.to, low: share.value, high: null, form: "share", bound: "exact" }
  const first = readCardinal(words, at)
  if (first === null) return readNegative(words, at)
  const { to, value } = first
  const alone: ReadNumber = { from: at, to, low: value, high: null, form: "cardinal", bound: "exact" }
  const second = readUpperEnd(words, at, to)
  if (second === null || second.value === null || value === null) return alone
  // “5 to 6 million”: the scale belongs to both.
  const isShared = first.scale === 1 && second.scale > 1 && value < second.value / second.scale
  const low = isShared ? value * second.scale : value
  return low < second.value ? { ...alone, to: second.to, low, high: second.value } : alone
}

/** “-3 °C”, “minus 20 degrees”; a hyphen that touches the word before it is none. */
function readNegative(words: SentenceWords, at: number): ReadNumber | null {
  const isSign = /^[-−]$/.test(words.form(at)) && words.touches(at + 1) && !words.touches(at)
  if (!isSign && words.form(at) !== "minus") return null
  const number = readCardinal(words, at + 1)
  if (number === null) return null
  const low = number.value === null ? null : -number.value
  return { from: at, to: number.to, low, high: null, form: "cardinal", bound: "exact" }
}

const HYPHENS = new Set(["-", "–", "‑", "−"])

/** The second number of a range whose first ends before `at`: “to 23”, “– 1 %”, “and 60” after “between”. */
function readUpperEnd(words: SentenceWords, first: number, at: number): ReadCardinal | null {
  // “6% to 11%”; but “rose 4.2 percent to 71.30 crowns”
  const isShare = isPercent(words, at)
  let index = isShare ? at + 1 : at
  const joint = words.form(index)
  if (joint === "-" && words.form(index + 1) === "to" && words.form(index + 2) === "-") index += 3
  else if (joint === "to" || joint === "or" || HYPHENS.has(joint)) index += 1
  else if (joint === "and" && isAfterBetween(words, first)) index += 1
  else return null
  if (joint !== "and" && joint !== "or" && (isScore(words, first) || isChange(words, first))) return null
  // “between US$300 and US$400 billion”
  while (words.form(index) === "us" || (words.form(index) !== "" && "$£€".includes(words.form(index))))
    index += 1
  // “GBP738 thousand or USD910 thousand” are two sums.
  const second = splitFused(words.form(index)) === null ? readCardinal(words, index) : null
  return second !== null && isShare && !isPercent(words, second.to) ? null : second
}

function isPercent(words: SentenceWords, at: number): boolean {
  return words.form(at) === "%" || words.form(at) === "percent"
}

// “between 40 and 46”, “between the ages of 14 and 18”, “between US$300 and 400 billion”
const AFTER_BETWEEN = new Set(["the", "ages", "age", "of", "about", "roughly"])

function isAfterBetween(words: SentenceWords, first: number): boolean {
  let index = (currencyBefore(words, first)?.from ?? first) - 1
  if (words.form(first - 1) !== "between") while (AFTER_BETWEEN.has(words.form(index))) index -= 1
  return words.form(index) === "between"
}

const SCORES =
  /^(?:vote|votes|voted|voting|beat|beats|defeat|defeats|defeated|score|scores|scored|victory|lost|won)$/
const SCORE_DISTANCE = 8

/** “passed by 66 to 27 votes”, “beat them 22–32”: two numbers, of which neither is the end of a range. */
function isScore(words: SentenceWords, first: number): boolean {
  for (let distance = 1; distance <= SCORE_DISTANCE; distance += 1) {
    if (SCORES.test(words.form(first - distance)) || SCORES.test(words.form(first + distance))) return true
  }
  return false
}

const CHANGES = new Set([
  ...[
    "increase",
    "climb",
    "jump",
    "double",
    "decrease",
    "decline",
    "reduce",
    "lower",
    "raise",
    "drop",
  ].flatMap(formsOfVerb),
  ..."rise rises rose risen rising grow grows grew grown growing go goes went gone going".split(" "),
  ..."fall falls fell fallen falling shrink shrinks shrank shrunk cut cuts cutting dropped dropping up down".split(
    " ",
  ),
])

/** “rose from 93 to 167”: what was and what is, each for itself. */
function isChange({ form, tree }: SentenceWords, first: number): boolean {
  if (form(first - 1) !== "from") return false
  const head = tree.headOf(first)
  const above = head === null ? null : tree.headOf(head)
  return [head, above].some((word) => word !== null && CHANGES.has(form(word)))
}
