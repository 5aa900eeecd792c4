// Who acts in the news: countries, bodies, armed groups, persons with their offices, and the nouns for all of them. In:
// the texts of data/countries.tsv and data/actors/, and of files that users bring. Out: what a name or noun may stand
// for. Reading the files is left to the caller; what a report means by a name is `resolve/actors`.
import { append } from "../base/group-by.ts"
import { type ActorRow, parseActorRows } from "./actor-rows.ts"
import type { Country } from "./countries.ts"
import { foldName } from "./fold-name.ts"
import { NameIndex } from "./name-index.ts"
import { OfficeHolders } from "./office-holders.ts"

export type { ActorRow } from "./actor-rows.ts"
export type { Country } from "./countries.ts"

/** The files of data/actors that have the format told in bodies.tsv; an earlier one wins over a later one. */
export const ACTOR_FILES = [
  "great-offices.tsv",
  "movements.tsv",
  "bodies.tsv",
  "roles.tsv",
  "armed-groups.tsv",
  "international.tsv",
  "role-nouns-petrarch.tsv",
] as const

export interface ActorFiles {
  readonly countries: readonly Country[]
  /** See `ActorLexicon`. */
  readonly isGivenName: (word: string) => boolean
  /** data/actors/office-holders.tsv. */
  readonly officeHolders: string
  /** Those of `ACTOR_FILES`, in that order. */
  readonly actors: readonly { readonly name: string; readonly text: string }[]
}

/** What a name stands for. */
export type NameMeaning =
  | { readonly as: "row"; readonly row: ActorRow }
  /** “Syria”, “Syrian”, “Damascus”, “Idlib”. */
  | { readonly as: "country" | "demonym" | "seat" | "region"; readonly country: Country }

/** What a common noun says of its bearer. */
export interface NounMeaning {
  /** `role`: one for persons. `body`: one for organisations. */
  readonly kind: "role" | "body"
  /** PLOVER; null when it takes that of what it goes with: “spokesman”. */
  readonly sector: string | null
  /** Whether it takes the sector of what it goes with before its own: “police official”. */
  readonly inherits: boolean
  readonly secondary: readonly string[]
  /** A code that wins over that of the country it goes with: NGO of a user's “human rights body”. */
  readonly country: string | null
}

/** One source of names: ours, or one of a user's files. */
interface Layer {
  readonly names: NameIndex<NameMeaning>
  readonly nouns: NameIndex<NounMeaning>
  /** Rows of persons by the last word of each of their names, folded. */
  readonly surnames: ReadonlyMap<string, readonly ActorRow[]>
  /** Names of papers, agencies and channels. */
  readonly outlets: readonly string[]
}

export interface ActorLexicon {
  /** The user's last file first, ours last. */
  readonly layers: readonly Layer[]
  readonly officeHolders: OfficeHolders
  /** Codes of countries that the rows may name. */
  readonly countries: ReadonlySet<string>
  /** “ali”, folded: whether people are called so by their first name. */
  readonly isGivenName: (word: string) => boolean
}

/** Reads our own files; takes about a tenth of a second. What does not fit is our mistake: throws an `InputError` that names file and line. */
export function parseActors({
  countries: table,
  officeHolders,
  actors,
  isGivenName,
}: ActorFiles): ActorLexicon {
  const countries = new Set(table.map(({ code }) => code))
  const rows = actors.flatMap(({ name, text }) =>
    parseActorRows(text, { fileName: `data/actors/${name}`, countries }),
  )
  const layers = [layerOf(rows, table)]
  return { layers, officeHolders: new OfficeHolders(officeHolders), countries, isGivenName }
}

/**
 * The lexicon with a user's file before it: its names win. The format is that of data/actors/bodies.tsv. Throws an
 * `InputError` “bad-lexicon” that names every wrong line; then nothing of the file is used.
 */
