// Words that the network must not tell apart: which country, person, party or outlet it is, and he from she. In: the
// words of a report. Out: for each word the one that the network sees in its place, and which are one name, so that
// what is read does not depend on who it is about. The text itself is never changed.
import type { TokenRange } from "../schema/positions.ts"
import { baseForms, NO_IRREGULAR } from "./base-forms.ts"
import type { BaseWords } from "./base-words.ts"
import type { Country } from "./countries.ts"
import type { GivenNames } from "./given-names.ts"
import type { PersonPart } from "./name-words.ts"
import { personWords } from "./person-words.ts"
import {
  FAITHS,
  GENDERS,
  GIVEN_NAMES,
  LETTERS,
  NATIONS,
  OUTLETS,
  PARTIES,
  PEOPLES,
  type Series,
  SURNAMES,
} from "./stand-in-series.ts"
import { fullNames, type Seen, type WholeName } from "./whole-names.ts"

/** What the network sees of a report's words. Linear. */
export type StandIns = (words: readonly string[]) => Seen

export interface StandInNeeds {
  readonly countries: readonly Country[]
  /** Names of papers, agencies and channels: “Xinhua”, “The Guardian”. */
  readonly outlets: readonly string[]
  readonly givenNames: GivenNames
  readonly baseWords: BaseWords
  readonly isSurname: (word: string, isCommon: boolean) => boolean
  /** Whether no table has it for a place or for anybody but a person. */
  readonly isUnheard: (word: string) => boolean
  /** Whether letters are known for a body: “CIA”. */
  readonly isBody: (word: string) => boolean
}

// Of one sort (nations, parties …) each name, of one word or several and in one of its forms, is that form of the name
// whose turn it is: the first party that a report names is Democrats, the second Republicans.
interface Known {
  readonly series: Series
  readonly key: string
  readonly form: string
}

type Forms = Readonly<Record<string, readonly string[]>>

// Who stands without a given name takes the names from the other end, so that the persons whom a report introduces are
// seen as they are without them.
const PERSONS: Readonly<Record<PersonPart, Series>> = {
  given: GIVEN_NAMES,
  surname: SURNAMES,
  "bare given": GIVEN_NAMES.toReversed(),
  "bare surname": SURNAMES.toReversed(),
}

// Names and other words alike: “Jordan said”, “Georgia” is a state of the United States too.
const AMBIGUOUS = new Set(["Chad", "Congo", "Georgia", "Jordan", "Victoria"])

/** A country's place in the series is that of its first mention: two that a report names stay two. */
export function parseStandIns({ countries, outlets, ...needs }: StandInNeeds): StandIns {
  const known = new Map<string, Known>()
  const add = (series: Series, groups: readonly Forms[]): void => {
    for (const [number, forms] of groups.entries()) {
      for (const [form, words] of Object.entries(forms)) {
        for (const word of words) known.set(word, { series, key: String(number), form })
      }
    }
  }
  for (const { names, series } of [PARTIES, FAITHS, PEOPLES]) add(series, names)
  add(
    OUTLETS,
    outlets.map((name) => formsOfOutlet(name, needs.baseWords)),
  )
  add(NATIONS, countries.map(formsOfCountry))
  const regions = new Set(countries.flatMap((country) => country.regions))
  const genders = new Map(
    GENDERS.flatMap(([word, standIn]) => [
      [word, standIn],
      [capitalized(word), capitalized(standIn)],
    ]),
  )
  return (words) => standInsOf(words, { known, regions, genders, ...needs })
}

interface Tables extends Omit<StandInNeeds, "countries" | "outlets"> {
  /** “the Guardian” with its article, where it is a word besides; other names without. */
  readonly known: ReadonlyMap<string, Known>
  /** Parts of countries: “Montana”, which is a given name too. */
  readonly regions: ReadonlySet<string>
  readonly genders: ReadonlyMap<string, string>
}

