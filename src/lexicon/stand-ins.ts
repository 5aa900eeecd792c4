// Words that the network must not tell apart: which country, people or capital it is, and he from she. In: the
// countries. Out: for each word the one that the network sees in its place, so that what is read does not depend on
// who it is about. The text itself is never changed.
import type { Country } from "./countries.ts"

/** The word to look up in place of this one; most words stand for themselves. In the case of the word. */
export type StandIn = (word: string) => string

// America, Americans, Washington: the network has met no others as often. With them relation@0.5 on PolNeAR dev is .705,
// with Russia, Russians, Moscow .701, with every name as it stands .709; of the 80 party swaps 79 % are read alike instead
// of 70 (quality/swaps.ts, 2026-11-28).
const STATE = "America"
const PEOPLE = "American"
const SEAT = "Washington"

const GENDERS: readonly (readonly [string, string])[] = [
  ["she", "he"],
  ["her", "his"],
  ["herself", "himself"],
  ["woman", "man"],
  ["women", "men"],
  ["spokeswoman", "spokesman"],
]

// Names and other words alike: “Jordan said”, “in March”, “a turkey” is spelt small.
const AMBIGUOUS = new Set(["Chad", "Congo", "Georgia", "Jordan", "Victoria"])

/** Single words only: a name of two words stands for itself. */
export function parseStandIns(countries: readonly Country[]): StandIn {
  const standIns = new Map<string, string>()
  const add = (words: readonly string[], standIn: string): void => {
    for (const word of words)
      if (/^\p{Lu}[\p{L}-]{2,}$/u.test(word) && !AMBIGUOUS.has(word)) standIns.set(word, standIn)
  }
  for (const { names, demonyms, seats } of countries) {
    add(names, STATE)
    add(demonyms, PEOPLE)
    // “Israelis”, “Turks”; “Chinese” and “French” have no plural.
    add(
      demonyms.filter((word) => /(?:[^s]n|[ikb])$/.test(word)).map((word) => `${word}s`),
      `${PEOPLE}s`,
    )
    add(seats, SEAT)
  }
  for (const [word, standIn] of GENDERS) {
    standIns.set(word, standIn)
    standIns.set(capitalized(word), capitalized(standIn))
  }
  return (word) => standIns.get(word) ?? word
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
