// Which names name the same one. In: profiles, in text order. Out: chains of names: the same words, a surname after the
// full name, initials, a capital that acts for its government. Relatives and namesakes stay apart.

import type { Reading } from "../../schema/reading.ts"
import { actsAsState } from "./acts.ts"
import { type DerivedNames, derivedFrom, describesNoun } from "./derived-names.ts"
import { DraftChain } from "./draft-chain.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import { initialsOf } from "./name-words.ts"
import { type NameMention, type Profile, textOf } from "./profiles.ts"

type Label = NameMention["label"]

/** A chain with the names by which it is found again. */
interface Named {
  readonly chain: DraftChain
  readonly label: Label
  /** The longest name so far. */
  words: readonly string[]
  lastOrder: number
  /** The country whose body it is: “Azerbaijan's Defence Ministry”; null when none is told. */
  owner: string | null
}

/** Namesakes that are looked through for one name, the latest first: 5,000 people called Smith must not take long. */
const MOST_NAMESAKES = 20

/** How a name came to its chain. */
export interface NameLink {
  readonly chain: DraftChain
  readonly by: string
  readonly score: number
}

export interface ChainedNames {
  /** By the place among the mentions. */
  readonly links: ReadonlyMap<number, NameLink>
  /** Those of countries by their code. */
  readonly countries: ReadonlyMap<string, DraftChain>
}

/** One chain for each one named; every name, by its place among the mentions, is in one. Linear. */
export function chainNames(
  reading: Reading,
  profiles: readonly Profile[],
  knowledge: CoreferenceKnowledge,
): ChainedNames {
  const countries = new Map<string, DraftChain>()
  const links = new Map<number, NameLink>()
  const surnames = surnamesIn(reading, profiles)
  const namesakes = namesakesOfCountries(reading, profiles)
  const derived = derivedFrom(profiles)
  const owners = new Map(profiles.map((profile) => [profile, ownerOf(profile, knowledge)]))
  const index = new NameIndex(surnames, owners)
  const bareTitles: Profile[] = []
  const chain = (profile: Profile, mention: NameMention): void => {
    const { key, isCapital } = keyOf(reading, profile, { knowledge, surnames, namesakes, derived })
    const written = textOf(reading, mention.name)
    const found =
      index.exact(key, profile) ?? (key.startsWith("country:") ? null : index.similar(profile, written))
    const named = found?.named ?? index.add(profile)
    if (key.startsWith("country:")) {
      named.chain.forcedKind = "state"
      countries.set(key.slice("country:".length), named.chain)
    } else if (profile.words.length === 1 && surnames.has(profile.words[0]!))
      named.chain.forcedKind = "person"
    const by = isCapital ? "capital" : (found?.by ?? "name")
    named.chain.addName(profile)
    links.set(profile.order, { chain: named.chain, by, score: found?.score ?? mention.score })
    index.remember(named, key, profile, written)
  }
  for (const profile of profiles) {
    if (profile.mention.kind !== "name") continue
    if (isBareTitle(profile, knowledge)) bareTitles.push(profile)
    else chain(profile, profile.mention)
  }
  const bearers = bearersOf(new Set(bareTitles.map(({ words }) => words[0]!)), profiles, links)
  for (const profile of bareTitles) {
    const [bearer, another] = bearers.get(profile.words[0]!) ?? []
    if (bearer !== undefined && another === undefined)
      links.set(profile.order, { chain: bearer, by: "nominal", score: 0.75 })
    else chain(profile, profile.mention as NameMention)
  }
  return { links, countries }
}

/** “Minister denies strike”: an office taken for a name, as headlines have it. “Sudanese” is a noun for a person too, and no office. */
function isBareTitle({ words: [word, ...more] }: Profile, knowledge: CoreferenceKnowledge): boolean {
  if (word === undefined || more.length > 0 || knowledge.countryOfDemonym(word) !== null) return false
  return knowledge.nounKind(word)?.kind === "person"
}

