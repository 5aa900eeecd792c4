// Whom a name stands for. In: a folded name, what the report says of its bearer, the day. Out: the rows of one person of
// the lexicon, or that several share the name, or that it has none.
import { type ActorLexicon, type ActorRow, foldName, holdsOn, personsNamed } from "../../lexicon/index.ts"
import type { Told } from "./describe.ts"
import { likenessOf } from "./name-likeness.ts"
import type { Setting } from "./setting.ts"
import { sharedWords } from "./titles.ts"

export type PersonFound =
  | {
      readonly kind: "one"
      readonly rows: readonly ActorRow[]
      readonly isExact: boolean
      readonly rivals: readonly string[]
    }
  | { readonly kind: "tie"; readonly persons: readonly (readonly ActorRow[])[] }
  | { readonly kind: "none" }

type Person = readonly ActorRow[]

/** What decides between persons who share a name, the strongest first. */
export function findPerson(name: string, told: Told, lexicon: ActorLexicon, setting: Setting): PersonFound {
  const words = name.split(" ").filter((word) => !SUFFIXES.has(word))
  const surname = words.at(-1)
  if (surname === undefined) return { kind: "none" }
  const full = words.join(" ")
  const alike = personsNamed(lexicon, surname)
    .map((row) => ({
      row,
      likeness: Math.max(...[row.name, ...row.aliases].map((each) => likenessOf(full, foldName(each)))),
    }))
    .filter(({ likeness }) => likeness > 0)
  const best = Math.max(0, ...alike.map(({ likeness }) => likeness))
  const persons = groupByPerson(
    alike.filter(({ likeness }) => likeness === best).map(({ row }) => row),
    alike.map(({ row }) => row),
  )
  // “Ali said he fled”, in a report that names no country: anybody.
  const isUntold = told.sector === null && told.country === null && setting.countries.length === 0
  if (best === SURNAME && isUntold && lexicon.isGivenName(full)) return { kind: "none" }
  const fitting = persons.filter((person) => fits(person, best, told, setting))
  return choose(fitting, told, setting, best === EXACT)
}

const SUFFIXES = new Set("jr sr ii iii qc kc mp mep phd md".split(" "))
const [EXACT, SURNAME] = [3, 1]

/** Rows of one person, offices under other spellings included. */
function groupByPerson(best: readonly ActorRow[], all: readonly ActorRow[]): readonly Person[] {
  const keys = new Set(best.map(keyOf))
  return [...keys].map((key) => all.filter((row) => keyOf(row) === key))
}

function keyOf({ id, name }: ActorRow): string {
  return id ?? foldName(name)
}

function fits(person: Person, likeness: number, told: Told, setting: Setting): boolean {
  const isTold = agrees(person, told)
  const isInForce = person.some((row) => holdsOn(row, setting.date))
  // Of a report of which nothing is known every country is near.
  const isNear =
    setting.countries.length === 0 ||
    person.some(
      ({ country }) => country !== null && (country === told.country || setting.countries.includes(country)),
    )
  // “US actor Michael Moore” is no minister.
  const isOther = told.sector !== null && !told.isVague && !isTold
  const isElsewhere =
    told.country !== null && !person.some(({ country }) => country === told.country || country === null)
  switch (likeness) {
    case EXACT:
      return (
        !(isOther && (isElsewhere || !isInForce || !isNear)) && !(isElsewhere && !isInForce && !told.isFormer)
      )
    case 2:
      return !isOther && !isElsewhere && isNear
    default:
      // “Lavrov” alone, or “Russian Foreign Minister Lavrov”.
      return (
        inOffice(person, setting) &&
        isNear &&
        !isElsewhere &&
        (told.sector !== null ? isTold : isGreat(person, setting))
      )
  }
}

/** “Biden” is no first lady. */
function inOffice(person: Person, { date }: Setting): boolean {
  return person.some((row) => row.sector !== "ELI" && holdsOn(row, date))
}

/** In the table of the great offices: known by the surname alone, a member of parliament in a report about the country. */
function isGreat(person: Person, { countries }: Setting): boolean {
  return person.some(
    ({ captured, sector, country }) =>
      captured === null && (sector !== "LEG" || (country !== null && countries.includes(country))),
  )
}

/** Whether the words of the report may be those for one of the person's offices. */
function agrees(person: Person, { sector }: Told): boolean {
  return (
    sector === null ||
    person.some((row) => row.sector === sector || row.secondary.includes(sector) || row.sector === null) ||
    // “former president Barack Obama”, which is a noun of the lexicon too
    sector === "ELI"
  )
}

function choose(persons: readonly Person[], told: Told, setting: Setting, isExact: boolean): PersonFound {
  if (persons.length === 0) return { kind: "none" }
  const tests: readonly ((person: Person) => boolean)[] = [
    (person) => told.country !== null && person.some(({ country }) => country === told.country),
    (person) => person.some((row) => holdsOn(row, setting.date) && sharedWords(row, told.titleWords) > 0),
    (person) =>
      told.sector !== null && person.some((row) => holdsOn(row, setting.date) && row.sector === told.sector),
    (person) => person.some((row) => holdsOn(row, setting.date)),
    (person) => person.some(({ country }) => country !== null && country === setting.countries[0]),
    (person) => person.some(({ country }) => country !== null && setting.countries.includes(country)),
  ]
  let left = persons
  for (const test of tests) {
    if (left.length === 1) break
    const passing = left.filter(test)
    if (passing.length > 0) left = passing
  }
  if (left.length > 1) return { kind: "tie", persons: left }
  const rivals = persons.filter((person) => person !== left[0]).flatMap(([row]) => row!.id ?? [])
  return { kind: "one", rows: left[0]!, isExact, rivals }
}
