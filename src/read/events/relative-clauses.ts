// What a relative pronoun stands for: “the town *that* rebels attacked”. In: a tree and the verb of the clause. Out: the
// noun. “which” is never a person, whatever the parser hangs the clause on.
import { isNoun, type Tree } from "../../grammar/index.ts"

export function isRelativePronoun(tree: Tree, index: number): boolean {
  const { xpos, lemma } = tree.at(index)
  return xpos.startsWith("W") && /^(?:who|which|that|whom|whose)$/i.test(lemma)
}

/** The noun that `pronoun` in the clause of `verb` stands for; null when it stands in no relative clause. */
export function antecedentOf(tree: Tree, verb: number, pronoun: number | null): number | null {
  let at: number | null = verb
  for (let steps = tree.sentence.to - tree.sentence.from; at !== null && steps > 0; steps -= 1) {
    if (tree.at(at).relation === "acl:relcl" || (at === verb && isSplitOff(tree, verb, pronoun))) {
      const noun = tree.headOf(at)
      const isThing = pronoun !== null && tree.at(pronoun).lemma.toLowerCase() === "which"
      return noun !== null && isThing && isPerson(tree, noun) ? nearestThing(tree, noun, pronoun) : noun
    }
    at = tree.headOf(at)
  }
  return null
}

/** “It was *Thailand*, not Cambodia, that *walked* out”, where the parser takes the clause for one more of the nouns. */
function isSplitOff(tree: Tree, verb: number, pronoun: number | null): boolean {
  const noun = tree.at(verb).relation === "conj" ? tree.headOf(verb) : null
  if (noun === null || pronoun === null || tree.headOf(pronoun) !== verb) return false
  return isNoun(tree, noun) && noun < pronoun
}

/** “Mariam Adam, a nurse at the *hospital*, which was hit”: the last noun before it that names nobody. */
function nearestThing(tree: Tree, person: number, pronoun: number): number {
  for (let index = pronoun - 1; index > person; index -= 1) {
    const isInName = /^(?:flat|compound|appos)/.test(tree.at(index).relation)
    if (isNoun(tree, index) && !isInName && !isPerson(tree, index)) return index
  }
  return person
}

/** A name in two words or with a title before it, or a word for who somebody is. */
function isPerson(tree: Tree, noun: number): boolean {
  const { upos, lemma } = tree.at(noun)
  if (upos === "PROPN") {
    const isTitled = tree.childrenBy(noun, "nmod:desc").length > 0
    const isDescribed = tree.childrenBy(noun, "flat").length > 0 && tree.childrenBy(noun, "appos").length > 0
    return isTitled || isDescribed
  }
  return upos === "NOUN" && (/(?:man|woman|person)$/.test(lemma) || PERSONS.has(lemma))
}

const PERSONS = new Set(
  `activist adviser advisor ambassador analyst author brother chief citizen colonel commander daughter deputy diplomat director
doctor driver envoy expert father fighter founder general governor head inspector journalist judge lawmaker lawyer leader manager mayor
medic minister mother nurse officer official owner pilot politician president priest professor prosecutor refugee reporter
representative researcher resident scientist secretary senator sister soldier son student surgeon survivor teacher villager
volunteer widow wife witness worker`.split(/\s+/),
)
