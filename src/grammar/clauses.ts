// Questions to a clause: whose verb, whose subject, negated or not. In: a tree and a word of it. Out: words of it.
import type { Tree } from "./tree.ts"

/** How a clause hangs on the word above it. */
export const CLAUSE_RELATIONS: readonly string[] = ["ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"]

/**
 * The subject of `verb`, its own or the one it shares: with the verb it is coordinated to (“came and said”), with
 * the verb it completes (“wants to say”), or, for a relative clause, the relative pronoun. Null when there is none.
 */
export function subjectOf(tree: Tree, verb: number): number | null {
  let at: number | null = verb
  // Each step goes up one head; a sentence has no more of them than words.
  for (let steps = tree.sentence.to - tree.sentence.from; at !== null && steps > 0; steps--) {
    const own: number | undefined = tree.childrenBy(at, "nsubj", "csubj")[0]
    if (own !== undefined) return own
    const relation: string = tree.at(at).relation
    if (relation !== "conj" && relation !== "xcomp") return null
    at = tree.headOf(at)
  }
  return null
}

/** Whether the subject of `verb` suffers the action: “was quoted”. */
export function isPassive(tree: Tree, verb: number): boolean {
  return tree.childrenOf(verb).some((child) => {
    const relation = tree.at(child).relation
    return relation === "aux:pass" || relation === "nsubj:pass"
  })
}

const NEGATIONS = new Set(["not", "n't", "never", "nor", "neither", "no"])

/** “did not say”, “never said”: whether a negation hangs on `verb` itself. */
export function isNegated(tree: Tree, verb: number): boolean {
  return tree
    .childrenBy(verb, "advmod", "det", "cc:preconj")
    .some((child) => NEGATIONS.has(tree.at(child).lemma.toLowerCase()))
}

/**
 * The verb with its auxiliaries, negation and particles, in text order: “could n't have said”.
 * Words that stand between but hang elsewhere are left out.
 */
export function verbGroup(tree: Tree, verb: number): readonly number[] {
  const helpers = tree.childrenOf(verb).filter((child) => {
    const token = tree.at(child)
    if (token.relation.startsWith("aux") || token.relation === "compound:prt") return true
    return token.relation === "advmod" && NEGATIONS.has(token.lemma.toLowerCase())
  })
  return [...helpers, verb].sort((one, other) => one - other)
}

/** The word that heads the clause in which `index` stands: the nearest one above it that begins a clause, or the root. */
export function clauseHeadOf(tree: Tree, index: number): number {
  let at = index
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps--) {
    const relation = tree.at(at).relation
    const type = relation.split(":")[0]!
    const head = tree.headOf(at)
    if (head === null || CLAUSE_RELATIONS.includes(type)) return at
    if (relation === "conj" && tree.at(at).upos === "VERB") return at
    at = head
  }
  return at
}

/** The verb, noun or adjective that the clause of `index` completes or hangs on; null for the main clause. */
export function governorOf(tree: Tree, index: number): number | null {
  return tree.headOf(clauseHeadOf(tree, index))
}

const TAKING_PLACE = new Set(["occur", "happen", "begin", "start", "end"])

/** “an attack that *happened* in the town”, “any strike had *taken place*”: a verb that tells of its subject no more than that there was one. */
export function saysTakingPlace(tree: Tree, verb: number): boolean {
  const { lemma } = tree.at(verb)
  if (TAKING_PLACE.has(lemma)) return true
  return lemma === "take" && tree.childrenBy(verb, "obj").some((child) => tree.at(child).lemma === "place")
}