/** Of each title the persons who are named with it: of “minister” “Defence Minister Ana Kovač”. */
function bearersOf(
  titles: ReadonlySet<string>,
  profiles: readonly Profile[],
  links: ReadonlyMap<number, NameLink>,
): ReadonlyMap<string, ReadonlySet<DraftChain>> {
  const bearers = new Map<string, Set<DraftChain>>()
  for (const { mention, modifiers, order } of profiles) {
    const chain = links.get(order)?.chain
    if (chain === undefined || mention.kind !== "name" || mention.label !== "person") continue
    for (const word of modifiers) {
      if (titles.has(word)) bearers.set(word, (bearers.get(word) ?? new Set()).add(chain))
    }
  }
  return bearers
}

/**
 * The last words of the report's full names of persons. Left out are those by which it names a place: “in Amman” beside
 * Sudesh Amman.
 */
function surnamesIn(reading: Reading, profiles: readonly Profile[]): ReadonlySet<string> {
  const surnames = new Set<string>()
  const places = new Set<string>()
  for (const profile of profiles) {
    const { mention, words, role } = profile
    if (mention.kind !== "name") continue
    // “Kamloops RCMP” is taken for a person.
    const last = textOf(reading, mention.name).split(/\s/).at(-1)!
    if (mention.label === "person" && words.length > 1 && !isAcronym(last)) surnames.add(words.at(-1)!)
    if (words.length === 1 && role === "oblique" && isPlaced(profile)) places.add(words[0]!)
  }
  for (const word of places) surnames.delete(word)
  return surnames
}

const PLACING = new Set("in at near around into outside inside across from".split(" "))

function isPlaced({ tree, head }: Profile): boolean {
  return tree.childrenBy(head, "case").some((child) => PLACING.has(tree.at(child).lemma.toLowerCase()))
}

// “The White House said”: kept apart from the state, as an office of its own.
const HOUSES = /\b(?:House|Street|Palace|Hill|Kremlin|Whitehall|Number|No)\b/

const ALSO_PERSONS = new Set(["Chad", "Jordan", "Georgia", "Israel", "India", "Kenya"])

/**
 * Of the names that countries share with persons those by which this report may mean a person: not “Chad” of “that Chad
 * had allowed”, where it is named as a country elsewhere and nobody is called so in full.
 */
function namesakesOfCountries(reading: Reading, profiles: readonly Profile[]): ReadonlySet<string> {
  const [countries, persons] = [new Set<string>(), new Set<string>()]
  for (const { mention } of profiles) {
    if (mention.kind !== "name") continue
    const written = textOf(reading, mention.name).split(/\s+/)
    if (mention.label === "person" && written.length > 1) for (const word of written) persons.add(word)
    if (mention.label !== "person" && written.length === 1) countries.add(written[0]!)
  }
  return new Set([...ALSO_PERSONS].filter((name) => persons.has(name) || !countries.has(name)))
}

interface KnownOfNames {
  readonly knowledge: CoreferenceKnowledge
  readonly surnames: ReadonlySet<string>
  readonly namesakes: ReadonlySet<string>
  readonly derived: DerivedNames
}

function keyOf(
  reading: Reading,
  profile: Profile,
  { knowledge, surnames, namesakes, derived }: KnownOfNames,
): { readonly key: string; readonly isCapital: boolean } {
  const mention = profile.mention as NameMention
  const written = textOf(reading, mention.name)
  const country = knowledge.countryNamed(written)
  // “Russia announced” is sometimes taken for a person; “Jordan said” may be one.
  if (country !== null && (mention.label !== "person" || !namesakes.has(written)))
    return { key: `country:${country}`, isCapital: false }
  // “Israeli” of “the Israeli strike”, never somebody who is called so.
  if (describesNoun(profile) && !surnames.has(profile.words[0]!)) {
    const people = knowledge.countryOfDemonym(written)
    if (people !== null) return { key: `country:${people}`, isCapital: false }
    const base = derived.get(profile.order)
    if (base !== undefined) return { key: base, isCapital: false }
  }
  if (mention.label !== "person") {
    // “Damascus said”: the government; “in Damascus”: the city.
    const capitalOf = HOUSES.test(written) ? null : knowledge.countryOfSeat(written)
    if (capitalOf !== null && actsAsState(profile)) return { key: `country:${capitalOf}`, isCapital: true }
  }
  return { key: withoutForm(profile.words).join(" "), isCapital: false }
}

