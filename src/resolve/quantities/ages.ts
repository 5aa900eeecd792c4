// How old somebody is. In: the words of a sentence and the number. Out: the words of the age with its unit, or null.
//
//   33-year-old   aged 25   at the age of 99   Adamowicz, 53,   She was 26   between the ages of 14 and 18
import type { ReadNumber } from "./numbers.ts"
import type { SentenceWords } from "./sentence-words.ts"
import type { FoundUnit } from "./units.ts"

export interface FoundAge {
  readonly from: number
  readonly to: number
  readonly unit: string
}

const OLDEST = 125

/** `unit` is the unit of time right after the number, if any. */
export function findAge(words: SentenceWords, number: ReadNumber, unit: FoundUnit | null): FoundAge | null {
  const { from, to } = number
  if (unit?.sort === "duration") {
    const old = wordsOfAge(words, unit.to)
    if (old !== null) return { from, to: old, unit: unit.unit }
    const before = ageBefore(words, from)
    return before === null ? null : { from: before, to: unit.to, unit: unit.unit }
  }
  if (unit !== null || number.form !== "cardinal" || (number.low ?? OLDEST) >= OLDEST) return null
  const before = ageBefore(words, from)
  if (before !== null) return { from: before, to, unit: "year" }
  return isBesideName(words, number) || isSaidOf(words, number) ? { from, to, unit: "year" } : null
}

/** The end of “-old”, “ old”, “ olds”, “ of age” after a unit. */
function wordsOfAge(words: SentenceWords, at: number): number | null {
  const old = words.form(at) === "-" ? at + 1 : at
  if (/^olds?$/.test(words.form(old))) return old + 1
  return words.form(at) === "of" && words.form(at + 1) === "age" ? at + 2 : null
}

// “aged around 40”, “the age of about 12”
const BETWEEN = new Set([
  "about",
  "around",
  "approximately",
  "roughly",
  "over",
  "above",
  "under",
  "of",
  "from",
  "between",
  "nearly",
])

/** The first of the words that make the number an age: “aged”, “age of”, “the ages of”. */
function ageBefore(words: SentenceWords, from: number): number | null {
  let index = from - 1
  while (BETWEEN.has(words.form(index))) index -= 1
  return /^(?:aged|age|ages)$/.test(words.form(index)) ? index : null
}

/** “Adamowicz, 53, died”, “his brother (22)”, “Fields, now 22,” */
function isBesideName(words: SentenceWords, { from: number, to, high }: ReadNumber): boolean {
  const from = words.form(number - 1) === "now" ? number - 1 : number
  const opening = words.form(from - 1)
  const closing = words.form(to)
  if (high !== null || to - number !== 1 || !/^\d{1,3}$/.test(words.form(number))) return false
  if (opening === "(" ? closing !== ")" : opening !== "," || !/^(?:,|\.|;|and|–|—)?$/.test(closing))
    return false
  const { tree } = words
  const { upos, xpos } = tree.at(from - 2)
  if (from - 2 < words.from || !/^\p{L}/u.test(words.form(from - 2))) return false
  // “Adamowicz, 53,” but not “on Friday, 53,” nor “killed 12, 53 were”.
  if (upos === "PROPN" && opening === "," && isFullName(words, from - 2)) return true
  return (upos === "PROPN" || xpos === "NN") && tree.headOf(number) !== null && isOfPerson(words, number)
}

/** “killed *Ana Kovac*, 32, and wounded”, where the tree makes of the age whatever it can. */
function isFullName({ tree, written, from }: SentenceWords, last: number): boolean {
  const isName = (word: number): boolean =>
    word >= from && tree.at(word).upos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(written(word))
  return isName(last) && isName(last - 1)
}

function isOfPerson({ tree }: SentenceWords, from: number): boolean {
  const { relation } = tree.at(from)
  return /^(?:appos|nummod|nmod:unmarked|obl:unmarked|amod|acl|nmod|flat|dep|parataxis)/.test(relation)
}

const PERSONS = new Set(["he", "she"])

/** “She was 26”, “when he was 18”, “dies at 95” */
function isSaidOf(words: SentenceWords, { from, to, low, high }: ReadNumber): boolean {
  if (high !== null) return false
  const { tree } = words
  const subject = tree.childrenBy(from, "nsubj")[0]
  if (
    subject !== undefined &&
    tree.childrenBy(from, "cop").length > 0 &&
    tree.childrenBy(from, "nmod").length === 0
  ) {
    return PERSONS.has(words.form(subject)) || (tree.at(subject).upos === "PROPN" && (low ?? 0) > 5)
  }
  const verb = tree.headOf(from)
  const isAfterAt = words.form(from - 1) === "at" && (to >= words.to || /^[.,;]?$/.test(words.form(to)))
  return isAfterAt && verb !== null && /^d(?:ie[sd]?|ying)$/.test(words.form(verb))
}
