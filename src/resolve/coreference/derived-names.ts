// Adjectives made of names that no table knows: “Ostravian” of “Ostravia”. In: the profiles of a report. Out: of each such
// name the name that it is made of, as a key. For the peoples that the tables know see `knowledge.ts`.
import type { Profile } from "./profiles.ts"

/** By the place among the mentions, the word that the adjective is made of. */
export type DerivedNames = ReadonlyMap<number, string>

/** “Israeli” of “Israeli strike”, “Sudanese” of “the Sudanese town”: one word that describes a noun and stands before it. */
export function describesNoun({ mention, words, token, tree, head }: Profile): boolean {
  if (mention.kind !== "name" || words.length !== 1) return false
  if (token.upos === "ADJ") return true
  const noun = tree.headOf(head)
  return (
    /^(?:amod|compound)$/.test(token.relation) &&
    noun !== null &&
    tree.at(noun).upos === "NOUN" &&
    head < noun
  )
}

/** Linear: the names of one word are looked up by their beginnings. */
export function derivedFrom(profiles: readonly Profile[]): DerivedNames {
  const stems = new Map<string, string>()
  for (const { mention, words, token } of profiles) {
    const [word, ...more] = words
    if (mention.kind !== "name" || word === undefined || more.length > 0 || token.upos === "ADJ") continue
    const stem = stemOf(word)
    if (stem.length >= SHORTEST && !stems.has(stem)) stems.set(stem, word)
  }
  const derived = new Map<number, string>()
  for (const profile of profiles) {
    const base = describesNoun(profile) ? baseOf(profile.words[0]!, stems) : null
    if (base !== null) derived.set(profile.order, base)
  }
  return derived
}

/** Shorter beginnings are those of too many words. */
const SHORTEST = 4

/** “Cassara” and “Ostravia” lose their last vowels before an ending. */
function stemOf(word: string): string {
  return word.replace(/[aeiou]+$/, "")
}

function baseOf(word: string, stems: ReadonlyMap<string, string>): string | null {
  const ending = ENDING.exec(word)
  if (ending === null) return null
  const base = stems.get(stemOf(word.slice(0, ending.index)))
  return base === undefined || base === word ? null : base
}

const ENDING = /(?:i?an|ese|ic|ish|i)$/
