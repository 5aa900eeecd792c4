// What a regular form is a form of. In: a word, its tag, the lemma that the network's rule gives. Out: that lemma when it
// is a word at all, else the one that spelling and the lists allow: “scheduled” is no form of “schedul”.
import type { BaseWords } from "../../lexicon/index.ts"

/** The lemma, in small letters when it was mended. Constant time. */
export function mendLemma(lemma: string, form: string, xpos: string, { verbs, nouns }: BaseWords): string {
  const known = VERB_TAGS.has(xpos) ? verbs : xpos === "NNS" ? nouns : null
  if (known === null || known.has(lemma)) return lemma
  const word = form.toLowerCase()
  const bases = xpos === "NNS" || xpos === "VBZ" ? singulars(word) : verbBases(word)
  return bases.find((base) => known.has(base)) ?? lemma
}

const VERB_TAGS = new Set(["VBD", "VBN", "VBG", "VBZ"])

/** “carried” → “carry”, “stopped” → “stop”, “hoped” → “hope”, “bombed” → “bomb”; the same for -ing. */
function verbBases(word: string): readonly string[] {
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (word.endsWith("ed")) return stems(word.slice(0, -2))
  // “lying”, “dying”
  if (word.endsWith("ying")) return [...stems(word.slice(0, -3)), `${word.slice(0, -4)}ie`]
  return word.endsWith("ing") ? stems(word.slice(0, -3)) : []
}

/** “countries”, “boxes”, “missiles”. */
function singulars(word: string): readonly string[] {
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  return word.endsWith("s") && !word.endsWith("ss") ? [word.slice(0, -1)] : []
}

/** What may stand before an ending. “hoped” is of “hope”: of “hop” it would be “hopped”. */
function stems(stem: string): readonly string[] {
  if (/([b-df-hj-np-tv-z])\1$/.test(stem)) return [stem, stem.slice(0, -1), `${stem}e`]
  const endsShort = /^[^aeiou]*[aeiouy][b-df-hj-np-tvz]$/.test(stem)
  return endsShort ? [`${stem}e`, stem] : [stem, `${stem}e`]
}
