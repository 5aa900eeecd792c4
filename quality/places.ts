// How well place names are put on the map: against GeoVirus, 229 texts of Wikinews on diseases with 2,170 places.
//   node quality/places.ts [--shared ../shared] [--errors]
// The texts are split in two halves by a hash of their address: the weights were chosen on `dev`, `held` was only scored.
// Names are given as the corpus has them; finding them in the text is measured elsewhere. `--errors` lists those of `dev`.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { parseArgs } from "node:util"
import type { Gazetteer } from "../src/lexicon/gazetteer.ts"
import { PlaceTable } from "../src/lexicon/place-table.ts"
import { distanceKm } from "../src/resolve/places/geometry.ts"
import { type PlaceName, type ResolvedPlace, resolvePlaces } from "../src/resolve/places/index.ts"
import { openTestGazetteer, readPackedPlaces } from "../test/helpers/gazetteer.ts"

export interface PlaceQuality {
  readonly texts: number
  readonly places: number
  /** Percent of all places put within 161 km (100 miles) of where Wikipedia has them. */
  readonly within161km: number
  /** The same, but that of a country it counts whether it is that country: its middle is a matter of taste. */
  readonly rightPlace: number
  readonly linked: number
  /** Percent in the right country, of the places that lie in one. */
  readonly country: number
  readonly medianErrorKm: number
  /** Percent right (as `rightPlace`) of the links with such a score, and how many there are. */
  readonly byScore: readonly { readonly from: number; readonly links: number; readonly right: number }[]
  readonly msPerText: number
}

interface GoldPlace extends PlaceName {
  /** Title of its page in Wikipedia: “Pandi, Bulacan”. */
  readonly page: string
  readonly latitude: number
  readonly longitude: number
}

interface GoldText {
  readonly source: string
  readonly text: string
  readonly places: readonly GoldPlace[]
}

interface Outcome {
  readonly gold: GoldPlace
  readonly given: ResolvedPlace
  /** Infinity when it was not linked. */
  readonly errorKm: number
  readonly isRight: boolean
  /** Null where the gold place lies in no country. */
  readonly isCountryRight: boolean | null
}

/** Both halves; half a minute, most of it for unpacking. Needs `sharedDir`/data and `xz`. */
export function measurePlaces(
  sharedDir: string,
  onError: (text: GoldText, outcome: Outcome) => void = () => {},
): { readonly dev: PlaceQuality; readonly held: PlaceQuality } {
  const gazetteer = openTestGazetteer()
  const countryAt = nearestCountry()
  const texts = readGeoVirus(sharedDir)
  const measure = (half: "dev" | "held"): PlaceQuality => {
    const chosen = texts.filter(({ source }) => halfOf(source) === half)
    const started = performance.now()
    const given = chosen.map(({ text, places }) =>
      resolvePlaces({ names: places, countries: [], text }, gazetteer),
    )
    const ms = performance.now() - started
    const outcomes = chosen.flatMap((text, index) =>
      text.places.map((gold, at) => {
        const outcome = toOutcome(gold, given[index]![at]!, gazetteer, countryAt)
        if (half === "dev" && !outcome.isRight) onError(text, outcome)
        return outcome
      }),
    )
    return summarize(outcomes, chosen.length, ms)
  }
  return { dev: measure("dev"), held: measure("held") }
}

function summarize(outcomes: readonly Outcome[], texts: number, ms: number): PlaceQuality {
  const errors = outcomes.map(({ errorKm }) => errorKm).sort((a, b) => a - b)
  const inCountries = outcomes.filter(({ isCountryRight }) => isCountryRight !== null)
  return {
    texts,
    places: outcomes.length,
    within161km: percent(errors.filter((km) => km <= 161).length, outcomes.length),
    rightPlace: percent(outcomes.filter(({ isRight }) => isRight).length, outcomes.length),
    linked: percent(outcomes.filter(({ given }) => given.link.kind === "linked").length, outcomes.length),
    country: percent(inCountries.filter(({ isCountryRight }) => isCountryRight).length, inCountries.length),
    medianErrorKm: Math.round(errors[errors.length >>> 1] ?? 0),
    byScore: [0, 0.5, 0.8, 0.95].map((from, index, limits) => {
      const until = limits[index + 1] ?? Number.POSITIVE_INFINITY
      const inside = outcomes.filter(
        ({ given: { link } }) => link.kind === "linked" && link.score >= from && link.score < until,
      )
      return {
        from,
        links: inside.length,
        right: percent(inside.filter(({ isRight }) => isRight).length, inside.length),
      }
    }),
    msPerText: Math.round((ms / texts) * 100) / 100,
  }
}

