// Nobody harmed is an amount too. In: the words of a sentence and an index. Out: the amount of zero that begins there.
//
//   no deaths   no crew were injured   nobody was hurt
import { type Amount, SCORES } from "./amount.ts"
import { befallen } from "./befallen.ts"
import type { SentenceWords } from "./sentence-words.ts"

// “No victims”: harm by itself, like “deaths”, which `befallen` knows.
const HARMED: ReadonlyMap<string, string> = new Map([
  ["casualty", "casualty"],
  ["casualties", "casualty"],
  ["victims", "victim"],
])

/** Null when `at` begins no such words: “no plans”, “no longer”. */
export function noneAt(words: SentenceWords, at: number): Amount | null {
  const { tree } = words
  const form = words.form(at)
  if (form === "nobody" || form === "none") {
    const unit = befallen(words, { index: at, top: at, from: at, to: at + 1, isPerson: true })
    return unit === null ? null : none({ from: at, to: at + 1 }, unit, null)
  }
  if (form !== "no") return null
  // “no one was injured”
  const isNoOne = words.form(at + 1) === "one"
  const counted = isNoOne ? at + 1 : tree.headOf(at)
  if (counted === null || counted <= at) return null
  const { upos } = tree.at(counted)
  if (!isNoOne && upos !== "NOUN" && upos !== "PROPN") return null
  const unit =
    befallen(words, { index: counted, top: counted, from: at, to: counted + 1, isPerson: true }) ??
    HARMED.get(words.form(counted)) ??
    null
  return unit === null
    ? null
    : none({ from: at, to: isNoOne ? at + 2 : at + 1 }, unit, isNoOne ? null : counted)
}

function none(range: Amount["range"], unit: string, counted: number | null): Amount {
  return { range, sort: "count", unit, counted, score: SCORES.none }
}
