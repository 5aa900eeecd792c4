// Particles and prepositions that make a word what the lexicon lists: *out* of “carry out”, *for* of “call for”. In: the word
// and what must stand beside it. Out: where that stands.
import { isDay, type Tree } from "../../grammar/index.ts"

const PARTICLES = new Set(["up", "out", "off", "down", "over", "back", "away", "together"])

/** Particles, prepositions and adverbs that must stand beside a word; null when one is missing. */
export function wordsBeside(tree: Tree, head: number, wanted: readonly string[]): readonly number[] | null {
  const found: number[] = []
  for (const word of wanted) {
    const beside = tree.childrenOf(head).find((child) => {
      const { lemma, relation } = tree.at(child)
      return lemma.toLowerCase() === word && /^(?:compound|advmod|case|mark|obl|obj|xcomp|acl)/.test(relation)
    })
    const marked = tree
      .childrenBy(head, "obl", "advcl", "ccomp", "xcomp")
      // “called for a strike *on* Friday” calls on nobody.
      .filter((child) => !isDay(tree, child))
      .flatMap((child) => tree.childrenBy(child, "case", "mark"))
      .find((mark) => tree.at(mark).lemma.toLowerCase() === word)
    // “handed over 700 kg”, where the particle is read as part of the amount.
    const next =
      head + 1 < tree.sentence.to && PARTICLES.has(word) && tree.at(head + 1).lemma.toLowerCase() === word
    // “test-fired”: whatever the parser makes of the hyphen.
    const isGlued =
      head - 2 >= tree.sentence.from &&
      tree.at(head - 1).xpos === "HYPH" &&
      tree.at(head - 2).lemma.toLowerCase() === word
    const at = beside ?? marked ?? (next ? head + 1 : isGlued ? head - 2 : undefined)
    if (at === undefined) return null
    found.push(at)
  }
  return found
}
