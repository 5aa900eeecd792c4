// Words that the network must not tell apart: which country, people or capital it is, and he from she. In: the
// countries. Out: for each word the one that the network sees in its place, so that what is read does not depend on
// who it is about. The text itself is never changed.
import type { Country } from "./countries.ts"

/** The word to look up in place of this one; most words stand for themselves. In the case of the word. */
export type StandIn = (word: string) => string

interface Names {
  readonly state: string
  readonly people: string
  readonly plural: string
  readonly seat: string
}

// The first country that a report names is read as the first of these, and so on: two that it names stay two, and
// which they are makes no difference. Names that the network has met often.
const SERIES: readonly Names[] = [
  { state: "America", people: "American", plural: "Americans", seat: "Washington" },
  { state: "Russia", people: "Russian", plural: "Russians", seat: "Moscow" },
  { state: "Iran", people: "Iranian", plural: "Iranians", seat: "Tehran" },
  { state: "Israel", people: "Israeli", plural: "Israelis", seat: "Jerusalem" },
  { state: "Germany", people: "German", plural: "Germans", seat: "Berlin" },
  { state: "Canada", people: "Canadian", plural: "Canadians", seat: "Ottawa" },
]

const GENDERS: readonly (readonly [string, string])[] = [
  ["she", "he"],
  ["her", "his"],
  ["herself", "himself"],
  ["woman", "man"],
  ["women", "men"],
  ["spokeswoman", "spokesman"],
]

// Names and other words alike: “Jordan said”, “Georgia” is a state of the United States too.
const AMBIGUOUS = new Set(["Chad", "Congo", "Georgia", "Jordan", "Victoria"])

/** What the stand-ins are made of; training writes it out to see what the network will see. */
export interface StandInTable {
  readonly series: readonly Names[]
  /** Of each word the country that it belongs to, and which of its names it is. */
  readonly names: ReadonlyMap<string, { readonly code: string; readonly form: keyof Names }>
  readonly genders: ReadonlyMap<string, string>
}

/** Single words only: a name of two words stands for itself. */
export function standInTable(countries: readonly Country[]): StandInTable {
  const names = new Map<string, { readonly code: string; readonly form: keyof Names }>()
  const add = (code: string, words: readonly string[], form: keyof Names): void => {
    for (const word of words) {
      if (/^\p{Lu}[\p{L}-]{2,}$/u.test(word) && !AMBIGUOUS.has(word)) names.set(word, { code, form })
    }
  }
  for (const { code, names: states, demonyms, seats } of countries) {
    add(code, states, "state")
    add(code, demonyms, "people")
    // “Israelis”, “Turks”; “Chinese” and “French” have no plural.
    const plurals = demonyms.filter((word) => /(?:[^s]n|[ikb])$/.test(word)).map((word) => `${word}s`)
    add(code, plurals, "plural")
    add(code, seats, "seat")
  }
  const genders = new Map(
    GENDERS.flatMap(([word, standIn]) => [
      [word, standIn],
      [capitalized(word), capitalized(standIn)],
    ]),
  )
  return { series: SERIES, names, genders }
}

/** A maker of stand-ins, a new one for each report: a country's place in the series is that of its first mention. */
export function parseStandIns(countries: readonly Country[]): () => StandIn {
  const { series, names, genders } = standInTable(countries)
  return () => {
    const places = new Map<string, number>()
    return (word) => {
      const name = names.get(word)
      if (name === undefined) return genders.get(word) ?? word
      const place = places.get(name.code) ?? places.size
      places.set(name.code, place)
      return series[place % series.length]![name.form]
    }
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
