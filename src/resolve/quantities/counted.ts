// What a number counts. In: the words of a sentence and where the number stands. Out: the word for it.
import { isNoun, isRelation } from "../../grammar/index.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { singularOf } from "./word-forms.ts"

const TAKES_NUMBERS = ["nummod", "compound", "amod", "det"]
// Words between a number and its noun: “six large cargo ships”, “12 of the state's 41 pledged delegates”.
const MAX_BETWEEN = 5
const MAX_BETWEEN_OF = 8

/**
 * The noun that the number from `from` to `to` counts: “missiles” of “71 missiles”, “71 of the missiles”. Null when
 * the text leaves it out: “killed 20”.
 */
export function countedBy(words: SentenceWords, from: number, to: number): number | null {
  const { tree, form } = words
  const top = tree.topOf({ from, to })
  const head = tree.headOf(top)
  const isOf = form(to) === "of" || (form(to) === "out" && form(to + 1) === "of")
  if (!isOf) {
    const isNumberOf = head !== null && head >= to && isRelation(tree.at(top).relation, TAKES_NUMBERS)
    return isNumberOf && isNoun(tree, head) ? head : nounAfter(words, to)
  }
  const child = tree.childrenBy(top, "nmod", "obl").find((each) => each > to && isNoun(tree, each))
  return child ?? nounAfterOf(words, form(to) === "of" ? to + 1 : to + 2)
}

/** The noun as a unit: lower case, singular. */
export function nounOf({ tree, form }: SentenceWords, index: number): string {
  const { xpos } = tree.at(index)
  return xpos === "NNS" || xpos === "NNPS" ? singularOf(form(index)) : form(index)
}

/** For where the parse is wrong: the first plural in the run of adjectives and nouns right after the number. */
function nounAfter(words: SentenceWords, to: number): number | null {
  for (let index = to; index < Math.min(to + MAX_BETWEEN, words.to); index += 1) {
    const { xpos, upos } = words.tree.at(index)
    if (xpos === "NNS" || xpos === "NNPS") return index
    if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN" && xpos !== "HYPH") return null
  }
  return null
}

/** The same after “of”, where determiners, names and a number of the whole may come first. */
function nounAfterOf(words: SentenceWords, from: number): number | null {
  for (let index = from; index < Math.min(from + MAX_BETWEEN_OF, words.to); index += 1) {
    const { xpos, upos } = words.tree.at(index)
    const isOwner = words.tree.at(Math.min(index + 1, words.to - 1)).xpos === "POS"
    if ((xpos === "NNS" || xpos === "NNPS") && !isOwner) return index
    if (!BEFORE_NOUN.has(upos) && xpos !== "HYPH" && xpos !== "POS") return null
  }
  return null
}

const BEFORE_NOUN = new Set(["ADJ", "NOUN", "PROPN", "DET", "NUM", "PRON"])
