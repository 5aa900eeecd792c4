// The words that tell who a mention stands for. In: a tree and the mention's head word. Out: the phrase with title and
// apposition: “Russian Foreign Minister Sergei Lavrov” around “Lavrov”, “de Mistura, the UN envoy” around “Mistura”.
import { isRelation, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"

/** “Minister” may head “Sergei Lavrov”, and “the minister” its apposition “Sergei Lavrov”: both are the same person. */
const SAME = ["flat", "appos", "nmod:desc"]

const OUTSIDE =
  "acl cop nsubj aux mark cc conj parataxis advcl case ccomp advmod discourse orphan dep punct".split(" ")

/** Nothing coordinated to it, no clause but “who was …”. Takes time in proportion to the phrase. */
export function phraseAround(tree: Tree, head: number): TokenRange {
  let top = head
  for (let step = 0; step < 2; step++) {
    const { head: above, relation } = tree.at(top)
    if (above === null || !isRelation(relation, SAME) || !isNominal(tree, above)) break
    top = above
  }
  let { from, to } = { from: top, to: top + 1 }
  for (const child of tree.childrenOf(top)) {
    const { relation } = tree.at(child)
    // “Lavrov's”, “who was the envoy”.
    const isPossessive = relation === "case" && child > top
    if (isRelation(relation, OUTSIDE) && relation !== "acl:relcl" && !isPossessive) continue
    const range = tree.rangeOf(child)
    from = Math.min(from, range.from)
    to = Math.max(to, range.to)
  }
  return { from: Math.min(from, head), to: Math.max(to, head + 1) }
}

function isNominal(tree: Tree, word: number): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(tree.at(word).upos)
}
