// What a form is a form of. In: a word, its tag, the lemma that the network's rule gives. Out: that lemma when it is a
// word at all, else the one that spelling and the lists allow: “scheduled” is no form of “schedul”, “won” none of “w”.
import { type BaseWords, baseForms, type IrregularForms } from "../../lexicon/index.ts"

export interface WordLists {
  readonly baseWords: BaseWords
  /** Base by form: “win” by “won”. */
  readonly irregular: IrregularForms
}

/** The lemma, in small letters when it was mended. Constant time. */
export function mendLemma(
  lemma: string,
  form: string,
  xpos: string,
  { baseWords: { verbs, nouns }, irregular }: WordLists,
): string {
  const known = VERB_TAGS.has(xpos) ? verbs : xpos === "NNS" ? nouns : null
  if (known === null || known.has(lemma)) return lemma
  const word = form.toLowerCase()
  return baseForms(form, xpos, lemma, irregular).find((base) => base !== word && known.has(base)) ?? lemma
}

const VERB_TAGS = new Set(["VBD", "VBN", "VBG", "VBZ"])
