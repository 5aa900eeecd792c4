// What lexicons tell about names and nouns. In: the texts of the tables in data/. Out: questions to them. Reading the
// files is left to the caller.
import { parseRanker, type Ranker } from "./ranker.ts"

export type Gender = "man" | "woman"
export type NounKind = "person" | "organization" | "group" | "place"

export interface CoreferenceKnowledge {
  /** How often a given name is a woman's, 0 to 1; null when it is not known. In any case. */
  womenNamed(givenName: string): number | null
  /** What a noun stands for; null when it is none of these. Singular, lower case. */
  nounKind(noun: string): { readonly kind: NounKind; readonly gender: Gender | null } | null
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

/** The texts of the files in data/. */
export interface CoreferenceFiles {
  readonly "given-names.tsv": string
  readonly "head-nouns.tsv": string
  /** Columns code, names, demonyms, seats; several of one column are parted by "|". */
  readonly "countries.tsv": string
  /** Null for rules alone. */
  readonly "coreference.bin": Uint8Array | null
}

/** Throws when a line does not fit its columns: our mistake. */
export function parseKnowledge(files: CoreferenceFiles): CoreferenceKnowledge {
  const givenNames = new Map<string, number>()
  for (const [name, share] of rowsOf(files["given-names.tsv"], "given-names", 2)) {
    givenNames.set(name!, Number(share))
  }
  const nouns = new Map<string, { readonly kind: NounKind; readonly gender: Gender | null }>()
  for (const [noun, kind, gender] of rowsOf(files["head-nouns.tsv"], "head-nouns", 3)) {
    nouns.set(noun!, { kind: kind as NounKind, gender: gender === "-" ? null : (gender as Gender) })
  }
  const countries = parseCountries(files["countries.tsv"])
  const model = files["coreference.bin"]
  return {
    womenNamed: (name) => givenNames.get(name.toLowerCase()) ?? givenNames.get(withoutAccents(name)) ?? null,
    nounKind: (noun) => nouns.get(noun) ?? null,
    countryNamed: (name) => countries.named.get(plain(name)) ?? null,
    countryOfSeat: (name) => countries.seats.get(plain(name)) ?? null,
    countryOfDemonym: (word) => countries.demonyms.get(plain(word)) ?? null,
    nameOfCountry: (code) => countries.names.get(code) ?? code,
    ranker: model === null ? null : parseRanker(model),
  }
}

interface Countries {
  readonly names: ReadonlyMap<string, string>
  readonly named: ReadonlyMap<string, string>
  readonly demonyms: ReadonlyMap<string, string>
  readonly seats: ReadonlyMap<string, string>
}

function parseCountries(table: string): Countries {
  const [names, named, demonyms, seats] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ]
  for (const [code, own, people, houses] of rowsOf(table, "countries", 4)) {
    const [first, ...others] = listOf(own!)
    names.set(code!, first ?? code!)
    for (const one of [first ?? code!, ...others]) named.set(plain(one), code!)
    for (const one of listOf(people!)) demonyms.set(plain(one), code!)
    for (const one of listOf(houses!)) seats.set(plain(one), code!)
  }
  return { names, named, demonyms, seats }
}

function listOf(cell: string): readonly string[] {
  return cell.split("|").filter((one) => one !== "")
}

/** “Agnès” is among the births as “agnes”. */
function withoutAccents(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
}

/** “The U.S.” and “us” are told apart by the full stops' capitals: both become "us", so pronouns must not be asked for. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, "").replaceAll(".", "").trim()
}

function* rowsOf(table: string, name: string, columns: number): Iterable<readonly string[]> {
  for (const [index, line] of table.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue
    const fields = line.split("\t")
    if (fields.length < columns)
      throw new Error(
        `Line ${index + 1} of data/${name}.tsv does not fit its columns. This is a bug in Sayso: please report it.`,
      )
    yield fields
  }
}