export function addUserLexicon(lexicon: ActorLexicon, text: string, fileName: string): ActorLexicon {
  const rows = parseActorRows(text, { fileName, countries: lexicon.countries })
  const countries = new Set(lexicon.countries)
  for (const { country } of rows) if (country !== null) countries.add(country)
  return { ...lexicon, layers: [layerOf(rows, []), ...lexicon.layers], countries }
}

/** The names of all papers, agencies and channels. */
export function outletsOf({ layers }: ActorLexicon): readonly string[] {
  return layers.flatMap(({ outlets }) => outlets)
}

function layerOf(rows: readonly ActorRow[], table: readonly Country[]): Layer {
  const names = new NameIndex<NameMeaning>()
  const nouns = new NameIndex<NounMeaning>()
  const surnames = new Map<string, ActorRow[]>()
  const outlets: string[] = []
  for (const row of rows) {
    const spellings = [row.name, ...row.aliases]
    if (row.kind === "role" || row.kind === "body") {
      const meaning = nounMeaning(row, row.kind)
      for (const spelling of spellings)
        if (nouns.find(foldName(spelling)).length === 0) nouns.add(spelling, meaning)
      continue
    }
    const meaning: NameMeaning =
      row.kind === "state" ? { as: "country", country: countryOf(row) } : { as: "row", row }
    for (const spelling of spellings) names.add(spelling, meaning)
    if (row.kind === "person") addSurnames(surnames, row, spellings)
    if (row.kind === "organization" && row.sector === "JRN") outlets.push(...spellings)
  }
  for (const country of table) {
    for (const spelling of country.names) names.add(spelling, { as: "country", country })
    for (const spelling of country.demonyms) names.add(spelling, { as: "demonym", country })
    for (const spelling of country.seats) names.add(spelling, { as: "seat", country })
    for (const spelling of country.regions) names.add(spelling, { as: "region", country })
  }
  return { names, nouns, surnames, outlets }
}

function nounMeaning({ sector, secondary, country }: ActorRow, kind: NounMeaning["kind"]): NounMeaning {
  const inherits = sector?.startsWith("*") ?? false
  return { kind, sector: sector?.replace(/^\*/, "") || null, inherits, secondary, country }
}

/** A user's state: its names and the words for its people stand in one column. */
function countryOf({ name, aliases, country }: ActorRow): Country {
  return {
    register: "own",
    code: country!,
    name,
    names: [name, ...aliases],
    demonyms: [],
    seats: [],
    regions: [],
  }
}

/** Where the family name stands first: “Xi” of “Xi Jinping”. */
const FAMILY_NAME_FIRST = new Set("CHN HKG KHM KOR PRK TWN VNM".split(" "))

/** “Leung” of “Leung Chun-ying”, not “John” of “John Lee”. */
function isFamilyNameFirst({ country, name }: ActorRow): boolean {
  if (!FAMILY_NAME_FIRST.has(country ?? "")) return false
  return !BOTH_ORDERS.has(country ?? "") || name.includes("-")
}

const BOTH_ORDERS = new Set(["HKG", "TWN"])

function addSurnames(surnames: Map<string, ActorRow[]>, row: ActorRow, spellings: readonly string[]): void {
  const words = new Set(spellings.map((spelling) => foldName(spelling).split(" ").at(-1)!))
  if (isFamilyNameFirst(row)) words.add(foldName(row.name).split(" ")[0]!)
  for (const word of words) append(surnames, word, row)
}

/** “Syria”, “UAE”: whether it is a country's name, in the case of the name. */
export function isCountryName(lexicon: ActorLexicon, name: string): boolean {
  if (!/^\p{Lu}/u.test(name)) return false
  return meaningsOf(lexicon, foldName(name)).found.some(({ meaning }) => meaning.as === "country")
}

