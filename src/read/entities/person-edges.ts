// Where one person's name ends and the next begins. In: names in text order. Out: the same, with persons that stand side
// by side put together or taken apart, as given names and initials tell.
import { joinNames } from "./join-names.ts"
import type { NetworkName } from "./mend-names.ts"
import { textBetween, wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"

/** Linear. */
export function mendPersons(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const starts = new Set(place.sentences.map(({ from }) => from))
  const joined = joinNames(names, (one, other) => {
    const arePersons = one.role === "PER" && other.role === "PER" && !starts.has(other.range.from)
    return arePersons && isOnePerson(place, one, other)
  })
  return joined.flatMap((name) => (name.role === "PER" ? twoPersons(place, name) : [name]))
}

function isOnePerson(place: Place, { range: one }: NetworkName, { range: other }: NetworkName): boolean {
  const { tokens } = place
  const [last, next] = [wordOf(place, one.to - 1), wordOf(place, other.from)]
  const between = textBetween(place, one, other)
  // “"Townsend, George"”, in the head of a mail
  if (between === ", ") {
    const [before, after] = [one.from - 1, other.to]
    return (
      before >= 0 &&
      after < tokens.length &&
      /^["“]$/.test(wordOf(place, before)) &&
      /^["”]$/.test(wordOf(place, after))
    )
  }
  if (between !== " ") return false
  // “Marcelo L.” and “Meira”, “A.” and “Noel Kramer”; “John” and “Staikos”; not “Vince” and “Traci Warner”.
  if (isInitial(last) || isInitial(next)) return true
  return one.to - one.from === 1 && last !== next && !place.knows.isGivenName(next)
}

/** “Lisa Gilette Kristen Quinn”: a surname, and another given name with more. Not “Mary Jane Watson”. */
function twoPersons(place: Place, name: NetworkName): readonly NetworkName[] {
  const { from, to } = name.range
  const { classes, values } = place.scores.head("names")
  const begin = classes.indexOf("B-PER")
  const isGiven = (word: number): boolean =>
    isWhole(wordOf(place, word)) && place.knows.isGivenName(wordOf(place, word))
  const isSurname = (word: number): boolean => isWhole(wordOf(place, word)) && !isGiven(word)
  if (!isGiven(from)) return [name]
  for (let word = from + 2; word + 1 < to; word += 1) {
    if (!isGiven(word) || !isSurname(word - 1) || values[word * classes.length + begin]! < LEAST) continue
    return [
      { ...name, range: { from, to: word } },
      ...twoPersons(place, { ...name, range: { from: word, to } }),
    ]
  }
  return [name]
}

/** Log-probability of a name's beginning, below which the network is sure that one goes on: “Andrés Manuel”. */
const LEAST = -6

function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.)+$/u.test(word)
}

/** “Quinn”, not “L.” or “al”. */
function isWhole(word: string): boolean {
  return /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(word)
}
