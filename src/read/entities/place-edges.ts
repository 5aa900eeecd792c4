// Where the name of a place ends. In: names in text order. Out: the same, “Gulf” and “Mexico” as one, “San Rafael
// California” as two.
import type { TokenRange } from "../../schema/positions.ts"
import { joinNames } from "./join-names.ts"
import type { NetworkName } from "./mend-names.ts"
import { textBetween, textOf, wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"

// What needs the name of another place after “of”.
const KINDS = new Set("Gulf Bay Sea Strait Republic Kingdom State City District Isle Cape".split(" "))

/** A town with its country; of what is longer every part would be looked up. */
const MOST_WORDS = 8

/** Linear. */
export function mendPlaces(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const joined = joinNames(
    overHyphens(place, names),
    (one, other) => one.role === "LOC" && other.role === "LOC" && isOnePlace(place, one, other),
  )
  return joined.flatMap((name) => (name.role === "LOC" ? twoPlaces(place, name) : [name]))
}

/** “Guinea-Bissau” where the network has “Guinea” and a person “-Bissau”: a country's name goes over its hyphen. */
function overHyphens(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const whole: NetworkName[] = []
  for (const name of names) {
    const { from, to } = name.range
    if (from < (whole.at(-1)?.range.to ?? 0)) continue
    const country = [from - 2, from - 1, from]
      .map((start) => ({ from: start, to: start + COUNTRY_WORDS }))
      .find((range) => range.to >= to && isHyphened(place, range))
    const before = whole.at(-1)
    // “Guinea” stands before what “-Bissau” shows to be its second half.
    if (country !== undefined && before !== undefined && before.range.to > country.from) whole.pop()
    whole.push(country === undefined ? name : { ...name, role: "LOC", range: country })
  }
  return whole
}

/** “Guinea”, “-”, “Bissau”. */
const COUNTRY_WORDS = 3

function isHyphened(place: Place, range: TokenRange): boolean {
  if (range.from < 0 || range.to > place.tokens.length) return false
  const text = textOf(place, range)
  return /^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u.test(text) && place.knows.isCountry(text)
}

/** “Gulf” and “Mexico” of “Gulf of Mexico”; “City of” and “New Orleans”. */
function isOnePlace(place: Place, { range: one }: NetworkName, { range: other }: NetworkName): boolean {
  if (!KINDS.has(wordOf(place, one.from))) return false
  const isOf = (word: number): boolean => wordOf(place, word) === "of"
  return other.from === one.to ? isOf(one.to - 1) : other.from === one.to + 1 && isOf(one.to)
}

/** “NAY PYI TAW, 9 April”: at the head of a line a town in capitals is as long as its capitals. */
export function capitalPlaces(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const { doc, tokens } = place
  const isCapital = (word: number): boolean => /^\p{Lu}{2,}$/u.test(wordOf(place, word))
  const begins = (word: number): boolean =>
    word === 0 || doc.text.slice(tokens.end(word - 1), tokens.start(word)).includes("\n")
  const longer = names.map((name) => {
    const { from, to } = name.range
    if (name.role !== "LOC" || !begins(from) || !isCapital(to - 1)) return name
    let end = to
    while (end < tokens.length && end - from < MOST_WORDS && isCapital(end) && !begins(end)) end += 1
    // A headline in capitals goes on; a dateline has its comma, its dash.
    const isDateline = end > to && end < tokens.length && /^[,(–—-]/.test(wordOf(place, end))
    return isDateline ? { ...name, range: { from, to: end } } : name
  })
  // “PORT” and “ALMA”
  return longer.filter(({ range }, number) => range.from >= (longer[number - 1]?.range.to ?? 0))
}

/** “San Rafael California”: a town, and what it lies in. */
function twoPlaces(place: Place, name: NetworkName): readonly NetworkName[] {
  const { from, to } = name.range
  if (to - from > MOST_WORDS) return [name]
  for (let cut = to - 1; cut > from; cut -= 1) {
    const [town, around] = [
      { from, to: cut },
      { from: cut, to },
    ] as const
    const isParted = textBetween(place, town, around) === " "
    if (isParted && place.knows.liesIn(textOf(place, town), textOf(place, around)))
      return [
        { ...name, range: town },
        { ...name, range: around },
      ]
  }
  return [name]
}