/** “Kingdom of Mereland” is Mereland; what the tables know of countries comes before. */
function withoutForm(words: readonly string[]): readonly string[] {
  const of = words.indexOf("of")
  return of === 1 && words.length > 2 && FORMS_OF_STATES.has(words[0]!) ? words.slice(2) : words
}

const FORMS_OF_STATES = new Set(
  "kingdom republic principality sultanate emirate duchy commonwealth".split(" "),
)

interface Match {
  readonly named: Named
  readonly by: string
  readonly score: number
}

/** The names met so far, by their words. Every look-up takes constant time. */
class NameIndex {
  readonly #surnames: ReadonlySet<string>
  readonly #owners: ReadonlyMap<Profile, string | null>
  readonly #byKey = new Map<string, Named[]>()
  readonly #byWord = new Map<string, Named[]>()
  readonly #byInitials = new Map<string, Named[]>()

  constructor(surnames: ReadonlySet<string>, owners: ReadonlyMap<Profile, string | null>) {
    this.#surnames = surnames
    this.#owners = owners
  }

  /** “Khan” may be taken for a town in a report of Usman Khan. */
  #labelOf({ mention, words }: Profile): Label {
    return words.length === 1 && this.#surnames.has(words[0]!) ? "person" : (mention as NameMention).label
  }

  add(profile: Profile): Named {
    const label = this.#labelOf(profile)
    const owner = this.#owners.get(profile) ?? null
    return { chain: new DraftChain(), label, words: profile.words, lastOrder: profile.order, owner }
  }

  remember(named: Named, key: string, profile: Profile, written: string): void {
    named.lastOrder = profile.order
    named.owner ??= this.#owners.get(profile) ?? null
    if (profile.words.length > named.words.length) named.words = profile.words
    put(this.#byKey, key, named)
    put(this.#byWord, profile.words.at(-1)!, named)
    if (named.label === "person" || profile.words.length > 1) put(this.#byWord, profile.words[0]!, named)
    const initials = isAcronym(written)
      ? written.replaceAll(".", "").toLowerCase()
      : initialsOf(profile.words)
    if (initials !== "") put(this.#byInitials, initials, named)
  }

  exact(key: string, profile: Profile): Match | null {
    const named = latest(
      this.#byKey.get(key),
      (one) =>
        key.startsWith("country:") ||
        (areOneSort(one, profile, this.#labelOf(profile)) &&
          !differInGender(one, profile) &&
          !this.#isOthers(one, profile)),
    )
    return named === null ? null : { named, by: "name", score: 0.95 }
  }

  /** “Azerbaijan's Defence Ministry” after “the Armenian Defence Ministry”. */
  #isOthers(one: Named, profile: Profile): boolean {
    const owner = this.#owners.get(profile) ?? null
    return owner !== null && one.owner !== null && owner !== one.owner
  }

  /** A name of other words that may name the same one. */
  similar(profile: Profile, written: string): Match | null {
    const { words } = profile
    const label = this.#labelOf(profile)
    if (isAcronym(written)) {
      const letters = written.replaceAll(".", "").toLowerCase()
      const named = latest(
        this.#byInitials.get(letters),
        (one) => one.label !== "person" && one.words.length > 1,
      )
      if (named !== null) return { named, by: "acronym", score: 0.9 }
    } else if (label !== "person" && words.length > 1) {
      const named = latest(
        this.#byInitials.get(initialsOf(words)),
        (one) => one.words.length === 1 && one.label !== "person",
      )
      if (named !== null) return { named, by: "acronym", score: 0.9 }
    }
    const isPerson = label === "person"
    const fits = (one: Named): boolean => {
      const arePersons = [label, one.label].every((sort) => sort === "person" || sort === "thing")
      if (isPerson || one.label === "person")
        return arePersons && !differInGender(one, profile) && areOnePerson(one.words, words)
      return areOneBody(one, words, label) && !this.#isOthers(one, profile)
    }
    const alike = [
      ...(this.#byWord.get(words.at(-1)!) ?? []),
      ...(words.length === 1 || isPerson ? [] : (this.#byWord.get(words[0]!) ?? [])),
    ]
    const candidates = alike.slice(-MOST_NAMESAKES).filter(fits)
    const named = foremost(candidates)
    if (named === null) return null
    // “Clinton” after “Hillary Clinton” and “Bill Clinton”: the one named most, with less trust.
    return { named, by: isPerson ? "surname" : "name", score: new Set(candidates).size > 1 ? 0.6 : 0.9 }
  }
}

function put(map: Map<string, Named[]>, key: string, named: Named): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [named])
  else if (!known.slice(-MOST_NAMESAKES).includes(named)) known.push(named)
}

function latest(all: readonly Named[] | undefined, fits: (one: Named) => boolean): Named | null {
  let best: Named | null = null
  for (const one of (all ?? []).slice(-MOST_NAMESAKES)) {
    if (fits(one) && (best === null || one.lastOrder > best.lastOrder)) best = one
  }
  return best
}

/** The country of “the Armenian Defence Ministry” and “Azerbaijan's Defence Ministry”; null of “the Defence Ministry”, and of persons. */
function ownerOf({ mention, words, tree, head }: Profile, knowledge: CoreferenceKnowledge): string | null {
  if (mention.kind !== "name" || mention.label === "person") return null
  const owners = tree.childrenBy(head, "nmod:poss").map((owner) => tree.at(owner).lemma)
  for (const word of [...words.slice(0, -1), ...owners]) {
    const country = knowledge.countryOfDemonym(word) ?? knowledge.countryNamed(word)
    if (country !== null) return country
  }
  return null
}

/** “Washington” the man is not Washington the city; else the same words are the same one, whatever sort they were taken for. */
function areOneSort(one: Named, profile: Profile, label: Label): boolean {
  const isPlace = (sort: string): boolean => sort === "place" || sort === "state"
  if (one.label === "person") return !isPlace(label) || profile.words.length > 1
  return label !== "person" || !isPlace(one.label) || profile.words.length > 1
}

// “Mrs Clinton” after “Bill Clinton”.
function differInGender({ chain }: Named, { gender }: Profile): boolean {
  return gender !== null && chain.gender !== null && gender !== chain.gender
}

/** “Lavrov” and “Sergei Lavrov”; “Xi” and “Xi Jinping”; “Donald J. Trump” and “Donald Trump”. Not “Melania Trump”. */
export function areOnePerson(one: readonly string[], other: readonly string[]): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  if (short.length === 1)
    return long.at(-1) === short[0] || long[0] === short[0] || withoutArticle(long.at(-1)!) === short[0]
  // “De Mistura” after “Staffan de Mistura”.
  if (
    PARTICLES.has(short[0]!) &&
    short.every((word, index) => word === long[long.length - short.length + index])
  )
    return true
  if (long.at(-1) !== short.at(-1)) {
    // “Mohammed bin Salman al-Saud” and “Mohammed bin Salman”.
    return long.length > short.length && short.every((word, index) => word === long[index])
  }
  const [a, b] = [long[0]!, short[0]!]
  return a === b || (a[0] === b[0] && (a.length === 1 || b.length === 1))
}

const PARTICLES = new Set(
  "de da di du del della des dos van von der den ten ter le la el al bin ibn abu".split(" "),
)

// “al-Assad”
function withoutArticle(word: string): string {
  return word.replace(/^(?:al|el|de|bin|ibn|abu)-/, "")
}

const COMPANY = new Set(
  "inc corp corporation ltd limited company co plc llc group holdings sa ag gmbh party foundation university".split(
    " ",
  ),
)

/** “Supreme Court” of “US Supreme Court”, “Apple” of “Apple Inc.”; not “Virginia” of “West Virginia”. */
function areOneBody(one: Named, other: readonly string[], label: string): boolean {
  if (
    one.label === "person" ||
    label === "place" ||
    label === "state" ||
    one.label === "place" ||
    one.label === "state"
  )
    return false
  const [long, short] = one.words.length >= other.length ? [one.words, other] : [other, one.words]
  if (long.length === short.length) return false
  const isEnd = short.every((word, index) => word === long[long.length - short.length + index])
  if (isEnd) return true
  const isBeginning = short.every((word, index) => word === long[index])
  return isBeginning && long.slice(short.length).every((word) => COMPANY.has(word))
}

/** The one named most, the first of several alike. */
function foremost(all: readonly Named[]): Named | null {
  let best: Named | null = null
  for (const one of all) if (best === null || one.chain.names.length > best.chain.names.length) best = one
  return best
}

function isAcronym(written: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}s?$/u.test(written)
}
