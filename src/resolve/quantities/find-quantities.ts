// The amounts of a report. In: its words, sentences and trees. Out: for each amount its value, bound and unit, what is
// counted and out of how many. Which event an amount belongs to is told in `attach.ts`.
import type { Doc } from "../../schema/doc.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Tokens } from "../../schema/reading.ts"
import type { FoundQuantity, Quantity } from "../../schema/resolution.ts"
import { type Amount, SCORES } from "./amount.ts"
import { type FoundBound, findBound } from "./bounds.ts"
import { readClockTime, readTimeInParts } from "./clock-times.ts"
import { countAmount } from "./counts.ts"
import { currencyBefore } from "./currencies.ts"
import { measuredAmount } from "./measured.ts"
import { isNoAmount } from "./no-amounts.ts"
import { noneAt } from "./none.ts"
import { type ReadNumber, readNumber } from "./numbers.ts"
import { allBut, wholeOf } from "./out-of.ts"
import { type SentenceWords, wordsOf } from "./sentence-words.ts"
import { singleAt } from "./singles.ts"
import { isOfKnownSum } from "./subject-unit.ts"

export interface QuantitiesInput {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
}

/** In text order. Never throws; time grows with the text. A number beyond 2^53 is left out: it has no exact value. */
export function findQuantities({ doc, tokens, sentences }: QuantitiesInput): readonly FoundQuantity[] {
  const all: FoundQuantity[] = []
  let last: FoundQuantity | null = null
  for (const sentence of sentences) {
    const found = findInSentence(wordsOf(doc, tokens, sentence), last)
    last = found.findLast(isCountOfSomething) ?? last
    all.push(...found)
  }
  return all
}

function isCountOfSomething({ sort, quantity }: FoundQuantity): boolean {
  return sort === "count" && quantity.unit !== "" && quantity.unit !== "time"
}

/** An amount and the index at which reading goes on. */
interface Found {
  readonly quantity: FoundQuantity
  readonly to: number
}

/** `last`: the amount of the sentences before that counted something last. */
function findInSentence(words: SentenceWords, last: FoundQuantity | null): readonly FoundQuantity[] {
  const quantities: FoundQuantity[] = []
  let at = words.from
  while (at < words.to) {
    const special = specialAt(words, at)
    const number = special === null ? readNumber(words, at) : null
    const found =
      special ?? (number === null ? null : amountOf(words, number, quantities.at(-1) ?? null, last))
    if (found !== null) quantities.push(found.quantity)
    at = Math.max(at + 1, found?.to ?? 0, number?.to ?? 0)
  }
  return quantities
}

/** Amounts that are no plain number: “all but one of the sixteen”, “no deaths”, “2:14:04”, “twice”. */
function specialAt(words: SentenceWords, at: number): Found | null {
  const but = allBut(words, at)
  if (but !== null) {
    const { value, whole } = but
    const number: ReadNumber = {
      from: at,
      to: whole.to,
      low: value,
      high: null,
      form: "cardinal",
      bound: "exact",
    }
    const amount = countAmount(words, number, { bounds: { from: at, to: whole.to }, before: null })
    return amount === null
      ? null
      : toFound(words, amount, { bound: "exact", value, unit: amount.unit, outOf: whole.value })
  }
  const none = noneAt(words, at)
  if (none !== null) return toFound(words, none, { bound: "exact", value: 0, unit: none.unit, outOf: null })
  const clock = readClockTime(words, at) ?? readTimeInParts(words, at)
  if (clock !== null) {
    const amount = plain({ from: at, to: clock.to }, "duration", "second")
    return toFound(words, amount, { bound: "exact", value: clock.seconds, unit: "second", outOf: null })
  }
  const single = singleAt(words, at)
  if (single !== null) {
    const { amount, bound } = single
    const found = toFound(words, amount, {
      bound: bound?.bound ?? "exact",
      value: 1,
      unit: amount.unit,
      outOf: null,
    })
    // “a 66-year-old man”: his age is an amount of its own.
    return { ...found, to: at + 1 }
  }
  if (words.form(at) === "twice") {
    const amount = plain({ from: at, to: at + 1 }, "count", "time")
    return toFound(words, amount, { bound: "exact", value: 2, unit: "time", outOf: null })
  }
  return null
}

