// What the words around a place name tell of it. In: the text and where the name stands. Out: the names of what it lies
// in or near, its neighbours in a list, the sort of place it is, and whether only its surroundings are meant.
import type { Span } from "../../schema/positions.ts"
import type { PlaceSort } from "./read-name.ts"

export interface Surroundings {
  readonly relatives: readonly Relative[]
  readonly sort: PlaceSort | null
  /** “near Damascus”, “12 km north of Damascus”. */
  readonly isNear: boolean
}

/**
 * `comma`: what it may lie in, “Paris, Texas”. `commaInList`: the same in a list, where it may as well be the next.
 * `inside`: what it lies in, “Douma in Syria”, “Syria's Douma”.
 * `near`: “Douma, near Damascus”. `beside`: the next in a list, “Georgia, Oklahoma and Ohio”.
 */
export type Relation = "comma" | "commaInList" | "inside" | "near" | "beside"

export interface Relative {
  readonly relation: Relation
  /** The name as read, and what is left when its last words are taken off: a capital may belong to what follows. */
  readonly names: readonly string[]
}

/** As far as a name's own clause reaches: longer than any of the patterns below. */
const WINDOW = 80

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:(?: (?:of|the|de|del|al|el|la))? \p{Lu}[\p{L}\p{M}.'’-]*){0,3}`
const WHERE_IN =
  "(?:(?:the|far|northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|neighbou?ring|nearby|state of|province of|region of|county of|republic of) )*"

const COMMA = new RegExp(`^(?:, | \\()(?:in )?${WHERE_IN}(${NAME})`, "u")
const INSIDE = new RegExp(`^,? (?:in|on|of) ${WHERE_IN}(${NAME})`, "u")
const CLOSE_BY = new RegExp(`^,? (?:near|outside|close to|not far from) ${WHERE_IN}(${NAME})`, "u")
const POSSESSOR = new RegExp(`(${NAME})['’]s? (?:[\\p{L}-]+ ){0,4}$`, "u")

/** “, Oklahoma”, “ and Ohio”, “ or Ohio”. */
const NEXT_IN_LIST = new RegExp(`^(?:,|,? and|,? or) (?:the )?(${NAME})`, "u")
const LAST_IN_LIST = new RegExp(`(${NAME})(?:,|,? and|,? or) (?:the )?$`, "u")

const DIVISION_AFTER =
  /^ (?:province|governorate|region|state|county|district|prefecture|oblast|department|canton|countryside|republic|governor|legislature)\b/i
const TOWN_AFTER = /^ (?:city|town|village|mayor)\b/i
const DIVISION_BEFORE =
  /\b(?:provinces?|governorates?|states?|regions?|districts?|county|counties|prefecture|oblast|republic) of (?:the )?$/i
const TOWN_BEFORE = /\b(?:city|cities|town|towns|village|villages|capital|port|suburb|suburbs) of $/i
const NEAR_BEFORE =
  /\b(?:near|nearby|outside|around|close to|not far from|outskirts of|vicinity of|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west) of|(?:miles|kilometers|kilometres|km) (?:from|off)|off)(?: the (?:city|town|village|port|capital) of)? (?:the )?$/i

/** Looks at some 80 characters on either side. */
export function readSurroundings(text: string, { start, end }: Span): Surroundings {
  const before = text.slice(Math.max(0, start - WINDOW), start).replace(/\s+/g, " ")
  const after = text.slice(end, end + WINDOW).replace(/\s+/g, " ")
  return {
    relatives: [...findContainer(before, after), ...findNeighbours(before, after)],
    sort: findSort(before, after),
    isNear: NEAR_BEFORE.test(before),
  }
}

function findContainer(before: string, after: string): readonly Relative[] {
  const nearby = CLOSE_BY.exec(after)
  if (nearby !== null) return [{ relation: "near", names: withShorter(nearby[1]!) }]
  const comma = COMMA.exec(after)
  if (comma !== null) {
    const isList = LAST_IN_LIST.test(before) || NEXT_IN_LIST.test(after.slice(comma[0].length))
    return [{ relation: isList ? "commaInList" : "comma", names: withShorter(comma[1]!) }]
  }
  const inside = INSIDE.exec(after)
  if (inside !== null) return [{ relation: "inside", names: withShorter(inside[1]!) }]
  const possessor = POSSESSOR.exec(before)?.[1]
  return possessor === undefined ? [] : [{ relation: "inside", names: withShorter(possessor) }]
}

function findNeighbours(before: string, after: string): readonly Relative[] {
  return [NEXT_IN_LIST.exec(after), LAST_IN_LIST.exec(before)].flatMap((match) =>
    match === null ? [] : [{ relation: "beside", names: withShorter(match[1]!) }],
  )
}

function withShorter(name: string): readonly string[] {
  const words = name.split(" ")
  return words.map((_, index) =>
    words
      .slice(0, words.length - index)
      .join(" ")
      .replace(/['’]s?$/, ""),
  )
}

function findSort(before: string, after: string): PlaceSort | null {
  if (DIVISION_AFTER.test(after) || DIVISION_BEFORE.test(before)) return "division"
  return TOWN_AFTER.test(after) || TOWN_BEFORE.test(before) ? "town" : null
}
