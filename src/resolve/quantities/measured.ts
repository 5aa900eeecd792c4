// What a number measures when it counts nothing: money, shares, lengths, times, ages. In: the words of a sentence, the
// number and its bound. Out: the amount; null when the number counts something, or tells nothing by itself.

import { findAge } from "./ages.ts"
import { type Amount, SCORES } from "./amount.ts"
import type { FoundBound } from "./bounds.ts"
import { isDigits } from "./cardinals.ts"
import { countedBy } from "./counted.ts"
import { currencyAfter, currencyBefore } from "./currencies.ts"
import type { ReadNumber } from "./numbers.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { type FoundUnit, unitAt } from "./units.ts"

export function measuredAmount(
  words: SentenceWords,
  number: ReadNumber,
  bound: FoundBound | null,
): Amount | null {
  const { from, to } = number
  // “hundreds of miles”, “1,000 or more kilograms”
  const next = Math.max(to, bound?.to ?? to)
  const unitFrom = number.form === "vague" && words.form(next) === "of" ? next + 1 : next
  const money = moneyOf(words, number, unitFrom)
  if (money !== null) return money
  const unit = unitOf(words, number, unitFrom)
  const age = findAge(words, number, unit)
  if (age !== null)
    return {
      range: { from: age.from, to: age.to },
      sort: "age",
      unit: age.unit,
      counted: null,
      score: SCORES.age,
    }
  if (unit !== null) {
    const { sort } = unit
    const counted = words.form(unit.to) === "of" ? countedBy(words, from, unit.to) : null
    return { range: { from, to: unit.to }, sort, unit: unit.unit, counted, score: SCORES[sort] }
  }
  const magnitude = magnitudeOf(words, number)
  if (magnitude !== null)
    return { range: magnitude, sort: "measure", unit: "magnitude", counted: null, score: SCORES.measure }
  return null
}

// “181 million pounds” are money, “82 pounds” a weight.
const LEAST_POUNDS = 100_000

function moneyOf(words: SentenceWords, { from, to, low }: ReadNumber, unitFrom: number): Amount | null {
  const before = currencyBefore(words, from)
  const after = currencyAfter(words, unitFrom)
  const isPounds = /^pounds?$/.test(words.form(unitFrom)) && (low ?? 0) >= LEAST_POUNDS
  const code = before?.code ?? after?.code ?? (isPounds ? "GBP" : null)
  if (code === null) return null
  const range = {
    from: before?.from ?? from,
    to: before === null ? (after?.to ?? unitFrom + 1) : to,
  }
  return { range, sort: "money", unit: code, counted: null, score: SCORES.money }
}

function unitOf(words: SentenceWords, number: ReadNumber, unitFrom: number): FoundUnit | null {
  const unit = unitAt(words, unitFrom)
  if (unit === null) return null
  // “t”, “m” and “c” are units after digits only.
  const isLetter = unit.to - unit.from === 1 && words.form(unit.from).length === 1
  if (isLetter && unit.sort !== "percent" && !isDigits(words.form(number.to - 1))) return null
  return unit
}

/** “magnitude 6.3”, “a magnitude of 4.0”, “its magnitude was 5.5; USGS reported 5.8” */
function magnitudeOf(
  words: SentenceWords,
  { from, to, low }: ReadNumber,
): { readonly from: number; readonly to: number } | null {
  const before = words.form(from - 1) === "of" ? from - 2 : from - 1
  if (words.form(before) === "magnitude") return { from: before, to }
  if (!/^\d\.\d$/.test(words.form(from)) || (low ?? LARGEST_MAGNITUDE) >= LARGEST_MAGNITUDE) return null
  for (let index = Math.max(words.from, from - MAGNITUDE_DISTANCE); index < from; index += 1) {
    if (words.form(index) === "magnitude") return { from, to }
  }
  return null
}

const LARGEST_MAGNITUDE = 10
// The subject and a second authority stand between: “magnitude was 5.5; United States Geological Survey (USGS) …”.
const MAGNITUDE_DISTANCE = 20
