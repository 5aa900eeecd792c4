// What a relative pronoun stands for: “the town *that* rebels attacked”. In: a tree and the verb of the clause. Out: the
// noun. “which” is never a person, and “which has” never several, whatever the parser hangs the clause on.
import { isNoun } from "./noun-phrases.ts"
import type { Tree } from "./tree.ts"

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
      if (noun === null || pronoun === null) return noun
      const isThing = tree.at(pronoun).lemma.toLowerCase() === "which"
      if (isThing && isPerson(tree, noun)) return nearestThing(tree, noun, pronoun)
      return (
        (isOfOne(tree, at, pronoun) && isSeveral(tree, noun) ? oneBefore(tree, noun, pronoun) : null) ?? noun
      )
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

/** “which *has* pledged”, “who *is*”: the pronoun is the subject of a verb in the singular. */
function isOfOne(tree: Tree, verb: number, pronoun: number): boolean {
  if (tree.headOf(pronoun) !== verb || !tree.at(pronoun).relation.startsWith("nsubj")) return false
  return [verb, ...tree.childrenBy(verb, "aux", "cop")].some((each) => tree.at(each).xpos === "VBZ")
}

function isSeveral(tree: Tree, noun: number): boolean {
  const counts = tree.childrenBy(noun, "nummod").map((each) => tree.at(each).lemma.toLowerCase())
  return /^NNP?S$/.test(tree.at(noun).xpos) && !counts.some((count) => count === "one" || count === "1")
}

/** “Two aircraft arrived from *Brennia*, which has pledged”: the noun that only a comma parts from the pronoun, when it is one. */
function oneBefore(tree: Tree, noun: number, pronoun: number): number | null {
  const last = tree.at(pronoun - 1).upos === "PUNCT" ? pronoun - 2 : pronoun - 1
  if (last <= noun || !isNoun(tree, last)) return null
  const above = tree.headOf(last)
  const head =
    above !== null && above > noun && /^(?:flat|compound)/.test(tree.at(last).relation) ? above : last
  return isSeveral(tree, head) ? null : head
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
