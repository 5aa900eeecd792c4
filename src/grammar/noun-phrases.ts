// Questions to a noun phrase: where it begins and ends, what leads it, whether it is known. In: a tree and the head noun.
import type { TokenRange } from "../schema/positions.ts"
import { isRelation, type Tree } from "./tree.ts"
import { isLedBy } from "./verb-forms.ts"

// “Lavrov, who said …”; “Lavrov and Kerry” keeps its conj; “the man said to be …” keeps nothing that has a verb.
const OUTSIDE = ["acl", "cop", "nsubj", "aux", "mark", "punct", "cc", "parataxis", "advcl", "case", "ccomp"]

/**
 * The noun phrase that `head` heads: determiners, adjectives, titles, “of …”, names in apposition, what is
 * coordinated to it. Relative clauses and the preposition before it are left out.
 */
export function nounPhrase(tree: Tree, head: number): TokenRange {
  const range = rangeWith(tree, head, (child) => {
    const relation = tree.at(child).relation
    // “Lavrov 's”: the possessive mark belongs to its noun.
    const isPossessive = relation === "case" && child > head
    if (isRelation(relation, OUTSIDE) && !isPossessive) return false
    // “Gunmen free 14 captives”, of which the parser makes free gunmen.
    return child <= head || relation !== "amod" || tree.childrenBy(child, "obj").length === 0
  })
  return leadsNumber(tree, range.from) && range.from < head ? { from: range.from + 1, to: range.to } : range
}

/** “imposed *on* 17 companies”, where the preposition hangs on the number. */
export function leadsNumber(tree: Tree, word: number): boolean {
  const { relation, lemma } = tree.at(word)
  const number = relation === "case" ? tree.headOf(word) : null
  return (
    number === word + 1 &&
    tree.at(number).relation === "nummod" &&
    /^(?:on|in|by|with|for|from|to|of|against)$/i.test(lemma)
  )
}

/** The smallest range that holds `head` and, with all below it, each child that belongs to it. */
export function rangeWith(tree: Tree, head: number, belongs: (child: number) => boolean): TokenRange {
  let { from, to } = { from: head, to: head + 1 }
  for (const child of tree.childrenOf(head)) {
    if (!belongs(child)) continue
    const range = tree.rangeOf(child)
    from = Math.min(from, range.from)
    to = Math.max(to, range.to)
  }
  return { from, to }
}

/** The one who acts in a passive clause: “by the minister” in “was said by the minister”. Null when it is not told. */
export function agentOf(tree: Tree, verb: number): number | null {
  for (const child of tree.childrenBy(verb, "obl")) {
    // “were arrested, according to the ministry”, read as if the ministry arrested them.
    if (isLedBy(tree, child, /^accord/i)) continue
    if (tree.at(child).relation === "obl:agent" || isLedBy(tree, child, /^by$/i)) return child
  }
  return null
}

/** A common noun or a name. */
export function isNoun(tree: Tree, index: number): boolean {
  const { upos } = tree.at(index)
  return upos === "NOUN" || upos === "PROPN"
}

/** A common noun, a name or a pronoun. */
export function isNominal(tree: Tree, index: number): boolean {
  return isNoun(tree, index) || tree.at(index).upos === "PRON"
}

/** from, within of “from within the city”: the lemmas of the prepositions that lead `noun`, in small letters and text order. */
export function prepositionsOf(tree: Tree, noun: number): readonly string[] {
  const own = tree.childrenBy(noun, "case")
  const marks =
    own.length > 0
      ? own
      : tree
          .childrenBy(noun, "nummod")
          .map((number) => number - 1)
          .filter((word) => tree.has(word) && leadsNumber(tree, word))
  return marks.map((mark) => tree.at(mark).lemma.toLowerCase())
}

const DEFINITE = new Set(["the", "this", "that", "these", "those", "both", "all", "each", "every"])

/** “the attack”, “his arrest”, “Iran's attack”, a name: whether the phrase takes it that the hearer knows the one meant. */
export function isDefinite(tree: Tree, head: number): boolean {
  const { upos } = tree.at(head)
  if (upos === "PROPN" || upos === "PRON") return true
  if (tree.childrenBy(head, "nmod:poss").length > 0) return true
  return tree.childrenBy(head, "det").some((det) => DEFINITE.has(tree.at(det).lemma.toLowerCase()))
}