function plain(range: TokenRange, sort: "count" | "duration", unit: string): Amount {
  return { range, sort, unit, counted: null, score: sort === "count" ? SCORES.things : SCORES.duration }
}

function amountOf(
  words: SentenceWords,
  number: ReadNumber,
  before: FoundQuantity | null,
  last: FoundQuantity | null,
): Found | null {
  if (number.low === null || isNoAmount(words, number)) return null
  const first = currencyBefore(words, number.from)?.from ?? number.from
  const bound = findBound(words, first, number.to)
  const known = isOfKnownSum(words, words.tree.topOf(number)) ? (last?.quantity.unit ?? null) : null
  const context = {
    bounds: bound ?? { from: first, to: number.to },
    before: carriedUnit(words, before) ?? known,
  }
  const amount =
    measuredAmount(words, number, bound) ??
    nextAge(words, number, before) ??
    countAmount(words, number, context)
  if (amount === null || isTimePoint(words, amount)) return null
  const nounTo = amount.counted === null ? null : amount.counted + 1
  const whole = amount.sort === "count" ? wholeOf(words, number, nounTo) : null
  const range = {
    from: Math.min(amount.range.from, bound?.from ?? amount.range.from),
    to: Math.max(amount.range.to, bound?.to ?? amount.range.to, whole?.to ?? amount.range.to),
  }
  return toFound(words, { ...amount, range }, toQuantity(number, bound, amount.unit, whole?.value ?? null))
}

/** “aged nine, ten, and thirteen”: a number in a list of ages. */
function nextAge(
  words: SentenceWords,
  { from, to }: ReadNumber,
  before: FoundQuantity | null,
): Amount | null {
  if (before?.sort !== "age" || words.form(to) === "aged") return null
  let index = from - 1
  while (index > words.from && (words.form(index) === "," || words.form(index) === "and")) index -= 1
  const isNext = index < from - 1 && words.spanOf({ from: index, to: index + 1 }).end === before.span.end
  const isBare = words.tree.at(words.tree.topOf({ from, to })).relation !== "nummod"
  const { unit } = before.quantity
  return isNext && isBare
    ? { range: { from, to }, sort: "age", unit, counted: null, score: SCORES.carried }
    : null
}

/** “two years ago”, “three days later” say when, not how long. */
function isTimePoint(words: SentenceWords, { sort, range }: Amount): boolean {
  return sort === "duration" && /^(?:ago|later|earlier)$/.test(words.form(range.to))
}

/** What the number before this one in the sentence counted: of “220 votes to 192” the second counts the same. */
function carriedUnit(words: SentenceWords, before: FoundQuantity | null): string | null {
  if (before === null || before.sort !== "count" || before.quantity.unit === "") return null
  return before.span.start >= words.spanOf(words).start ? before.quantity.unit : null
}

function toQuantity(
  { low, high, bound: ownBound }: ReadNumber,
  bound: FoundBound | null,
  unit: string,
  outOf: number | null,
): Quantity {
  if (high !== null) return { bound: "range", low: low ?? high, high, unit, outOf }
  return { bound: bound?.bound ?? ownBound, value: low ?? 0, unit, outOf }
}

function toFound(words: SentenceWords, amount: Amount, quantity: Quantity): Found {
  const { range, sort, counted, score } = amount
  const span = words.spanOf(range)
  const noun = counted === null ? null : words.spanOf({ from: counted, to: counted + 1 })
  return { quantity: { span, sort, quantity, counted: noun, score }, to: range.to }
}
