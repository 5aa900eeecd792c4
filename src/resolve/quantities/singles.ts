// One of something, said without a number. In: the words of a sentence and an index. Out: the amount of one that
// begins there.
//
//   killed a man   injured another person   lasted about an hour   within a month
import { type Amount, SCORES } from "./amount.ts"
import { befallen, isPeople } from "./befallen.ts"
import { type FoundBound, findBound } from "./bounds.ts"
import { nounOf } from "./counted.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { unitAt } from "./units.ts"

/** Null when `at` is no article, or when it begins just any noun phrase. */
export function singleAt(
  words: SentenceWords,
  at: number,
): { readonly amount: Amount; readonly bound: FoundBound | null } | null {
  const form = words.form(at)
  if (form !== "a" && form !== "an" && form !== "another") return null
  const bound = findBound(words, at, at + 1)
  const unit = unitAt(words, at + 1)
  if (unit !== null && unit.sort === "duration") {
    if (bound === null || bound.from === at) return null
    const range = { from: bound.from, to: unit.to }
    return {
      amount: { range, sort: unit.sort, unit: unit.unit, counted: null, score: SCORES.duration },
      bound,
    }
  }
  const harmed = harmedAt(words, at)
  return harmed === null ? null : { amount: harmed, bound: null }
}

/** “killed a man”: only where harm is told of the noun itself. */
function harmedAt(words: SentenceWords, at: number): Amount | null {
  const { tree } = words
  const noun = tree.headOf(at)
  if (noun === null || noun <= at) return null
  const { relation, xpos } = tree.at(noun)
  if (xpos !== "NN" || !isPeople(nounOf(words, noun)) || !HARMED_RELATIONS.has(relation)) return null
  const unit = befallen(words, { index: noun, top: noun, from: at, to: noun + 1, isPerson: true })
  return unit === null
    ? null
    : { range: { from: at, to: noun + 1 }, sort: "count", unit, counted: noun, score: SCORES.single }
}

const HARMED_RELATIONS = new Set(["obj", "nsubj:pass"])
