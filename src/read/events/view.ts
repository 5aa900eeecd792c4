// A report as the steps of `read/events` look at it: its tokens, the tree of each sentence, its words in base form.
import { type Tree, treeOver } from "../../grammar/index.ts"
import type { Frame, FrameLexicon, FramePos, LightVerb } from "../../lexicon/index.ts"
import { baseForms } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Tokens } from "../../schema/reading.ts"

export interface View {
  readonly text: string
  readonly tokens: Tokens
  readonly frames: FrameLexicon
}

/** One sentence of the report. */
export interface Sentence extends View {
  readonly tree: Tree
}

export function viewSentence(view: View, sentence: TokenRange): Sentence {
  return { ...view, tree: treeOver(view.tokens, sentence) }
}

/** What the word may be looked up under, likeliest first, in small letters. */
export function basesOf({ text, tree, frames }: Sentence, index: number): readonly string[] {
  const { span, xpos, lemma } = tree.at(index)
  return baseForms(text.slice(span.start, span.end), xpos, lemma, frames.irregular)
}

/** The frames of a word: those of the first of its base forms that the lexicon has as a `pos`. */
export function framesOf(sentence: Sentence, index: number, pos: FramePos): readonly Frame[] {
  for (const base of basesOf(sentence, index)) {
    const frames = sentence.frames.frames[pos].get(base)
    if (frames !== undefined) return frames
  }
  return []
}

/** What the word is as a light verb: “carry out”, “hold”; empty when it is none. */
export function lightVerbsOf(sentence: Sentence, index: number): readonly LightVerb[] {
  for (const base of basesOf(sentence, index)) {
    const verbs = sentence.frames.lightVerbs.get(base)
    if (verbs !== undefined) return verbs
  }
  return []
}

/** Whether one of the word's base forms is among `words`; “name”: whether it is a proper name. */
export function isOneOf(sentence: Sentence, index: number, words: ReadonlySet<string> | "name"): boolean {
  if (words === "name") return sentence.tree.at(index).upos === "PROPN"
  return basesOf(sentence, index).some((base) => words.has(base))
}

/** Whether the word's base form is of the class of that name in data/frames/classes.tsv. */
export function isOfClass(sentence: Sentence, index: number, name: string): boolean {
  const words = sentence.frames.classes.get(name)
  return words !== undefined && isOneOf(sentence, index, words)
}
