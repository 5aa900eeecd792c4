// The two tables of places that are written by hand: data/places/countries.tsv and data/places/supplement.tsv.
// In: their text. Out: rows with all their spellings as keys.
import type { Position } from "../schema/resolution.ts"
import { placeKey } from "./place-key.ts"
import { badLine, oneOf, tableRows } from "./table-rows.ts"

export interface CountryRow {
  readonly iso3: string
  readonly iso2: string
  readonly name: string
  readonly keys: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly population: number
}

export interface SupplementRow {
  readonly name: string
  readonly keys: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly kind: Position["kind"]
  /** ISO 3166-1 alpha-3; null where it lies in several countries, in none, or where states dispute it. */
  readonly country: string | null
  readonly division: string | null
  /** Number in GeoNames of the row that this one mends; null for a place that GeoNames lacks. */
  readonly mends: number | null
}

/** A line that does not fit its columns is our mistake: throws, with its number. */
export function parseCountryRows(text: string): readonly CountryRow[] {
  return tableRows(text).map(({ fields, line }) => {
    const [iso3, iso2, name, aliases, latitude, longitude, population] = fields
    const numbers = [latitude, longitude, population].map(Number)
    if (fields.length !== 7 || !/^[A-Z]{3}$/.test(iso3!) || numbers.some(Number.isNaN))
      throw badLine("data/places/countries.tsv", line)
    return {
      iso3: iso3!,
      iso2: iso2!,
      name: name!,
      keys: keysOf(name!, aliases!),
      latitude: numbers[0]!,
      longitude: numbers[1]!,
      population: numbers[2]!,
    }
  })
}

/** A line that does not fit its columns is our mistake: throws, with its number. */
export function parseSupplement(text: string): readonly SupplementRow[] {
  return tableRows(text).map(({ fields, line }) => {
    const [name, aliases, latitude, longitude, kind, country, division, source] = fields
    const mends = /^geonames:(\d+)$/.exec(source ?? "")?.[1]
    const isPlaced = isWithin(latitude, 90) && isWithin(longitude, 180)
    const isSourced = mends !== undefined || source === "own"
    if (fields.length !== 9 || !isPlaced || !isSourced || !isPlaceKind(kind))
      throw badLine("data/places/supplement.tsv", line)
    return {
      name: name!,
      keys: keysOf(name!, aliases!),
      latitude: Number(latitude),
      longitude: Number(longitude),
      kind,
      country: country === "" ? null : country!,
      division: division === "" ? null : division!,
      mends: mends === undefined ? null : Number(mends),
    }
  })
}

function keysOf(name: string, aliases: string): readonly string[] {
  return [...new Set([name, ...aliases.split("|")].map(placeKey))].filter((key) => key !== "")
}

function isWithin(degrees: string | undefined, limit: number): boolean {
  return degrees !== undefined && degrees !== "" && Math.abs(Number(degrees)) <= limit
}

const isPlaceKind = oneOf<Position["kind"]>(["country", "region", "district", "city", "site", "area"])
