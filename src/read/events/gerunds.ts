// Gerunds that name a happening as nouns do: “*Fighting* between the army and the rebels broke out”. In: a word. Out:
// whether it is one, and the frames that it has as a noun.
import { bindersOf, type Tree } from "../../grammar/index.ts"
import type { Frame, FramePos } from "../../lexicon/index.ts"
import { framesOf, type Sentence } from "./view.ts"

/** Whether a participle stands as a noun, as its verb's subject. */
export function isGerundNoun(tree: Tree, index: number): boolean {
  if (tree.at(index).xpos !== "VBG" || tree.childrenBy(index, "obj", "xcomp", "aux").length > 0) return false
  return isSubject(tree, index)
}

/** A gerund as a noun is looked up as it stands: “fighting”, not “fight”. */
export function framesAt(sentence: Sentence, index: number, pos: FramePos): readonly Frame[] {
  const { xpos, span } = sentence.tree.at(index)
  if (pos !== "noun" || xpos !== "VBG") return framesOf(sentence, index, pos)
  return sentence.frames.frames.noun.get(sentence.text.slice(span.start, span.end).toLowerCase()) ?? []
}

/** Its verb's subject; also a participle before a verb without one, read as a clause beside it: “*Fighting* broke out”. */
export function isSubject(tree: Tree, index: number): boolean {
  const { relation } = tree.at(index)
  const verb = tree.headOf(index)
  if (relation === "nsubj" || relation === "csubj") return true
  // “after *fighting*”: a clause of its own.
  if (relation !== "advcl" || verb === null || verb < index || bindersOf(tree, index).length > 0) return false
  const isCut = tree.childrenBy(verb, "punct").some((mark) => index < mark && mark < verb)
  return !isCut && tree.childrenBy(verb, "nsubj", "csubj").length === 0
}
