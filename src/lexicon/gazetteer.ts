// Names to the places on the map that they may mean. In: the packed places of GeoNames, and the two tables written by
// hand beside them. Out: candidates; which of them a report means is `resolve/places`.
import { append } from "../base/group-by.ts"
import type { Position } from "../schema/resolution.ts"
import { otherSpellings, placeKey } from "./place-key.ts"
import { type CountryRow, parseCountryRows, parseSupplement, type SupplementRow } from "./place-rows.ts"
import { PlaceTable, type RowKind, type TableRow } from "./place-table.ts"

export { placeKey } from "./place-key.ts"

export interface GazetteerFiles {
  /** data/places/places.bin. */
  readonly places: Uint8Array
  /** data/places/countries.tsv. */
  readonly countries: string
  /** data/places/supplement.tsv. */
  readonly supplement: string
}

export interface PlaceCandidate {
  /** "geonames:170654", "iso:SYR" for a country, "sayso:place/eastern-ghouta" for a row of our own. */
  readonly id: string
  readonly name: string
  /** Degrees, north and east positive: the place, or the middle of a country, region or area. */
  readonly latitude: number
  readonly longitude: number
  readonly kind: Position["kind"]
  /** `capital` of a country, `seat` of one of its largest divisions. */
  readonly rank: "capital" | "seat" | null
  /** ISO 3166-1 alpha-3; null where it lies in several, in none, or where states dispute it. */
  readonly country: string | null
  /** GeoNames' code of the largest division it lies in, of such a division its own: "US.TX"; null when not known. */
  readonly admin1: string | null
  /** Likewise of the second order: "US.TX.113". */
  readonly admin2: string | null
  /** 0 when not known. */
  readonly population: number
  /** How many names GeoNames lists for it in all languages, 255 at most; 0 for rows of our own. What the world talks of has many. */
  readonly nameCount: number
  /** Written by hand in one of our own tables, or mended there: a place that the press speaks of. */
  readonly isListed: boolean
  /** How the name asked for stands to the place: it is its name, one of the press written by hand, or another that GeoNames lists. */
  readonly match: "name" | "press" | "alias"
}

export interface Gazetteer {
  /**
   * The places that `name` may mean, the most populous first; empty when none is known. A few of the commonest names
   * (“San José”) give over a hundred.
   */
  candidates(name: string): readonly PlaceCandidate[]
}

/** Opens the three tables. Takes some 60 ms and as much memory again as the bytes; throws when a file is not what its name says. */
export function openGazetteer(files: GazetteerFiles): Gazetteer {
  const table = new PlaceTable(files.places)
  const countries = parseCountryRows(files.countries)
  const supplement = parseSupplement(files.supplement)
  const iso3 = new Map(countries.map((country) => [country.iso2, country.iso3]))
  const mended = new Set(supplement.flatMap(({ mends }) => (mends === null ? [] : [mends])))
  const sources: Sources = {
    table,
    iso3,
    countries: groupByKey(countries),
    supplement: groupByKey(supplement),
    menders: new Map(supplement.flatMap((row) => (row.mends === null ? [] : [[row.mends, row]]))),
    mendedRows: table.rowsOf(mended),
    disputed: new Set(
      supplement.flatMap(({ kind, country, division }) =>
        kind === "region" && country === null && division !== null ? [division] : [],
      ),
    ),
  }
  return { candidates: (name) => findCandidates(sources, placeKey(name)) }
}

/** A place that the press may mean by its bare name. */
export function isKnownPlace(place: PlaceCandidate): boolean {
  return isLargerThan(place, 50_000)
}

/** By the name itself, not by an alias; those of our own list whatever they have. */
function isLargerThan({ match, population, isListed }: PlaceCandidate, people: number): boolean {
  return isListed || (match !== "alias" && population > people)
}

/** People in a town that is besieged or taken, from which it is in the news whoever else is called so. */
const TOWN_OF_NEWS = 8_000

/** “Misrata”, “Soledar”: whether a town of some size bears the name as its own. */
export function isTownOfNews(gazetteer: Gazetteer, name: string): boolean {
  return gazetteer
    .candidates(name)
    .some((place) => place.kind === "city" && isLargerThan(place, TOWN_OF_NEWS))
}

/** Whether `town` may be a town in the country or its largest division `around`: “San Rafael” in “California”. */
export function liesIn(gazetteer: Gazetteer, town: string, around: string): boolean {
  const outer = gazetteer.candidates(around).filter(({ kind }) => kind === "country" || kind === "region")
  if (outer.length === 0) return false
  return gazetteer
    .candidates(town)
    .some(
      (inner) =>
        inner.kind === "city" &&
        outer.some(({ kind, country, admin1 }) =>
          kind === "country" ? inner.country === country : admin1 !== null && inner.admin1 === admin1,
        ),
    )
}

