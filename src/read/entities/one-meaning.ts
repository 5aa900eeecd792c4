// The same words mean the same throughout a report. In: the network's names and its scores. Out: names, each string of
// words with one role wherever it stands: the role that all its places together make likeliest, or none.
import { append } from "../../base/group-by.ts"
import type { HeadScores } from "../network/scores.ts"
import type { NetworkName } from "./mend-names.ts"
import { wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"

/** Longer names hardly come twice word for word. */
const MOST_WORDS = 6

/** In text order. “Amazon”, taken for a river once and for a company twice, is a company. Linear. */
export function withOneMeaning(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const { tokens, scores } = place
  const head = scores.head("names")
  const owner = new Map<number, NetworkName>()
  const lengths = new Map<string, Set<number>>()
  for (const name of names) {
    const { from, to } = name.range
    for (let word = from; word < to; word += 1) owner.set(word, name)
    if (to - from > MOST_WORDS) continue
    const first = wordOf(place, from)
    lengths.set(first, (lengths.get(first) ?? new Set()).add(to - from))
  }
  const keyOf = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => wordOf(place, from + index)).join(" ")
  const keys = new Set(names.map(({ range }) => keyOf(range.from, range.to)))
  const places = new Map<string, NetworkName["range"][]>()
  for (let from = 0; from < tokens.length; from += 1) {
    for (const length of lengths.get(wordOf(place, from)) ?? []) {
      const to = from + length
      const key = to <= tokens.length ? keyOf(from, to) : ""
      if (!keys.has(key) || !isWhole(owner, from, to)) continue
      append(places, key, { from, to })
    }
  }
  const changed: NetworkName[] = []
  const settled = new Set<NetworkName>()
  for (const ranges of places.values()) {
    if (ranges.length < 2) continue
    const role = likeliestRole(head, ranges)
    for (const range of ranges) {
      const known = owner.get(range.from)
      if (known !== undefined) settled.add(known)
      if (role !== "O")
        changed.push({ role, range, mean: scoreOf(head, range, role) / (range.to - range.from) })
    }
  }
  return [...names.filter((name) => !settled.has(name)), ...changed].sort(
    (one, other) => one.range.from - other.range.from,
  )
}

/** No name, or one that covers just these words: “Bush” alone, not within “Laura Bush”. */
function isWhole(owner: ReadonlyMap<number, NetworkName>, from: number, to: number): boolean {
  const name = owner.get(from)
  for (let word = from; word < to; word += 1) if (owner.get(word) !== name) return false
  return name === undefined || (name.range.from === from && name.range.to === to)
}

function likeliestRole(head: HeadScores, ranges: readonly NetworkName["range"][]): string {
  const roles = ["O", ...head.classes.filter((name) => name.startsWith("B-")).map((name) => name.slice(2))]
  let [best, most] = ["O", Number.NEGATIVE_INFINITY]
  for (const role of roles) {
    const sum = ranges.reduce((total, range) => total + scoreOf(head, range, role), 0)
    if (sum > most) [best, most] = [role, sum]
  }
  return best
}

/** Log-probability of the words' being a name of that role, or none (“O”). */
function scoreOf({ classes, values }: HeadScores, { from, to }: NetworkName["range"], role: string): number {
  const indexOf = (label: string): number => classes.indexOf(role === "O" ? "O" : `${label}-${role}`)
  const [begin, inside] = [indexOf("B"), indexOf("I")]
  let sum = 0
  for (let word = from; word < to; word += 1)
    sum += values[word * classes.length + (word === from ? begin : inside)]!
  return sum
}
