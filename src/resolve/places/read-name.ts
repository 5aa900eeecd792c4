// A place name as it stands in the text to the places that it may mean. In: “northern Syria”, “Idlib province”,
// “Paris, Texas”. Out: candidates, and what the other words of the name tell.
import type { Gazetteer, PlaceCandidate } from "../../lexicon/index.ts"

export interface NameReading {
  readonly candidates: readonly PlaceCandidate[]
  /** The name of what it lies in, when the name tells it: Texas of “Paris, Texas”. */
  readonly container: string | null
  /** What sort of place the name says it is: “Idlib province” is a division, “Kuwait City” a town. */
  readonly sort: PlaceSort | null
  /** Only a part of the place, or its surroundings: “northern Syria”, “Greater London”. */
  readonly isPart: boolean
}

export type PlaceSort = "division" | "town"

const DIRECTION =
  /^(?:(?:the|far|deep) )*(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|upper|lower|mid|inner|outer|greater|rural|downtown|mainland|metropolitan|occupied)[ -])+(?:of )?(?:the )?/i

const DIVISION_WORD =
  "provinces?|governorates?|regions?|states?|county|counties|districts?|prefectures?|oblasts?|departments?|cantons?|republic|kray|krai|territory|voivodeship|emirate|parish|municipality|countryside"

const AFTER_NAME = new RegExp(`[ -](?:${DIVISION_WORD})$`, "i")
const BEFORE_NAME = new RegExp(`^(?:the )?(?:${DIVISION_WORD}) of `, "i")
const TOWN_BEFORE = /^(?:the )?(?:old |capital )?(?:city|town|village|port|suburbs?|outskirts) of /i
const TOWN_AFTER = / (?:city|town|village|suburbs?|area)$/i

/** Never more than a handful of look-ups; no candidates when the gazetteer knows none of the readings. */
export function readName(surface: string, gazetteer: Gazetteer): NameReading {
  const name = surface
    .replace(/\s+/g, " ")
    .trim()
    .replace(/['’]s?$/, "")
  const whole = gazetteer.candidates(name)
  if (ABBREVIATION.test(name)) return { ...NOTHING, candidates: whole.filter(isWellKnown) }
  if (whole.length > 0) return { ...NOTHING, candidates: whole, sort: sortOf(name) }
  // “Washington, D.C.” is a name of its own, “Paris, Texas” is not.
  const comma = name.indexOf(", ")
  if (comma > 0) return { ...readName(name.slice(0, comma), gazetteer), container: name.slice(comma + 2) }
  for (const [words, sort] of [
    [AFTER_NAME, "division"],
    [BEFORE_NAME, "division"],
    [TOWN_BEFORE, "town"],
    [TOWN_AFTER, "town"],
  ] as const) {
    const bare = name.replace(words, "")
    if (bare !== name && bare !== "") return { ...readName(bare, gazetteer), sort }
  }
  const bare = name.replace(DIRECTION, "")
  if (bare !== name && bare !== "") return { ...readName(bare, gazetteer), isPart: true }
  return NOTHING
}

const NOTHING: NameReading = { candidates: [], container: null, sort: null, isPart: false }

/** “UN” is not Un in Gujarat; “UAE” and “NSW” are ours, “UFA” in a dateline has over a million inhabitants. */
const ABBREVIATION = /^\p{Lu}{2,3}$/u

function isWellKnown({ isListed, nameCount }: PlaceCandidate): boolean {
  return isListed || nameCount >= 30
}

function sortOf(name: string): PlaceSort | null {
  return AFTER_NAME.test(name) || BEFORE_NAME.test(name) ? "division" : null
}