interface Sources {
  readonly table: PlaceTable
  readonly iso3: ReadonlyMap<string, string>
  readonly countries: ReadonlyMap<string, readonly CountryRow[]>
  readonly supplement: ReadonlyMap<string, readonly SupplementRow[]>
  /** By the number in GeoNames of the row that they mend. */
  readonly menders: ReadonlyMap<number, SupplementRow>
  readonly mendedRows: ReadonlyMap<number, number>
  /** Codes of divisions that several states hold to be theirs: what lies in them has no country either. */
  readonly disputed: ReadonlySet<string>
}

function groupByKey<Row extends { readonly keys: readonly string[] }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const byKey = new Map<string, Row[]>()
  for (const row of rows) for (const key of row.keys) append(byKey, key, row)
  return byKey
}

/** Under the key itself, or else under the first other spelling that has any. */
function findCandidates(sources: Sources, key: string): readonly PlaceCandidate[] {
  if (key === "") return []
  for (const spelling of [key, ...otherSpellings(key)]) {
    const found = candidatesOf(sources, spelling)
    if (found.length > 0) return found
  }
  return []
}

function candidatesOf(sources: Sources, key: string): readonly PlaceCandidate[] {
  const found = new Map<string, PlaceCandidate>()
  const add = (candidate: PlaceCandidate): void => {
    if (!found.has(candidate.id)) found.set(candidate.id, candidate)
  }
  for (const country of sources.countries.get(key) ?? []) add(fromCountry(country, key))
  for (const row of sources.supplement.get(key) ?? []) add(fromSupplement(sources, row, key))
  for (const { row, isAlias } of sources.table.find(key)) {
    const place = sources.table.at(row)
    const mender = sources.menders.get(place.id)
    add(
      mender === undefined
        ? fromTable(sources, place, isAlias ? "alias" : "name")
        : mend(sources, place, mender, "alias"),
    )
  }
  return [...found.values()].sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1))
}

function fromCountry(country: CountryRow, key: string): PlaceCandidate {
  const { iso3, name, latitude, longitude, population } = country
  return {
    id: `iso:${iso3}`,
    name,
    latitude,
    longitude,
    kind: "country",
    rank: null,
    country: iso3,
    admin1: null,
    admin2: null,
    population,
    nameCount: 0,
    isListed: true,
    match: country.keys[0] === key ? "name" : "press",
  }
}

function fromSupplement(sources: Sources, row: SupplementRow, key: string): PlaceCandidate {
  const match = row.keys[0] === key ? "name" : "press"
  const tableRow = row.mends === null ? undefined : sources.mendedRows.get(row.mends)
  if (tableRow !== undefined) return mend(sources, sources.table.at(tableRow), row, match)
  const { name, latitude, longitude, kind, country, division } = row
  const place = {
    id: row.mends === null ? ownId(name) : `geonames:${row.mends}`,
    name,
    latitude,
    longitude,
    kind,
    rank: null,
    country,
  }
  return { ...place, ...divisionsOf(division ?? ""), population: 0, nameCount: 0, isListed: true, match }
}

/** "sayso:place/eastern-ghouta" for “Eastern Ghouta”. */
function ownId(name: string): string {
  return `sayso:place/${placeKey(name).replaceAll(" ", "-")}`
}

function fromTable(sources: Sources, place: TableRow, match: PlaceCandidate["match"]): PlaceCandidate {
  const { id, name, latitude, longitude, kind, population, nameCount, division } = place
  const divisions = divisionsOf(division)
  const isDisputed = divisions.admin1 !== null && sources.disputed.has(divisions.admin1)
  return {
    id: `geonames:${id}`,
    name,
    latitude,
    longitude,
    kind: PLACE_KIND[kind],
    rank: kind === "capital" || kind === "seat" ? kind : null,
    country: isDisputed ? null : (sources.iso3.get(division.slice(0, 2)) ?? null),
    ...divisions,
    population,
    nameCount,
    isListed: false,
    match,
  }
}

const PLACE_KIND: Readonly<Record<RowKind, Position["kind"]>> = {
  city: "city",
  seat: "city",
  capital: "city",
  quarter: "site",
  region: "region",
  district: "district",
}

/** GeoNames' row with the name, the middle, the kind and the country that the supplement gives it. */
function mend(
  sources: Sources,
  place: TableRow,
  row: SupplementRow,
  match: PlaceCandidate["match"],
): PlaceCandidate {
  const { name, latitude, longitude, kind, country } = row
  return { ...fromTable(sources, place, match), name, latitude, longitude, kind, country, isListed: true }
}

/** “US.TX.113” → “US.TX” and “US.TX.113”. */
function divisionsOf(division: string): Pick<PlaceCandidate, "admin1" | "admin2"> {
  const parts = division.split(".")
  return {
    admin1: parts.length < 2 ? null : parts.slice(0, 2).join("."),
    admin2: parts.length < 3 ? null : division,
  }
}