/** “Kremlin”, “Downing Street”: whether it is a seat of government, and nobody's name. */
export function isSeatName(lexicon: ActorLexicon, name: string): boolean {
  const { found } = meaningsOf(lexicon, foldName(name))
  const isPerson = found.some(({ meaning }) => meaning.as === "row" && meaning.row.kind === "person")
  return !isPerson && found.some(({ meaning }) => meaning.as === "seat")
}

/** “Iraqis”, “Turks”: whether it is a people's name, in the plural. */
export function isPeopleName(lexicon: ActorLexicon, name: string): boolean {
  if (!/^\p{Lu}.*s$/u.test(name)) return false
  return meaningsOf(lexicon, foldName(name.slice(0, -1))).found.some(
    ({ meaning }) => meaning.as === "demonym",
  )
}

/** “Hezbollah”, “World Bank”: whether it is a body of the tables and nothing else, written as there. */
export function isBodyName(lexicon: ActorLexicon, name: string): boolean {
  const { found } = meaningsOf(lexicon, foldName(name))
  return (
    found.some(({ spelling }) => spelling === name) &&
    found.every(({ meaning }) => meaning.as === "row" && /^(?:organization|group)$/.test(meaning.row.kind))
  )
}

/** What a folded name stands for in the first layer that knows it, with the spellings it has there. */
export function meaningsOf(
  { layers }: ActorLexicon,
  folded: string,
): { readonly isUsers: boolean; readonly found: ReturnType<NameIndex<NameMeaning>["find"]> } {
  for (const [number, { names }] of layers.entries()) {
    const found = names.find(folded)
    if (found.length > 0) return { isUsers: number < layers.length - 1, found }
  }
  return { isUsers: false, found: [] }
}

/** The most words of a name or noun that begins with this word, folded; 0 when none does. */
export function longestFrom({ layers }: ActorLexicon, firstWord: string): number {
  return Math.max(
    ...layers.map(({ names, nouns }) => Math.max(names.longestFrom(firstWord), nouns.longestFrom(firstWord))),
  )
}

/**
 * What a noun says, singular or plural: “soldiers”, “members of parliament”. `fits`: whether it may be printed as the
 * text has it: “Sun” is a paper, “sun” nothing. Null when it is not known.
 */
export function findNoun(
  { layers }: ActorLexicon,
  folded: string,
  fits: (spelling: string, isUsers: boolean) => boolean,
): (NounMeaning & { readonly isPlural: boolean }) | null {
  for (const [number, { nouns }] of layers.entries()) {
    for (const [form, isPlural] of formsOf(folded)) {
      const noun = nouns.find(form).find(({ spelling }) => fits(spelling, number < layers.length - 1))
      if (noun !== undefined) return { ...noun.meaning, isPlural: isPlural || IRREGULAR.test(folded) }
    }
  }
  return null
}

/** Plurals that the files list as other forms of their noun. */
const IRREGULAR = /(?:men|women|people|children|police|troops|forces|families|media|wives|fishermen)$/

/** “authorities” may be “authorities” itself or “authority”, “churches” “church”, “policemen” “policeman”. */
function formsOf(folded: string): readonly (readonly [string, boolean])[] {
  if (folded.endsWith("men"))
    return [
      [folded, false],
      [`${folded.slice(0, -2)}an`, true],
    ]
  if (!folded.endsWith("s") || folded.length < 4) return [[folded, false]]
  const forms: [string, boolean][] = [
    [folded, false],
    [folded.slice(0, -1), true],
  ]
  if (folded.endsWith("es")) forms.push([folded.slice(0, -2), true])
  if (folded.endsWith("ies")) forms.push([`${folded.slice(0, -3)}y`, true])
  return forms
}

/** The rows of all persons whose name or another of their spellings ends in this word; the user's first, then ours, then the table of offices. */
export function personsNamed({ layers, officeHolders }: ActorLexicon, surname: string): readonly ActorRow[] {
  return [
    ...layers.flatMap(({ surnames }) => surnames.get(surname) ?? []),
    ...officeHolders.withSurname(surname),
  ]
}
