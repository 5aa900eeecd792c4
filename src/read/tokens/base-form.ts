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
  const word = form.toLowerCase()
  // “the wounded” is no form of “wounde”.
  if (xpos === "JJ") return lemma.toLowerCase() === word ? lemma : word
  const known = VERB_TAGS.has(xpos) ? verbs : xpos === "NNS" ? nouns : null
  if (known === null) return lemma
  // “those *arrested*”, taken for a plural
  if (xpos === "NNS" && !known.has(lemma) && word.endsWith("ed")) return word
  // “burned” is no form of “bur”, which is a word: it would be “burred”.
  const isRegular = xpos !== "NNS" && /(?:ed|ing)$/.test(word)
  if (known.has(lemma) && !isRegular) return lemma
  const spelt = baseForms(form, xpos, null, irregular).filter((base) => base !== word && known.has(base))
  const fits = known.has(lemma) && (spelt.length === 0 || spelt.includes(lemma))
  if (fits) return lemma
  // “put” is a form of “put”, which no ending shows; “police” is one of “police”.
  return spelt[0] ?? (UNCHANGED.has(xpos) && known.has(word) ? word : lemma)
}

const UNCHANGED = new Set(["VBD", "VBN", "NNS"])
const VERB_TAGS = new Set(["VBD", "VBN", "VBG", "VBZ"])
