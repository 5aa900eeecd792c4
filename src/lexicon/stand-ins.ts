// Words that the network must not tell apart: which country, person, party or outlet it is, and he from she. In: the
// words of a report. Out: for each word the one that the network sees in its place, so that what is read does not
// depend on who it is about. The text itself is never changed.
import type { BaseWords } from "./base-words.ts"
import type { Country } from "./countries.ts"
import { personWords } from "./person-words.ts"
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
  /** Given names, lower case. */
  readonly givenNames: ReadonlySet<string>
  readonly baseWords: BaseWords
}

// Of one sort (nations, parties …) each name's word, in one of its forms, is that form of the name whose turn it is:
// the first party that a report names is Democrats, the second Republicans.
interface Known {
  readonly series: Series
  readonly key: string
  readonly form: string
}

type Forms = Readonly<Record<string, readonly string[]>>

// Names and other words alike: “Jordan said”, “Georgia” is a state of the United States too.
const AMBIGUOUS = new Set(["Chad", "Congo", "Georgia", "Jordan", "Victoria"])

/** A country's place in the series is that of its first mention: two that a report names stay two. */
export function parseStandIns({ countries, givenNames, baseWords }: StandInNeeds): StandIns {
  const known = new Map<string, Known>()
  const add = (series: Series, groups: readonly Forms[]): void => {
    for (const [number, forms] of groups.entries()) {
      for (const [form, words] of Object.entries(forms)) {
        for (const word of words) known.set(word, { series, key: String(number), form })
      }
    }
  }
  for (const { names, series } of [PARTIES, FAITHS, OUTLETS]) add(series, names)
  add(NATIONS, countries.map(formsOfCountry))
  const regions = new Set(countries.flatMap((country) => country.regions))
  const genders = new Map(
    GENDERS.flatMap(([word, standIn]) => [
      [word, standIn],
      [capitalized(word), capitalized(standIn)],
    ]),
  )
  return (words) => standInsOf(words, { known, regions, genders, givenNames, baseWords })
}

interface Tables {
  readonly known: ReadonlyMap<string, Known>
  /** Parts of countries: “Montana”, which is a given name too. */
  readonly regions: ReadonlySet<string>
  readonly genders: ReadonlyMap<string, string>
  readonly givenNames: ReadonlySet<string>
  readonly baseWords: BaseWords
}

function standInsOf(
  words: readonly string[],
  { known, regions, genders, givenNames, baseWords }: Tables,
): string[] {
  const turns = new Map<Series, Map<string, number>>()
  const nameOf = ({ series, key, form }: Known): string => {
    const ofSort = turns.get(series) ?? new Map<string, number>()
    turns.set(series, ofSort)
    const turn = ofSort.get(key) ?? ofSort.size
    ofSort.set(key, turn)
    return series[turn % series.length]![form]!
  }
  const isName = (word: string): boolean => known.has(word) || regions.has(word)
  const people = personWords(words, { givenNames, baseWords, isName })
  const out = [...words]
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    const part = people.get(index)
    if (part !== undefined) {
      const series = part === "given" ? GIVEN_NAMES : SURNAMES
      out[index] = nameOf({ series, key: word.toLowerCase(), form: "name" })
      continue
    }
    const pair = known.get(`${word} ${words[index + 1] ?? ""}`)
    if (pair !== undefined) {
      const [first, second] = nameOf(pair).split(" ")
      out[index] = first!
      out[index + 1] = second!
      index += 1
      continue
    }
    const name = known.get(word)
    if (name !== undefined) out[index] = nameOf(name)
    // “giving Syria S-300 systems” is seen as “giving Syria's - 300 systems” else: the network reads small letters.
    else if (word === "S" && words[index + 1] === "-") out[index] = "F"
    else if (/^her$/i.test(word))
      out[index] = capitalizedAs(word, isBeforeNoun(words[index + 1]) ? "his" : "him")
    else out[index] = genders.get(word) ?? word
  }
  return out
}

function formsOfCountry({ names, demonyms, seats }: Country): Forms {
  const single = (words: readonly string[]): readonly string[] =>
    words.filter(
      (word) => /^\p{Lu}[\p{L}-]{2,}$/u.test(word) && !/^\p{Lu}+$/u.test(word) && !AMBIGUOUS.has(word),
    )
  return {
    state: single(names),
    // “US”, “U.S.”, “UAE”.
    letters: [...names, ...demonyms].filter((word) => /^(?:\p{Lu}\.?){2,4}$/u.test(word)),
    pair: names.filter((word) => /^\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$/u.test(word)),
    people: single(demonyms),
    // “Israelis”, “Turks”; “Chinese” and “French” have no plural.
    plural: single(demonyms)
      .filter((word) => /(?:[^s]n|[ikb])$/.test(word))
      .map((word) => `${word}s`),
    seat: single(seats),
  }
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
