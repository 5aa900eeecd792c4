// Where the sentence of a phrase is set: “two workers” of a refinery “in Ryazan” are of Russia, whichever country the report
// names most. In: a tree and the phrase's head word; then the names. Out: names of places; the country of the nearest known.
import { isRelation, prepositionsOf, type Tree } from "../../grammar/index.ts"
import type { ActorLexicon } from "../../lexicon/index.ts"
import { findItems } from "./items.ts"
import type { Setting } from "./setting.ts"
import { wordsOf } from "./words.ts"

const WHERE = new Set(["in", "at", "near", "outside", "across", "around", "throughout"])

/**
 * “in Ryazan”, “near Kobani”: those of the sentence, the nearest to the word first. None for words that are no subject or
 * object: “spoke in New York of the killers”. Linear.
 */
export function placesBeside(tree: Tree, head: number, text: string): readonly string[] {
  if (!isRelation(tree.at(head).relation, ["nsubj", "obj", "obl:agent"])) return []
  const found: number[] = []
  for (let word = tree.sentence.from; word < tree.sentence.to; word += 1) {
    const { upos, relation } = tree.at(word)
    if (upos !== "PROPN" || !isRelation(relation, ["obl", "nmod"])) continue
    if (prepositionsOf(tree, word).some((preposition) => WHERE.has(preposition))) found.push(word)
  }
  return found
    .sort((one, other) => Math.abs(one - head) - Math.abs(other - head))
    .map((word) => nameAt(tree, word, text))
}

/** The run of capital words around it: “New York” of “in New York, New York”. */
function nameAt(tree: Tree, word: number, text: string): string {
  let [from, to] = [word, word + 1]
  const isCapital = (index: number): boolean => {
    const { start, end } = tree.has(index) ? tree.at(index).span : { start: 0, end: 0 }
    return /^\p{Lu}/u.test(text.slice(start, end))
  }
  while (isCapital(from - 1)) from -= 1
  while (isCapital(to)) to += 1
  return text.slice(tree.at(from).span.start, tree.at(to - 1).span.end)
}

/** Null where none of the places is known. */
export function countryBeside(
  places: readonly string[],
  lexicon: ActorLexicon,
  setting: Setting,
): string | null {
  for (const name of places) {
    const [item] = findItems(wordsOf(name), lexicon, setting)
    if (item?.kind === "country" || item?.kind === "seat" || item?.kind === "region") return item.country.code
    const country = setting.placeCountry(name)
    if (country !== null) return country
  }
  return null
}
