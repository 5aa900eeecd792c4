// Words that the network must not tell apart: which country, person, party or outlet it is, and he from she. In: the
// words of a report. Out: for each word the one that the network sees in its place, so that what is read does not
// depend on who it is about. The text itself is never changed.
import { baseForms, NO_IRREGULAR } from "./base-forms.ts"
import type { BaseWords } from "./base-words.ts"
import type { Country } from "./countries.ts"
import type { GivenNames } from "./given-names.ts"
import { type PersonPart, personWords } from "./person-words.ts"
import {
  FAITHS,
  GENDERS,
  GIVEN_NAMES,
  NATIONS,
  OUTLETS,
  PARTIES,
  type Series,
  SURNAMES,
} from "./stand-in-series.ts"

/** The words to look up in place of these, as many; most words stand for themselves. Linear. */
export type StandIns = (words: readonly string[]) => readonly string[]

export interface StandInNeeds {
  readonly countries: readonly Country[]
  /** Names of papers, agencies and channels: “Xinhua”, “The Guardian”. */
  readonly outlets: readonly string[]
  readonly givenNames: GivenNames
  readonly baseWords: BaseWords
  readonly isSurname: (word: string, isCommon: boolean) => boolean
}

// Of one sort (nations, parties …) each name's word, in one of its forms, is that form of the name whose turn it is:
// the first party that a report names is Democrats, the second Republicans.
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
  for (const { names, series } of [PARTIES, FAITHS]) add(series, names)
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
  readonly known: ReadonlyMap<string, Known>
  /** Parts of countries: “Montana”, which is a given name too. */
  readonly regions: ReadonlySet<string>
  readonly genders: ReadonlyMap<string, string>
}

function standInsOf(words: readonly string[], { known, regions, genders, ...needs }: Tables): string[] {
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
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    const part = people.get(index)
    if (part !== undefined) {
      out[index] = nameOf({ series: PERSONS[part], key: word.toLowerCase(), form: "name" })
      continue
    }
    const long = longest(words, index, known)
    if (long !== null) {
      const seen = nameOf(long).split(" ")
      for (const [offset, part] of seen.entries()) out[index + offset] = part
      index += seen.length - 1
      continue
    }
    const name =
      known.get(word) ?? (/^the$/i.test(words[index - 1] ?? "") ? known.get(`the ${word}`) : undefined)
    // “US troops” are seen as “American troops”, as “Turkish troops” are.
    if (name?.form === "letters" && isBeforeBearer(words, index, needs.baseWords))
      out[index] = nameOf({ ...name, form: "people" })
    else if (name !== undefined) out[index] = nameOf(name)
    // “giving Syria S-300 systems” is seen as “giving Syria's - 300 systems” else: the network reads small letters.
    else if (word === "S" && words[index + 1] === "-") out[index] = "F"
    else if (/^her$/i.test(word))
      out[index] = capitalizedAs(word, isBeforeNoun(words[index + 1]) ? "his" : "him")
    else out[index] = genders.get(word) ?? word
  }
  return out
}

/** “Xinhua”, “Fox News”, “Wall Street Journal”; of “The Guardian” the noun, wherever it has an article. */
function formsOfOutlet(name: string, baseWords: BaseWords): Forms {
  const words = name.split(" ")
  if (!words.every((word) => /^\p{Lu}[\p{L}]+$/u.test(word))) return {}
  if (words[0] === "The" && words.length === 2) return { noun: [`the ${words[1]}`] }
  const isWord = baseWords.nouns.has(name.toLowerCase()) || baseWords.verbs.has(name.toLowerCase())
  return words.length === 1 && isWord
    ? {}
    : { [["name", "pair", "triple"][words.length - 1] ?? "long"]: [name] }
}

function formsOfCountry({ names, demonyms, seats }: Country): Forms {
  const firstWord = (words: string): string => words.slice(0, words.indexOf(" "))
  const pairPeople = demonyms.filter(
    (people) => isPair(people) && names.some((name) => isPair(name) && firstWord(name) === firstWord(people)),
  )
  const single = (words: readonly string[]): readonly string[] =>
    words.filter(
      (word) => /^\p{Lu}[\p{L}-]{2,}$/u.test(word) && !/^\p{Lu}+$/u.test(word) && !AMBIGUOUS.has(word),
    )
  return {
    state: single(names),
    // “US”, “U.S.”, “UAE”.
    letters: [...names, ...demonyms].filter((word) => /^(?:\p{Lu}\.?){2,4}$/u.test(word)),
    // “Saudi Arabia”, and what has an article: “the United States”.
    pair: names.filter((name) => isPair(name) && !UNION.test(name)),
    union: names.filter((name) => isPair(name) && UNION.test(name)),
    // “North Korean”, “Saudi Arabian”; not “Native American”.
    pairPeople,
    pairPlural: pairPeople.map((words) => `${words}s`),
    people: single(demonyms),
    // “Israelis”, “Turks”; “Chinese” and “French” have no plural.
    plural: single(demonyms)
      .filter((word) => /(?:[^s]n|[ikb])$/.test(word))
      .map((word) => `${word}s`),
    seat: single(seats),
  }
}

/** A name of three or two words that begins here. */
function longest(words: readonly string[], index: number, known: ReadonlyMap<string, Known>): Known | null {
  const [first, second = "", third = ""] = words.slice(index, index + 3)
  if (first === "the") return null
  return known.get(`${first} ${second} ${third}`) ?? known.get(`${first} ${second}`) ?? null
}

/** “US troops”, “the US military”, “US President”; not “the US strikes” or “the US said”, where a verb may follow. */
function isBeforeBearer(words: readonly string[], index: number, { nouns, verbs }: BaseWords): boolean {
  const next = (words[index + 1] ?? "").toLowerCase()
  const bases = baseForms(next, "NNS", next, NO_IRREGULAR)
  if (!bases.some((base) => nouns.has(base))) return false
  return words[index - 1]?.toLowerCase() !== "the" || !bases.some((base) => verbs.has(base))
}

const UNION = /^United | (?:Union|Republic|Kingdom|Islands)$/

function isPair(words: string): boolean {
  return /^\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$/u.test(words)
}

// “her husband” is “his husband”, “told her that” is “told him that”. What follows a noun's “her” is no such word.
const AFTER_OBJECT = new Set(
  (
    "a an the to and or but nor that as for on in at with from by of when after before because if while where who whom which what why how " +
    "is was are were be been being has had have will would can could may might should must not n't up down out off away back again"
  ).split(" "),
)

function isBeforeNoun(next: string | undefined): boolean {
  return next !== undefined && /^\p{L}/u.test(next) && !AFTER_OBJECT.has(next)
}

function capitalizedAs(word: string, other: string): string {
  return /^\p{Lu}/u.test(word) ? capitalized(other) : other
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
