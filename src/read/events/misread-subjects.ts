// Subjects that the parser coordinates with the object before them: “Kinshasa freed 31 rebels and *M23* handed over 21
// soldiers”, read as if Kinshasa freed the rebels and M23. In: a tree. Out: the noun that a verb took its subject from.
import { isNominal, type Tree } from "../../grammar/index.ts"

/**
 * The noun right before `verb` that is read as coordinated with another noun and is the subject of `verb`; null where the
 * verb has a subject of its own or a conjunction before it: “freed rebels and soldiers *and* left”.
 */
export function misreadSubjectOf(tree: Tree, verb: number): number | null {
  if (tree.at(verb).upos !== "VERB" || !/^VB[DNZP]$/.test(tree.at(verb).xpos)) return null
  if (tree.at(verb).relation !== "conj" || tree.headOf(verb) === null) return null
  if (tree.childrenBy(verb, "nsubj", "csubj", "cc", "mark", "aux").length > 0) return null
  const before = verb - 1
  if (!tree.has(before)) return null
  const noun = headOfPhraseEnding(tree, before)
  if (noun === null || tree.at(noun).relation !== "conj" || noun < tree.headOf(verb)!) return null
  const first = tree.headOf(noun)
  const isNoun = first !== null && /^(?:NOUN|PROPN|PRON|NUM)$/.test(tree.at(first).upos)
  return isNoun && isObjectOf(tree, first, tree.headOf(verb)!) && hasAnd(tree, noun) ? noun : null
}

/** Whether `noun` is the subject of the verb right after it, whatever it is read as coordinated with. */
export function isMisreadSubject(tree: Tree, noun: number): boolean {
  const { to } = tree.rangeOf(noun)
  return tree.has(to) && misreadSubjectOf(tree, to) === noun
}

/** “… and the *army* of Chad handed over”: the noun whose phrase ends at `last`. */
function headOfPhraseEnding(tree: Tree, last: number): number | null {
  let at = last
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const { upos, relation } = tree.at(at)
    if (isNominal(tree, at) && relation === "conj") return at
    const head = tree.headOf(at)
    if (head === null || upos === "VERB" || upos === "PUNCT" || tree.rangeOf(head).to !== last + 1)
      return null
    at = head
  }
  return null
}

function isObjectOf(tree: Tree, noun: number, verb: number): boolean {
  return tree.headOf(noun) === verb && /^(?:i?obj|obl)/.test(tree.at(noun).relation)
}

function hasAnd(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, "cc").some((each) => /^(?:and|but)$/i.test(tree.at(each).lemma))
}
