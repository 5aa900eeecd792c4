// Where a report is set. In: its text. Out: the countries that it names, the most named first.
import { groupBy } from "../../base/group-by.ts"
import { MONTHS } from "../../base/months.ts"
import type { ActorLexicon, Gazetteer } from "../../lexicon/index.ts"
import type { Span } from "../../schema/positions.ts"
import { fullNamesIn } from "./full-names.ts"
import { isCountry } from "./is-country.ts"
import { findItems, type Item } from "./items.ts"
import { NOWHERE, type Setting } from "./setting.ts"
import { type Word, wordsIn } from "./words.ts"

/**
 * `gazetteer`: tells the countries of towns that the lexicon of actors does not have. `dateline`: where `text` says that it
 * was written. Time grows with the text.
 */
export function findSetting(
  text: string,
  lexicon: ActorLexicon,
  gazetteer: Pick<Gazetteer, "candidates"> | null,
  dateline: Span | null = null,
): Setting {
  const weights = new Map<string, number>()
  let total = 0
  const words = wordsIn(text)
  const fullNames = fullNamesIn(words)
  for (const item of findItems(words, lexicon, { ...NOWHERE, fullNames })) {
    const country = countryNamedBy(item)
    if (country === null) continue
    const weight = item.kind === "row" || item.kind === "noun" ? BODY_WEIGHT : 1
    weights.set(country, (weights.get(country) ?? 0) + weight)
    total += weight
  }
  if (total < FEW_NAMINGS && gazetteer !== null) {
    for (const country of countriesOfTowns(words, gazetteer)) {
      weights.set(country, (weights.get(country) ?? 0) + 1)
      total += 1
    }
  }
  const written =
    dateline === null || gazetteer === null
      ? null
      : countryOfPlaces(gazetteer, [])(text.slice(dateline.start, dateline.end))
  // Many a report of Uganda comes from Nairobi.
  if (written !== null && weights.has(written) && weights.size > 1) {
    weights.set(written, weights.get(written)! - 1)
    total -= 1
  }
  // Sorting is stable: of equals the one named first.
  const sorted = [...weights].sort(([, one], [, other]) => other - one)
  const countries = sorted.flatMap(([country, weight]) => (weight > 0 ? [country] : []))
  const named = (share: number): readonly string[] =>
    sorted.flatMap(([country, weight]) => (weight >= share * sorted[0]![1] ? [country] : []))
  const rivals = named(RIVAL)
  return {
    countries,
    home:
      named(WRITTEN_IN).find((country) => country === written) ?? (rivals.length === 1 ? rivals[0]! : null),
    share: sorted.length === 0 ? 0 : sorted[0]![1] / total,
    date: null,
    fullNames,
    placeCountry: gazetteer === null ? () => null : countryOfPlaces(gazetteer, countries),
  }
}

/**
 * Two that are named nearly as often: the first was right for 11 of the actors of the corpus's train part of whom nothing
 * else tells, and wrong for 33 at least, who have none (2026-11-30).
 */
const RIVAL = 0.9

/** The country of the dateline, when it is named this often for each naming of the first. */
const WRITTEN_IN = 0.5

/** A report that names hardly any country is set where its towns are. */
const FEW_NAMINGS = 3

const BEFORE_TOWNS = new Set(["in", "at", "near", "from"])

/** “in Caloundra”: the most populous of that name; a small one alone may be a namesake. */
function countriesOfTowns(
  words: readonly Word[],
  gazetteer: Pick<Gazetteer, "candidates">,
): readonly string[] {
  const towns = words.flatMap((word, index) => {
    if (!word.isCapital || !BEFORE_TOWNS.has(words[index - 1]?.text ?? "") || MONTHS.includes(word.text))
      return []
    const [after, behind] = [words[index + 1], words[index + 2]]
    const isLonger = after?.isCapital === true && !after.isParted
    // “in San Blas Hospital”
    if (isLonger && behind?.isCapital === true && !behind.isParted) return []
    const name = isLonger ? `${word.text} ${after.text}` : word.text
    const town = gazetteer
      .candidates(name)
      .find(({ country, match }) => country !== null && match !== "alias")
    return town === undefined ? [] : [{ name, town }]
  })
  const namesOf = [...groupBy(towns, ({ town }) => town.country)].map(
    ([country, own]) => [country, new Set(own.map(({ name }) => name)).size] as const,
  )
  const several = new Set(namesOf.filter(([, names]) => names > 1).map(([country]) => country))
  const isSure = ({ town }: (typeof towns)[number]): boolean =>
    town.population >= LEAST_PEOPLE || several.has(town.country)
  return towns.filter(isSure).map(({ town }) => town.country!)
}

/** Smaller towns share their names with too many others, and with families. */
const LEAST_PEOPLE = 100_000

/** Regions that the world talks of have names in many languages. */
const FEWEST_NAMES = 10

/** A place of the country that the report is about, else a large one that is the best known of its name. */
function countryOfPlaces(
  gazetteer: Pick<Gazetteer, "candidates">,
  countries: readonly string[],
): Setting["placeCountry"] {
  const known = new Map<string, string | null>()
  const lookUp = (name: string): string | null => {
    const candidates = gazetteer
      .candidates(name)
      .filter(({ country, match }) => country !== null && match !== "alias")
    const near = candidates.find(({ country }) => country === countries[0])
    if (near !== undefined) return near.country
    const [largest] = candidates
    const isKnown =
      largest !== undefined &&
      (largest.population >= LEAST_PEOPLE || (largest.kind === "region" && largest.nameCount >= FEWEST_NAMES))
    return isKnown ? largest.country : null
  }
  return (name) => {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const country = lookUp(name)
    known.set(name, country)
    return country
  }
}

/** “NASA” tells less than “the United States” where a report is set. */
const BODY_WEIGHT = 0.5

/** Papers and agencies are cited everywhere, and companies and international bodies act everywhere. */
function countryNamedBy(item: Item): string | null {
  switch (item.kind) {
    case "country":
    case "demonym":
    case "seat":
    case "region":
      return item.country.code
    case "row":
      return item.row.sector === "JRN" || item.row.sector === "BUS" || !isCountry(item.row.country)
        ? null
        : item.row.country
    case "noun":
      return null
  }
}
