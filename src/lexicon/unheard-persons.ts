// Persons whom no table knows, found by what they do. In: the words of a report. Out: names of persons by the word. A
// name that never does in the report what persons alone do is not found.
import { isNameLike, isTitle, type PersonPart } from "./name-words.ts"

// What only persons do: “Waseema confessed”; bodies that do the like are known, or have more words.
const DEEDS = new Set(
  (
    "said told wrote tweeted added recalled confessed wept testified resigned explained admitted denied claimed argued warned criticised criticized described called thanked " +
    "apologized apologised replied responded cited accused defended praised wondered insisted died married pleaded"
  ).split(" "),
)

// “Pierluisi's oath”, “Rojda's office”.
const BELONGINGS = new Set(
  (
    "mother father wife husband son daughter brother sister family lawyer lawyers attorney attorneys death murder killing body spokesman spokeswoman campaign administration " +
    "supporters office oath remarks comments arrest resignation widow parents burial funeral"
  ).split(" "),
)

// “the Socoolas family”, “the Biden campaign”.
const NAMED_AFTER = new Set("family campaign administration camp trial case affair murder killing".split(" "))

const MOST_WORDS = 4

/** `isUnheard`: whether a word may be a name and no table has it; asked often. Linear. */
export function unheardPersons(
  words: readonly string[],
  isUnheard: (word: string) => boolean,
): ReadonlyMap<string, PersonPart> {
  const found = new Map<string, PersonPart>()
  for (let index = 0; index < words.length; index += 1) {
    if (!isUnheard(words[index]!) || isNameLike(words[index - 1] ?? "")) continue
    let end = index + 1
    while (end < index + MOST_WORDS && isUnheard(words[end] ?? "")) end += 1
    if (isNameLike(words[end] ?? "") || !isPersonal(words, index, end)) continue
    const isFull = end > index + 1
    for (const word of words.slice(index, end - 1)) found.set(word, isFull ? "given" : "bare given")
    found.set(words[end - 1]!, isFull ? "surname" : "bare surname")
    index = end - 1
  }
  return found
}

function isPersonal(words: readonly string[], from: number, end: number): boolean {
  const before = words[from - 1]?.toLowerCase()
  const [next = "", after = ""] = words.slice(end, end + 2)
  if (before === "the") return end === from + 1 && NAMED_AFTER.has(next)
  if (DEEDS.has(next) || before === "named") return true
  if (/^['’]s?$/.test(next)) return BELONGINGS.has(after)
  // “Sudesh Amir, who …”, “Jorvo Hatike, a spokesman”
  return end > from + 1 && next === "," && (isTitle(after) || /^(?:who|an?|the)$/.test(after))
}
