// From a word as it stands to the forms that a lexicon may list it under: “stopped” → “stop”. Spelling alone decides
// what is possible; which of the possible forms is a word, the lexicon that is asked knows.

/** Base by inflected form, for what no rule of spelling gives: “shot” → “shoot”, “crises” → “crisis”. */
export type IrregularForms = ReadonlyMap<string, string>

export const NO_IRREGULAR: IrregularForms = new Map()

/**
 * The possible base forms of `form`, likeliest first, in small letters: the irregular one, what the endings allow,
 * and the form itself. `lemma` is what the reader takes for the base form; it goes before what spelling allows.
 *
 * baseForms("stopped", "VBD", "stopp", irregular) is ["stopp", "stopp", "stop", "stoppe", "stopped"] without repeats.
 */
export function baseForms(
  form: string,
  xpos: string,
  lemma: string | null,
  irregular: IrregularForms,
): readonly string[] {
  const word = form.toLowerCase().replaceAll("’", "'")
  const known = irregular.get(word)
  const isVerb = xpos.startsWith("VB") || xpos === "JJ"
  const candidates = [
    ...(known === undefined ? [] : [known]),
    ...(lemma === null ? [] : [lemma.toLowerCase()]),
    ...(isVerb ? verbBases(word) : []),
    ...(xpos.startsWith("NN") || xpos === "VBG" ? nounBases(word) : []),
    word,
  ]
  return [...new Set(candidates)].filter((one) => one.length > 1)
}

/** “carried” → “carry”, “stopped” → “stop”, “charged” → “charge”, “bombed” → “bomb”; the same for -ing and -s. */
function verbBases(word: string): readonly string[] {
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (word.endsWith("ed")) return stems(word.slice(0, -2))
  // “lying”, “dying”
  if (word.endsWith("ying")) return [...stems(word.slice(0, -3)), `${word.slice(0, -4)}ie`]
  if (word.endsWith("ing")) return stems(word.slice(0, -3))
  return word.endsWith("s") ? pluralBases(word) : []
}

function nounBases(word: string): readonly string[] {
  // “gunmen”, “policewomen”
  if (word.endsWith("men")) return [`${word.slice(0, -3)}man`]
  return word.endsWith("s") ? pluralBases(word) : []
}

function pluralBases(word: string): readonly string[] {
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  return word.endsWith("ss") ? [] : [word.slice(0, -1)]
}

/** What may stand before an ending: “stopp” → “stop”, “charg” → “charge”, “bomb”. “hoped” is of “hope”: of “hop” it would be “hopped”. */
function stems(stem: string): readonly string[] {
  if (/([b-df-hj-np-tv-z])\1$/.test(stem)) return [stem, stem.slice(0, -1), `${stem}e`]
  const endsShort = /^[^aeiou]*[aeiouy][b-df-hj-np-tvz]$/.test(stem)
  return endsShort ? [`${stem}e`, stem] : [stem, `${stem}e`]
}
