// The words that tell who a mention stands for. In: a tree and the mention's head word. Out: the phrase with title and
// apposition: “Russian Foreign Minister Sergei Lavrov” around “Lavrov”, “de Mistura, the UN envoy” around “Mistura”.
import { isNominal, isRelation, rangeWith, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"

/** “Minister” may head “Sergei Lavrov”, and “the minister” its apposition “Sergei Lavrov”: both are the same person. */
const SAME = ["flat", "appos", "nmod:desc"]

const OUTSIDE =
  "acl cop nsubj aux mark cc conj parataxis advcl case ccomp advmod discourse orphan dep punct".split(" ")

/** Nothing coordinated to it, no clause but “who was …”. Takes time in proportion to the phrase. */
export function phraseAround(tree: Tree, head: number): TokenRange {
  let top = head
  for (let step = 0; step < 2; step++) {
    const above = hostOf(tree, top)
    if (above === null) break
    top = above
  }
  const { from, to } = phraseOf(tree, top)
  return { from: Math.min(titleBefore(tree, from, top) ?? from, head), to: Math.max(to, head + 1) }
}

function phraseOf(tree: Tree, top: number): TokenRange {
  return rangeWith(tree, top, (child) => {
    const { relation } = tree.at(child)
    // “Lavrov's”, “who was the envoy”.
    const isPossessive = relation === "case" && child > top
    return !isRelation(relation, OUTSIDE) || relation === "acl:relcl" || isPossessive
  })
}

/** The noun that is the same one. */
function hostOf(tree: Tree, word: number): number | null {
  const { relation } = tree.at(word)
  const above = tree.headOf(word)
  if (above === null || !isRelation(relation, SAME) || !isNominal(tree, above)) return null
  return relation === "appos" && isPersonalName(tree, word) ? (ownerOf(tree, above) ?? above) : above
}

/** “the director of Amnesty International, Mariela Belski”: a person is no other name for a body, but the one who is of it. */
function ownerOf(tree: Tree, name: number): number | null {
  const above = tree.headOf(name)
  const isOfName = tree.at(name).upos === "PROPN" && isRelation(tree.at(name).relation, ["nmod"])
  return isOfName && above !== null && tree.at(above).upos === "NOUN" && above < name ? above : null
}

/**
 * “fiancée of journalist Jamal Khashoggi”: where a personal name and the noun right before it hang on the same word in
 * the same way, nothing between them, the noun is its title. Where the title begins.
 */
function titleBefore(tree: Tree, from: number, top: number): number | null {
  const above = tree.headOf(top)
  if (above === null || !isPersonalName(tree, top) || !tree.has(from - 1) || !isNominal(tree, from - 1))
    return null
  let title = from - 1
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = tree.headOf(title)
    if (next === above) break
    if (next === null || next >= from) return null
    title = next
  }
  const isTwin = tree.headOf(title) === above && tree.at(title).relation === tree.at(top).relation
  return isTwin && title < from && isNominal(tree, title) ? phraseOf(tree, title).from : null
}

const MOST_STEPS = 4

/** “Jamal Khashoggi”; “New York” is an adjective with its noun. */
function isPersonalName(tree: Tree, word: number): boolean {
  return tree.at(word).upos === "PROPN" && tree.childrenBy(word, "flat").length > 0
}
