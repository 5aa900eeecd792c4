// Which language a report is in, as far as it matters: English or not. In: text, what the page says. Out: BCP 47.

// Frequent English words, most of which are words of no other language.
const ENGLISH = new Set(
  "the of and to that for with said are by have has from his at it not be this will who their they but which been were would an had after about more its we you i her she there when what also".split(
    " ",
  ),
)

/** Words that many languages share with English spelling; they count for nobody. */
const SHARED = new Set("a in on as is he me do no was so".split(" "))

/** Words to look at; the first thousand tell as well as all. */
const MAX_WORDS = 1000
/** Fewer words than this are not judged. */
const MIN_WORDS = 12
/** Of the 37 pages of shared/pages those in English prose have .21 to .39 of such words, those in others up to .01 (2026-11-24). */
const MIN_ENGLISH = 0.12
/** The same of a few sentences, of which chance leaves some without: “Opposition parties alleged fraud in Sunday's election.” */
const MIN_ENGLISH_OF_FEW = 0.06
const FEW_WORDS = 60
/** The same where the page itself says that it is in English: a recipe, a list of winners has few such words. */
const MIN_STATED_ENGLISH = 0.04

/**
 * "en" (or what the page states, such as "en-GB") for English text; for other
 * text the page's language when it states another one, else "und". Text too short
 * to tell is taken at the page's word, and as "und" where there is none.
 */
export function findLanguage(text: string, stated: string | null): string {
  const declared = normalizeTag(stated)
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}’']+/gu)
      ?.slice(0, MAX_WORDS) ?? []
  if (words.length < MIN_WORDS) return declared ?? "und"
  let english = 0
  let counted = 0
  for (const word of words) {
    if (SHARED.has(word)) continue
    counted++
    if (ENGLISH.has(word)) english++
  }
  const unstated = counted < FEW_WORDS ? MIN_ENGLISH_OF_FEW : MIN_ENGLISH
  const least = declared?.startsWith("en") === true ? MIN_STATED_ENGLISH : unstated
  const isEnglish = counted > 0 && english / counted >= least
  if (isEnglish) return declared?.startsWith("en") === true ? declared : "en"
  return declared === null || declared.startsWith("en") ? "und" : declared
}

/** "en_US" → "en-US"; null for what is no language tag. */
function normalizeTag(tag: string | null): string | null {
  const match = /^\s*([a-z]{2,3})(?:[-_]([a-z]{2}|\d{3}))?\b/i.exec(tag ?? "")
  if (match === null) return null
  const language = (match[1] as string).toLowerCase()
  return match[2] === undefined ? language : `${language}-${match[2].toUpperCase()}`
}