function toOutcome(
  gold: GoldPlace,
  given: ResolvedPlace,
  gazetteer: Gazetteer,
  countryAt: CountryAt,
): Outcome {
  const { position } = given
  const isWide = gazetteer.candidates(gold.name).some(({ kind }) => kind === "area")
  const country = gazetteer
    .candidates(gold.page.replace(/ \(country\)$/, ""))
    .find(({ kind }) => kind === "country")
  const errorKm = position === null ? Number.POSITIVE_INFINITY : distanceKm(gold, position)
  const isCountry = country !== undefined && given.link.kind === "linked" && given.link.to === country.id
  const goldCountry = isWide ? null : countryAt(gold)
  return {
    gold,
    given,
    errorKm,
    isRight: errorKm <= 161 || isCountry,
    isCountryRight: goldCountry === null ? null : position?.country === goldCountry,
  }
}

function halfOf(source: string): "dev" | "held" {
  return createHash("sha256").update(source).digest()[0]! % 2 === 0 ? "dev" : "held"
}

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10
}

// ── the corpus ──────────────────────────────────────────────────────────────

/** Its XML is plain: no attributes. Offsets count from 1, in code points of the text as it is. */
function readGeoVirus(sharedDir: string): readonly GoldText[] {
  const xml = execFileSync("xz", ["-dc", `${sharedDir}/data/geovirus.xml.xz`], {
    maxBuffer: 1 << 28,
  }).toString("utf8")
  return elements(xml.replace(/<!--.*?-->/gs, ""), "article").map((article) => {
    const text = element(article, "text")
    const units = [...text]
    const unitAt = (point: number): number => units.slice(0, point).join("").length
    return {
      source: element(article, "source"),
      text,
      places: elements(article, "location").map((location) => ({
        name: element(location, "name"),
        span: {
          start: unitAt(Number(element(location, "start")) - 1),
          end: unitAt(Number(element(location, "end")) - 1),
        },
        page: decodeURIComponent(element(location, "page").split("/").at(-1) ?? "").replaceAll("_", " "),
        latitude: Number(element(location, "lat")),
        longitude: Number(element(location, "lon")),
      })),
    }
  })
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, inner]) => inner!)
}

function element(xml: string, name: string): string {
  return (elements(xml, name)[0] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
}

// ── countries ───────────────────────────────────────────────────────────────

type CountryAt = (point: { readonly latitude: number; readonly longitude: number }) => string | null

/** The country of the nearest city of GeoNames within some 300 km; GeoVirus has no countries of its own. */
function nearestCountry(): CountryAt {
  const table = new PlaceTable(readPackedPlaces())
  const gazetteer = openTestGazetteer()
  const cells = new Map<string, number[]>()
  const cellOf = (latitude: number, longitude: number): string =>
    `${Math.floor(latitude)}/${Math.floor(longitude)}`
  for (let row = 0; row < table.header.rows; row++) {
    const { latitude, longitude } = table.at(row)
    const cell = cellOf(latitude, longitude)
    const known = cells.get(cell)
    if (known === undefined) cells.set(cell, [row])
    else known.push(row)
  }
  return (point) => {
    let best: { readonly row: number; readonly km: number } | null = null
    for (let north = -3; north <= 3; north++) {
      for (let east = -3; east <= 3; east++) {
        for (const row of cells.get(cellOf(point.latitude + north, point.longitude + east)) ?? []) {
          const km = distanceKm(point, table.at(row))
          if (km < (best?.km ?? 300)) best = { row, km }
        }
      }
    }
    if (best === null) return null
    const { id, name } = table.at(best.row)
    return gazetteer.candidates(name).find((candidate) => candidate.id === `geonames:${id}`)?.country ?? null
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: "../shared" },
      errors: { type: "boolean", default: false },
    },
  })
  const printError = ({ text }: GoldText, { gold, given, errorKm }: Outcome): void => {
    const { start, end } = gold.span
    const around = `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 50)}`
    console.error(
      gold.name,
      `${gold.latitude},${gold.longitude}`,
      Math.round(errorKm),
      JSON.stringify(given),
      JSON.stringify(around),
    )
  }
  console.log(JSON.stringify(measurePlaces(values.shared, values.errors ? printError : undefined), null, 2))
}
