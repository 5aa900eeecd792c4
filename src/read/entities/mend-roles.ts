// What a name stands for where tables know better than the network. In: names. Out: the same; countries are places, the
// bodies of our tables organisations, and whole: “The Washington Post”.
import { isRelation } from "../../grammar/index.ts"
import type { NetworkName } from "./mend-names.ts"
import { textOf, treeOf, wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"

/** Words behind a name that may belong to the body which it begins. */
const MOST_MORE = 4

/** Linear. */
export function mendRoles(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const mended: NetworkName[] = []
  for (const name of names) {
    // It was a part of the body before it.
    if (name.range.from < (mended.at(-1)?.range.to ?? 0)) continue
    mended.push(mendRole(place, name))
  }
  return mended
}

function mendRole(place: Place, name: NetworkName): NetworkName {
  const { from, to } = name.range
  const words = textOf(place, name.range)
  if (to - from === 1 && place.knows.isCountry(words)) return { ...name, role: "LOC" }
  if (place.knows.isBody(words)) return { ...name, role: "ORG" }
  // “the Kremlin warned”: it speaks, and is nobody's name.
  const hasArticle = from > 0 && wordOf(place, from - 1).toLowerCase() === "the"
  if (name.role === "PER" && hasArticle && place.knows.isSeat(words)) return { ...name, role: "LOC" }
  if (name.role === "PER" && to - from === 1 && isTownHere(place, words, from))
    return { ...name, role: "LOC" }
  const end = name.role === "PER" ? null : endOfBody(place, name)
  return end === null ? name : { ...name, role: "ORG", range: { from, to: end } }
}

/** “shelled *Misrata* and Sirte”, “took *Soledar*”, “*Beijing* said”: no persons, where no table has one of that name. */
function isTownHere(place: Place, word: string, index: number): boolean {
  const { knows } = place
  const tree = treeOf(place, index)
  if (knows.isGivenName(word) || !tree.has(index)) return false
  if (knows.isSeat(word) && !knows.isSurname(word)) return true
  const first = tree.at(index).relation === "conj" ? (tree.headOf(index) ?? index) : index
  const verb = isRelation(tree.at(first).relation, ["obj", "nsubj:pass"]) ? tree.headOf(first) : null
  const lemma = verb === null ? "" : tree.at(verb).lemma.toLowerCase()
  if (!BESIEGING.has(lemma) && !(TAKING.has(lemma) && !knows.isSurname(word))) return false
  return knows.isTown(word)
}

/** What is done to towns, and to nobody. */
const BESIEGING = new Set(
  "shell bomb bombard besiege storm retake recapture liberate occupy encircle evacuate flee".split(" "),
)
/** What is done to towns and to people. */
const TAKING = new Set("take capture enter".split(" "))

/** “The Washington” where “Post” follows; null for what begins no longer body of our tables. “Syria” of “Syria Army” is one by itself. */
function endOfBody(place: Place, { range: { from, to } }: NetworkName): number | null {
  if (place.knows.isCountry(wordOf(place, from))) return null
  const last = Math.min(place.tokens.length, to + MOST_MORE)
  for (let end = to + 1; end <= last && /^\p{L}/u.test(wordOf(place, end - 1)); end += 1) {
    const words = textOf(place, { from, to: end })
    if (words.includes("\n")) return null
    if (/^\p{Lu}/u.test(wordOf(place, end - 1)) && place.knows.isBody(words)) return end
  }
  return null
}
