// Labels of words in, spans out. In: log-probabilities of BIO classes per word. Out: the spans of the best path on
// which every I-x follows a B-x or an I-x.
import type { TokenRange } from "../../schema/positions.ts"
import type { HeadScores } from "../network/scores.ts"

export interface TaggedSpan {
  /** The class without its B- or I-: “source”. */
  readonly role: string
  readonly range: TokenRange
  /** Mean log-probability of the labels of its words, biases left out. */
  readonly mean: number
  /** Log-probability of its least certain label. */
  readonly weakest: number
}

/** Added to the log-probability of a class before the search; classes that are not named get nothing. */
export type ClassBias = Readonly<Record<string, number>>

export interface DecodeOptions {
  readonly bias?: ClassBias
  /** Whether a span of `role` may go on with `word`; asked for every word. Left out: always. */
  readonly mayGoOn?: (role: string, word: number) => boolean
}

/** Spans in text order; none overlap. Time and memory grow with words × classes². */
export function decodeSpans(head: HeadScores, options: DecodeOptions = {}): readonly TaggedSpan[] {
  const path = bestPath(head, options)
  const spans: TaggedSpan[] = []
  for (let from = 0; from < path.length; ) {
    const label = head.classes[path[from]!]!
    let to = from + 1
    if (label !== "O") {
      while (to < path.length && head.classes[path[to]!] === `I-${label.slice(2)}`) to += 1
      spans.push({ role: label.slice(2), range: { from, to }, ...certainty(head, path, from, to) })
    }
    from = to
  }
  return spans
}

function bestPath({ classes, values }: HeadScores, { bias = {}, mayGoOn }: DecodeOptions): Uint8Array {
  const classCount = classes.length
  const wordCount = classCount === 0 ? 0 : Math.floor(values.length / classCount)
  const biases = classes.map((name) => bias[name] ?? 0)
  const insideRoles = classes.map((name) => (name.startsWith("I-") ? name.slice(2) : null))
  // For each class the classes that may stand before it.
  const before = classes.map((name) =>
    [...classes.keys()].filter((from) => !name.startsWith("I-") || classes[from]!.slice(2) === name.slice(2)),
  )
  const cameFrom = new Uint8Array(wordCount * classCount)
  let best = classes.map((name) => (name.startsWith("I-") ? Number.NEGATIVE_INFINITY : 0))
  let next = [...best]
  for (let word = 0; word < wordCount; word++) {
    const row = word * classCount
    next.fill(Number.NEGATIVE_INFINITY)
    for (let to = 0; to < classCount; to++) {
      const role = insideRoles[to]!
      if (role !== null && mayGoOn !== undefined && !mayGoOn(role, word)) continue
      const value = values[row + to]! + biases[to]!
      if (word === 0) {
        next[to] = best[to]! + value
        continue
      }
      for (const from of before[to]!) {
        // A NaN from a broken network compares false and leaves the first legal class in place.
        if (!(best[from]! + value > next[to]!)) continue
        next[to] = best[from]! + value
        cameFrom[row + to] = from
      }
    }
    ;[best, next] = [next, best]
  }
  const path = new Uint8Array(wordCount)
  let at = Math.max(0, best.indexOf(Math.max(...best)))
  for (let word = wordCount - 1; word >= 0; word--) {
    path[word] = at
    at = cameFrom[word * classCount + at]!
  }
  return path
}

function certainty(
  head: HeadScores,
  path: Uint8Array,
  from: number,
  to: number,
): { mean: number; weakest: number } {
  let sum = 0
  let weakest = 0
  for (let word = from; word < to; word++) {
    const value = head.values[word * head.classes.length + path[word]!]!
    sum += value
    weakest = Math.min(weakest, value)
  }
  return { mean: sum / (to - from), weakest }
}