function standInsOf(words: readonly string[], { known, regions, genders, ...needs }: Tables): Seen {
  const turns = new Map<Series, Map<string, number>>()
  const nameOf = ({ series, key, form }: Known): string => {
    const ofSort = turns.get(series) ?? new Map<string, number>()
    turns.set(series, ofSort)
    const turn = ofSort.get(key) ?? ofSort.size
    ofSort.set(key, turn)
    return series[turn % series.length]![form]!
  }
  const isName = (word: string): boolean => known.has(word) || regions.has(word)
  const people = personWords(words, { ...needs, isName })
  const out = [...words]
  const names: WholeName[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    const part = people.get(index)
    const found = part === undefined ? longest(words, index, known) : null
    if (part !== undefined) {
      out[index] = nameOf({ series: PERSONS[part], key: word.toLowerCase(), form: "name" })
    } else if (found !== null) {
      const { from, to, name } = found
      const isPeople = name.form === "state" && isBeforeBearer(words, found, { ...needs, people })
      const seen = nameOf(isPeople ? { ...name, form: "people" } : name)
      const hasArticle =
        !isPeople && WITH_ARTICLE.has(name.form) && hasOwnArticle(words, from, to, needs.baseWords)
      const first = hasArticle ? from - 1 : from
      if (to - first > 1)
        names.push({ from: first, to, anchor: to - 1, seen, hasArticle, relation: "compound" })
      if (to - from === 1) out[from] = seen
      // “the United States' troops” is seen as “America's troops”.
      if (/^['’]$/.test(words[to] ?? "") && words[to - 1]!.endsWith("s") && !seen.endsWith("s"))
        out[to] = "'s"
      index = to - 1
    } else if (isLetters(words, index, needs.isBody))
      out[index] = nameOf({ series: LETTERS, key: word, form: "name" })
    // “giving Syria S-300 systems” is seen as “giving Syria's - 300 systems” else: the network reads small letters.
    else if (word === "S" && words[index + 1] === "-") out[index] = "F"
    else if (/^her$/i.test(word))
      out[index] = capitalizedAs(word, isBeforeOwned(words[index + 1]) ? "his" : "him")
    else if (out[index] === word) out[index] = genders.get(word) ?? word
  }
  const persons = fullNames(words, people).map(
    ({ from, to, surname }): WholeName => ({
      from,
      to,
      anchor: from,
      seen: out[surname]!,
      hasArticle: false,
      relation: "flat",
    }),
  )
  return { words: out, names: [...names, ...persons].sort((one, other) => one.from - other.from) }
}

/** Forms that have an article now and then: “the US”, “the BBC”. */
const WITH_ARTICLE = new Set(["state", "name"])

/** “the CIA”, “Syrian Democratic Forces (SDF)”: letters that the tables have for a body, or that follow the name that they abbreviate. */
function isLetters(words: readonly string[], index: number, isBody: (word: string) => boolean): boolean {
  const word = words[index]!
  if (!/^\p{Lu}{3,5}$/u.test(word)) return false
  if (isBody(word)) return true
  const isInBrackets = words[index - 1] === "(" && words[index + 1] === ")"
  return (
    isInBrackets &&
    /^\p{Lu}\p{Ll}+/u.test(words[index - 2] ?? "") &&
    words[index - 2]!.startsWith(word.at(-1)!)
  )
}

/** “Xinhua”, “Fox News”; “The Guardian” wherever it has an article. */
function formsOfOutlet(name: string, baseWords: BaseWords): Forms {
  const words = name.split(" ")
  if (!words.every((word) => /^\p{Lu}[\p{L}]+$/u.test(word))) return {}
  if (words[0] === "The") return { name: [words.length === 2 ? `the ${words[1]}` : words.slice(1).join(" ")] }
  const isWord = baseWords.nouns.has(name.toLowerCase()) || baseWords.verbs.has(name.toLowerCase())
  return words.length === 1 && isWord ? {} : { name: [name] }
}

function formsOfCountry({ names, demonyms, seats }: Country): Forms {
  const single = (words: readonly string[]): readonly string[] =>
    words.filter(
      (word) => /^\p{Lu}[\p{L}-]{2,}$/u.test(word) && !isAbbreviation(word) && !AMBIGUOUS.has(word),
    )
  const several = (words: readonly string[]): readonly string[] =>
    words.filter((name) =>
      /^\p{Lu}[\p{L}-]+ (?:(?:of|and|the|\p{Lu}[\p{L}-]+) )*\p{Lu}[\p{L}-]+$/u.test(name),
    )
  // “North Korean”, “Saudi Arabian”; not “Native American”.
  const firstWord = (words: string): string => words.slice(0, words.indexOf(" "))
  const severalPeople = several(demonyms).filter((people) =>
    several(names).some((name) => firstWord(name) === firstWord(people)),
  )
  return {
    // “Turkey”, “US”, “Saudi Arabia”.
    state: [...single(names), ...[...names, ...demonyms].filter(isAbbreviation), ...several(names)],
    people: [...single(demonyms), ...severalPeople],
    // “Israelis”, “Turks”, “South Koreans”; “Chinese” and “French” have no plural.
    plural: [...single(demonyms), ...severalPeople]
      .filter((word) => /(?:[^s]n|[ikb])$/.test(word))
      .map((word) => `${word}s`),
    seat: [...single(seats), ...several(seats)],
  }
}

// “Democratic Republic of the Congo”
const MOST_WORDS = 5

/** The longest name that begins here, or behind the article here. */
function longest(
  words: readonly string[],
  index: number,
  known: ReadonlyMap<string, Known>,
): (TokenRange & { readonly name: Known }) | null {
  const word = words[index]!
  const article = isArticle(word) ? known.get(`the ${words[index + 1]}`) : undefined
  if (article !== undefined) return { from: index + 1, to: index + 2, name: article }
  if (!/^\p{Lu}/u.test(word)) return null
  for (let to = Math.min(index + MOST_WORDS, words.length); to > index; to -= 1) {
    const name = known.get(words.slice(index, to).join(" "))
    if (name !== undefined) return { from: index, to, name }
  }
  return null
}

/** “US troops”, “the US military”, “the US Senate”, but not “the US strikes” or “the US said”, where a verb may follow, nor “US $ 5”. */
function isBeforeBearer(
  words: readonly string[],
  { from, to }: TokenRange,
  { baseWords, people }: { readonly baseWords: BaseWords; readonly people: ReadonlyMap<number, PersonPart> },
): boolean {
  if (to - from === 1 && !isAbbreviation(words[from]!)) return false
  const next = words[to] ?? ""
  if (/^\p{Lu}\p{Ll}/u.test(next) && !people.has(to)) return true
  return isNounForm(next, baseWords) && (!isArticle(words[from - 1]) || !isVerbForm(next, baseWords))
}

/** “the BBC said”, “the BBC reports”; the article of “the BBC reporter” is the reporter's. */
function hasOwnArticle(words: readonly string[], from: number, to: number, tables: BaseWords): boolean {
  const next = words[to] ?? ""
  if (!isArticle(words[from - 1]) || /^\p{Lu}/u.test(next)) return false
  return !isNounForm(next, tables) || isVerbForm(next, tables)
}

/** “US”, “U.S.”, “UAE”. */
function isAbbreviation(word: string): boolean {
  return /^(?:\p{Lu}\.?){2,4}$/u.test(word)
}

function isArticle(word: string | undefined): boolean {
  return /^the$/i.test(word ?? "")
}

function isNounForm(word: string, { nouns }: BaseWords): boolean {
  return !GRAMMAR_WORDS.has(word.toLowerCase()) && formsOf(word).some((base) => nouns.has(base))
}

function isVerbForm(word: string, { verbs }: BaseWords): boolean {
  return formsOf(word).some((base) => verbs.has(base))
}

function formsOf(word: string): readonly string[] {
  return baseForms(word, "NNS", word, NO_IRREGULAR)
}

// Nouns in a dictionary too: “the haves”, “a will”, “an ad”.
const GRAMMAR_WORDS = new Set(
  (
    "a an and as at be but by can did do does for from had has have he her his i if in is it its may no not of on or she so than that the then they this to up was were " +
    "will with who"
  ).split(" "),
)

// “her husband” is “his husband”, “told her that” is “told him that”. What follows a noun's “her” is no such word.
const AFTER_OBJECT = new Set(
  (
    "a an the to and or but nor that as for on in at with from by of when after before because if while where who whom which what why how " +
    "is was are were be been being has had have will would can could may might should must not n't up down out off away back again"
  ).split(" "),
)

function isBeforeOwned(next: string | undefined): boolean {
  return next !== undefined && /^\p{L}/u.test(next) && !AFTER_OBJECT.has(next)
}

function capitalizedAs(word: string, other: string): string {
  return /^\p{Lu}/u.test(word) ? capitalized(other) : other
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
