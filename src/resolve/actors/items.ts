// What the lexicon knows of the words of a phrase. In: words. Out: names and nouns, the longest first, none across
// another. What the phrase says as a whole is `describe.ts`.
import {
  type ActorLexicon,
  type ActorRow,
  type Country,
  findNoun,
  foldName,
  holdsOn,
  longestFrom,
  meaningsOf,
  type NameMeaning,
  type NounMeaning,
} from "../../lexicon/index.ts"
import { isAcronym, shareWord } from "./full-names.ts"
import { isCountry } from "./is-country.ts"
import type { Setting } from "./setting.ts"
import type { Word } from "./words.ts"

/** Words from `from` to `to`, half-open. */
interface Range {
  readonly from: number
  readonly to: number
}

export type Noun = NounMeaning & { readonly isPlural: boolean }

export type Item = Range &
  (
    | { readonly kind: "row"; readonly row: ActorRow }
    | { readonly kind: "country" | "seat" | "region"; readonly country: Country }
    /** `isPlural`: “Syrians”, the people; else “Syrian”. */
    | { readonly kind: "demonym"; readonly country: Country; readonly isPlural: boolean }
    /** `row`: the best known bearer of the noun: the Congress of the United States for “Congress”. */
    | { readonly kind: "noun"; readonly noun: Noun; readonly row: ActorRow | null }
  )

/** Looks at each word once, with as many after it as the longest name has that begins with it. */
export function findItems(words: readonly Word[], lexicon: ActorLexicon, setting: Setting): readonly Item[] {
  const items: Item[] = []
  for (let from = 0; from < words.length; ) {
    const item = itemAt(words, from, lexicon, setting)
    if (item !== null) items.push(item)
    from = item?.to ?? from + 1
  }
  return items
}

function itemAt(words: readonly Word[], from: number, lexicon: ActorLexicon, setting: Setting): Item | null {
  const { whole, folded } = words[from]!
  // A plural stands in no index: “soldiers”.
  const longest = Math.max(1, longestFrom(lexicon, whole), longestFrom(lexicon, folded))
  for (let to = Math.min(words.length, from + longest); to > from; to--) {
    const range = { from, to }
    const start = words.slice(from, to - 1).map(({ whole }) => whole)
    const last = words[to - 1]!
    for (const end of last.folded === last.whole ? [last.folded] : [last.whole, last.folded]) {
      const item = itemNamed([...start, end].join(" "), words, range, lexicon, setting)
      if (item !== null) return item
    }
  }
  return null
}

function itemNamed(
  folded: string,
  words: readonly Word[],
  range: Range,
  lexicon: ActorLexicon,
  setting: Setting,
): Item | null {
  const meaning = nameMeant(folded, words, range, lexicon, setting)
  const printed = words.slice(range.from, range.to)
  const noun = findNoun(
    lexicon,
    folded,
    (spelling, isUsers) => isUsers || hasCapitalsOf(spelling, printed, false),
  )
  if (
    noun !== null &&
    (meaning === null || (meaning.as === "row" && meaning.row.kind === "organization" && !noun.isPlural))
  )
    return { ...range, kind: "noun", noun, row: meaning?.as === "row" ? meaning.row : null }
  if (meaning !== null) return isOfContinent(words, range) ? null : fromName(meaning, range)
  // “Syrians”, “Swedes”.
  const people = folded.endsWith("s") ? nameMeant(folded.slice(0, -1), words, range, lexicon, setting) : null
  return people?.as === "demonym"
    ? { ...range, kind: "demonym", country: people.country, isPlural: true }
    : null
}

/** “South American leaders” are not of the United States. */
function isOfContinent(words: readonly Word[], { from, to }: Range): boolean {
  const before = words[from - 1]
  return (
    to - from === 1 &&
    /^americans?$/.test(words[from]!.folded) &&
    before?.isCapital === true &&
    /^(?:south|central|latin|north)$/.test(before.folded)
  )
}

function fromName(meaning: NameMeaning, range: Range): Item {
  if (meaning.as === "row") return { ...range, kind: "row", row: meaning.row }
  if (meaning.as === "demonym")
    return { ...range, kind: "demonym", country: meaning.country, isPlural: false }
  return { ...range, kind: meaning.as, country: meaning.country }
}

