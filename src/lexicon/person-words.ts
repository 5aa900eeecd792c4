// Which words of a report are names of persons, before anything else is known of it. In: its words. Out: given names and
// surnames. Sure cases only: a given name with what follows it, a title with what follows it, and those surnames
// wherever else they stand. A name that is missed is seen as it stands.
import type { BaseWords } from "./base-words.ts"
import type { GivenNames } from "./given-names.ts"
import {
  goesOnBehindHyphen,
  isCommon,
  isInflected,
  isNameLike,
  isOtherWord,
  isParticle,
  isPlaceWord,
  isTitle,
  type PersonPart,
} from "./name-words.ts"
import { unheardPersons } from "./unheard-persons.ts"

export interface PersonWordNeeds {
  readonly givenNames: GivenNames
  readonly baseWords: BaseWords
  /** Whether a word is the name of a country, party or the like: “India” is a given name too. */
  readonly isName: (word: string) => boolean
  /**
   * Whether a word is known for the surname of somebody in the news and for no place; one that is a common word too only
   * of those in the greatest offices: “Trump”.
   */
  readonly isSurname: (word: string, isCommon: boolean) => boolean
  /** Whether no table has it for a place or for anybody but a person. */
  readonly isUnheard: (word: string) => boolean
}

interface Asked extends PersonWordNeeds {
  /** Whether a word may be somebody's name with nobody introducing it; looked up once a report. */
  readonly isBare: (word: string) => boolean
}

/** By the word's index. Linear. */
export function personWords(
  words: readonly string[],
  tables: PersonWordNeeds,
): ReadonlyMap<number, PersonPart> {
  const needs: Asked = {
    ...tables,
    isBare: remembered((word) => tables.isSurname(word, isCommon(word, tables.baseWords))),
  }
  const found = new Map<number, PersonPart>()
  const alone = new Map<string, PersonPart>()
  for (let index = 0; index < words.length; index += 1) {
    const first = beginning(words, index, needs)
    if (first === null) continue
    const end = endOfName(words, index, needs)
    if (
      first === "bare"
        ? !isBareName(words, { from: index, to: end }, needs)
        : end - index === 1 && first === "given"
    )
      continue
    if (isPlaceWord(words[end] ?? "") || hasPlaceWord(words, index, end)) {
      index = end
      continue
    }
    // “Moon Jae-in”: what goes on behind a hyphen at the end is a given name, and the family's stands first.
    const surname = isNameLike(words[end - 1]!) ? end - 1 : index
    for (let word = index; word < end; word += 1) {
      if (!isNameLike(words[word]!)) continue
      const isSurname = word === surname
      const part: PersonPart = `${first === "bare" ? "bare " : ""}${isSurname ? "surname" : "given"}`
      found.set(word, part)
      if (isSurname && !(first === "bare" && alone.has(words[word]!))) alone.set(words[word]!, part)
      else if (!alone.has(words[word]!) && !isCommon(words[word]!, needs.baseWords))
        alone.set(words[word]!, part)
    }
    index = end - 1
  }
  for (const [word, part] of unheardPersons(
    words,
    remembered((word) => isUnheard(word, tables)),
  ))
    if (!alone.has(word)) alone.set(word, part)
  for (const [index, word] of words.entries()) {
    const part = alone.get(word)
    const isOpen = !found.has(index) || found.get(index) === "bare surname"
    if (part !== undefined && isOpen && !isOtherWord(word)) found.set(index, part)
  }
  return found
}

function beginning(
  words: readonly string[],
  index: number,
  needs: Asked,
): "given" | "titled" | "bare" | null {
  const { givenNames, baseWords, isName } = needs
  const word = words[index]!
  if (!isNameLike(word) || isPlaceWord(word) || isTitle(word)) return null
  const next = words[index + 1] ?? ""
  // “Israel Katz”
  if (
    isName(word) &&
    !(givenNames.has(word.toLowerCase()) && isNameLike(next) && !isName(next) && needs.isSurname(next, true))
  )
    return null
  const before = (words[index - 1] ?? "").replace(/\.$/, "")
  // “prime minister Aksoy”, but “the officer Monday”.
  const isTitled =
    isTitle(before) && (/^\p{Lu}/u.test(before) || !(isCommon(word, baseWords) || isOtherWord(word)))
  // “President Trump met”; in the headline “President Rules Out Talks” the next word has a capital too.
  if (isTitled && (!isCommon(word, baseWords) || !/^\p{Lu}/u.test(words[index + 1] ?? ""))) return "titled"
  if (isName(`${word} ${words[index + 1] ?? ""}`) || isName(`${words[index - 1] ?? ""} ${word}`)) return null
  // “police commander Said Juma”: within a sentence a capital makes it a name.
  if (word === "Said" && /^\p{Ll}+$/u.test(before) && isNameLike(next)) return "given"
  const isOther = isOtherWord(word) || isParticle(word)
  if (isOther) return null
  if (givenNames.has(word.toLowerCase())) return "given"
  return needs.isBare(word) ? "bare" : null
}

// “Staffan de Mistura”, “John F. Kennedy”, “Moon Jae-in”: names, initials, and particles before another name; at most six words, the last of them a name.
function endOfName(words: readonly string[], from: number, { givenNames, isName }: PersonWordNeeds): number {
  const isGiven = (word: string): boolean => givenNames.has(word.toLowerCase()) && isNameLike(word)
  let end = from + 1
  for (let index = from + 1; index < words.length && index < from + 6; index += 1) {
    const word = words[index]!
    if (isName(word) || isPlaceWord(word) || isTitle(word)) break
    if (isOtherWord(word) && word !== "May") break
    // “Debra Perlingiere Priscilla, please …”: the next name begins; “Mary Jane Watson” is one.
    const isNext = isGiven(word) && end === index && !isGiven(words[index - 1]!)
    if (isNext && !goesOnBehindHyphen(words, index - 2)) break
    if (isNameLike(word)) end = index + 1
    else if (end === index && goesOnBehindHyphen(words, index)) {
      end = index + 2
      index += 1
    } else if (!/^\p{Lu}\.?$/u.test(word) && !isParticle(word)) break
  }
  return end
}

/** Nobody introduces them, and neither before nor behind them is another name: “Lavrov said”, not “Lavrov Tower” nor “Staffan de Mistura”. */
function isBareName(
  words: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  { givenNames, isBare }: Asked,
): boolean {
  const isPartOfName = (word = ""): boolean => word === "-" || isParticle(word) || isNameLike(word)
  if (isPartOfName(words[from - 1]) || isPartOfName(words[to])) return false
  return words.slice(from, to).every((word) => givenNames.has(word.toLowerCase()) || isBare(word))
}

/** In the name or right before it. */
function hasPlaceWord(words: readonly string[], from: number, end: number): boolean {
  return words.slice(Math.max(0, from - 1), end).some((word) => isPlaceWord(word) && !isTitle(word))
}

function isUnheard(word: string, { baseWords, isName, isUnheard: isInNoTable }: PersonWordNeeds): boolean {
  if (!isNameLike(word) || isPlaceWord(word) || isTitle(word) || isOtherWord(word)) return false
  return !isInflected(word, baseWords) && !isName(word) && isInNoTable(word)
}

/** The same answers, each looked up once. */
function remembered(asked: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word) ?? asked(word)
    known.set(word, answer)
    return answer
  }
}
