// Where the name of a place ends. In: names in text order. Out: the same, “Gulf” and “Mexico” as one, “San Rafael
// California” as two.
import type { NetworkName } from "./mend-names.ts"
import { wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"

// What needs the name of another place after “of”.
const KINDS = new Set("Gulf Bay Sea Strait Republic Kingdom State City District Isle Cape".split(" "))

/** A town with its country; of what is longer every part would be looked up. */
const MOST_WORDS = 8

/** Linear. */
export function mendPlaces(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const joined: NetworkName[] = []
  for (const name of names) {
    const last = joined.at(-1)
    if (last?.role === "LOC" && name.role === "LOC" && isOnePlace(place, last, name))
      joined[joined.length - 1] = {
        ...last,
        range: { from: last.range.from, to: name.range.to },
        mean: Math.min(last.mean, name.mean),
      }
    else joined.push(name)
  }
  return joined.flatMap((name) => (name.role === "LOC" ? twoPlaces(place, name) : [name]))
}

/** “Gulf” and “Mexico” of “Gulf of Mexico”; “City of” and “New Orleans”. */
function isOnePlace(place: Place, { range: one }: NetworkName, { range: other }: NetworkName): boolean {
  if (!KINDS.has(wordOf(place, one.from))) return false
  const isOf = (word: number): boolean => wordOf(place, word) === "of"
  return other.from === one.to ? isOf(one.to - 1) : other.from === one.to + 1 && isOf(one.to)
}

/** “San Rafael California”: a town, and what it lies in. */
function twoPlaces(place: Place, name: NetworkName): readonly NetworkName[] {
  const { from, to } = name.range
  if (to - from > MOST_WORDS) return [name]
  const { doc, tokens } = place
  const textOf = (first: number, end: number): string =>
    doc.text.slice(tokens.start(first), tokens.end(end - 1))
  for (let cut = to - 1; cut > from; cut -= 1) {
    const isParted = doc.text.slice(tokens.end(cut - 1), tokens.start(cut)) === " "
    if (isParted && place.knows.liesIn(textOf(from, cut), textOf(cut, to)))
      return [
        { ...name, range: { from, to: cut } },
        { ...name, range: { from: cut, to } },
      ]
  }
  return [name]
}