/** Of several that bear a name the one of the country the report is about: “ABC” in Sydney, “Georgia” in Atlanta; else the first of the lexicon. */
function nameMeant(
  folded: string,
  words: readonly Word[],
  range: Range,
  lexicon: ActorLexicon,
  setting: Setting,
): NameMeaning | null {
  const { isUsers, found } = meantInFull(folded, words[range.from]!, lexicon, setting)
  const fitting = found.filter(
    ({ spelling, meaning }) =>
      hasCapitalsOf(spelling, words.slice(range.from, range.to), isUsers) &&
      !(
        meaning.as === "row" &&
        meaning.row.sector === "JRN" &&
        (goesOn(words, range) || endsName(words, range, lexicon))
      ),
  )
  const meanings = fitting.map(({ meaning }) => meaning)
  if (meanings.length < 2) return meanings[0] ?? null
  const inForce = meanings.filter((meaning) => meaning.as !== "row" || holdsOn(meaning.row, setting.date))
  for (const country of setting.countries) {
    const meant = inForce.find(
      (meaning) => (meaning.as === "row" ? meaning.row.country : meaning.country.code) === country,
    )
    if (meant !== undefined) return meant
  }
  // “RSF”, of a report that does not name Sudan: a body of the whole world.
  const ofNone = inForce.find((meaning) => meaning.as === "row" && !isCountry(meaning.row.country))
  return ofNone ?? inForce[0] ?? meanings[0]!
}

/** Initials as the report itself prints them in full: what is called otherwise in full is not meant. */
function meantInFull(
  folded: string,
  { text }: Word,
  lexicon: ActorLexicon,
  { fullNames }: Setting,
): ReturnType<typeof meaningsOf> {
  const meant = meaningsOf(lexicon, folded)
  const names = meant.isUsers || !isAcronym(text) ? [] : (fullNames.get(folded) ?? [])
  if (names.length === 0) return meant
  const known = names.flatMap((name) => meaningsOf(lexicon, name).found)
  if (known.length > 0) return { isUsers: false, found: known }
  const fits = ({ meaning }: (typeof meant.found)[number]): boolean =>
    meaning.as !== "row" ||
    [meaning.row.name, ...meaning.row.aliases].some((each) =>
      names.some((name) => shareWord(foldName(each), name)),
    )
  return { isUsers: false, found: meant.found.filter(fits) }
}

const PICTURES = /^(?:footage|cameras?|images?|videos?|recordings?)$/

/** “The Atlantic” of “the Atlantic States Community”: not the paper; “CCTV footage”: not the broadcaster. */
function goesOn(words: readonly Word[], { from, to }: Range): boolean {
  const next = words[to]
  if (words[from]!.folded === "cctv" && next !== undefined && PICTURES.test(next.folded)) return true
  return words[from]!.folded === "the" && next?.isCapital === true && !next.isParted
}

/** “the Calyx *Dawn*”: the end of another name, not the paper; but “Pakistan's Dawn”, “the Pakistani Dawn”. */
function endsName(words: readonly Word[], { from, to }: Range, lexicon: ActorLexicon): boolean {
  const [before, word] = [words[from - 1], words[from]!]
  if (to - from > 1 || before === undefined || isAcronym(word.text)) return false
  if (!before.isCapital || before.isPossessive || word.isParted || before.folded === "the") return false
  return !meaningsOf(lexicon, before.folded).found.some(({ meaning }) => meaning.as !== "row")
}

/** “WHO” is not “who”, “Time” not “time”, “the House” not “the house”; users write names in any way. */
function hasCapitalsOf(spelling: string, words: readonly Word[], isUsers: boolean): boolean {
  if (isUsers) return words[0]!.isCapital || /^\p{Ll}/u.test(spelling)
  if (/^[A-Z0-9.&]{2,7}$/.test(spelling))
    return words.every(({ text }) => !/\p{Ll}/u.test(text.replace(/['’]s$/u, "")))
  const spelled = spelling.split(/[\s-]+/)
  return words.every(({ isCapital }, index) => isCapital || /^\p{Ll}/u.test(spelled[index] ?? "a"))
}
