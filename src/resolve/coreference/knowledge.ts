// What lexicons tell about names and nouns. In: the lexicons. Out: questions to them.
import { type Country, findNoun, type HeadNoun, type Lexicons } from "../../lexicon/index.ts"
import { parseRanker, type Ranker } from "./ranker.ts"

export type Gender = NonNullable<HeadNoun["gender"]>

export interface CoreferenceKnowledge {
  /** How often a given name is a woman's, 0 to 1; null when it is not known. In any case. */
  womenNamed(givenName: string): number | null
  /** What a noun stands for; null when it is none of these. Singular, lower case. */
  nounKind(noun: string): HeadNoun | null
  /** PLOVER's sector of people who are called so: MIL of “soldier”; null for none, and for those who have that of what they go with: “official”. Singular, lower case. */
  sectorOf(noun: string): string | null
  /** Whether it names something that happens and nobody: “talk”, “strike”. Singular, lower case. */
  isHappening(noun: string): boolean
  /** The country of which it is a name, ISO 3166-1 alpha-3: “the US” without its article. In any case. */
  countryNamed(name: string): string | null
  /** The country whose seat of government it is: “Damascus”, “Downing Street”. In any case. */
  countryOfSeat(name: string): string | null
  /** How people of a country are called: “Russian”, “Turk”. In any case. */
  countryOfDemonym(word: string): string | null
  /** The name of a country by its code; the code itself when it is not known. */
  nameOfCountry(code: string): string
  /** Chooses among candidates; null: no pronoun or nominal is linked but by rule. */
  readonly ranker: Ranker | null
}

/** The ranker's file; null for rules alone. Throws when it is not one: our mistake. */
export function coreferenceKnowledge(
  {
    givenNames,
    headNouns,
    countries,
    actors,
    frames,
  }: Pick<Lexicons, "givenNames" | "headNouns" | "countries" | "actors" | "frames">,
  ranker: Uint8Array | null,
): CoreferenceKnowledge {
  const { names, named, demonyms, seats } = byName(countries)
  return {
    womenNamed: (name) => givenNames.get(name.toLowerCase()) ?? givenNames.get(withoutAccents(name)) ?? null,
    nounKind: (noun) => headNouns.get(noun) ?? null,
    sectorOf: (noun) => {
      const found = findNoun(actors, noun, (spelling) => spelling === spelling.toLowerCase())
      return found === null || found.inherits ? null : found.sector
    },
    isHappening: (noun) => frames.frames.noun.has(noun) && !headNouns.has(noun),
    countryNamed: (name) => named.get(plain(name)) ?? null,
    countryOfSeat: (name) => seats.get(plain(name)) ?? null,
    countryOfDemonym: (word) => demonyms.get(plain(word)) ?? null,
    nameOfCountry: (code) => names.get(code) ?? code,
    ranker: ranker === null ? null : parseRanker(ranker),
  }
}

interface Countries {
  readonly names: ReadonlyMap<string, string>
  readonly named: ReadonlyMap<string, string>
  readonly demonyms: ReadonlyMap<string, string>
  readonly seats: ReadonlyMap<string, string>
}

function byName(countries: readonly Country[]): Countries {
  const codes = (spellings: (country: Country) => readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      countries.flatMap((country) => spellings(country).map((one) => [plain(one), country.code] as const)),
    )
  return {
    names: new Map(countries.map(({ code, name }) => [code, name])),
    named: codes(({ names }) => names),
    demonyms: codes(({ demonyms }) => demonyms),
    seats: codes(({ seats }) => seats),
  }
}

/** “Agnès” is among the births as “agnes”. */
function withoutAccents(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
}

/** “The U.S.” and “us” are told apart by the full stops' capitals: both become "us", so pronouns must not be asked for. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, "").replaceAll(".", "").trim()
}
