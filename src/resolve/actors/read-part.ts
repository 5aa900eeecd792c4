// One part of a phrase: “former Russian Foreign Minister”. In: its items. Out: what they say of the one whom the part
// stands for: the last noun or name is the head, what stands before tells more of it.
import type { ActorRow, NounMeaning } from "../../lexicon/index.ts"
import type { EntityKind } from "../../schema/resolution.ts"
import { ARMED_SECTORS } from "../../schema/sector-words.ts"
import { isCountry } from "./is-country.ts"
import type { Item } from "./items.ts"
import type { Segment } from "./segments.ts"
import type { Setting } from "./setting.ts"
import type { Word } from "./words.ts"

export interface PartTold {
  readonly kind: EntityKind | null
  readonly country: string | null
  readonly sector: string | null
  readonly isVague: boolean
  /** The head takes its sector from something else and has found none yet: “spokesman”. */
  readonly inherits: boolean
  readonly secondary: readonly string[]
  readonly isFormer: boolean
  readonly isCurrent: boolean
  /** Of some country that the words leave open: “Western officials”. */
  readonly isForeign: boolean
  /** Sent to another country, which is named behind: “ambassador to Syria”. */
  readonly isDiplomat: boolean
  readonly title: string | null
  /** The body or group that the part names; its country gives way to one named behind: “the Congress of the Philippines”. */
  readonly row: ActorRow | null
  readonly state: Extract<Item, { kind: "country" | "seat" | "region" }> | null
  /** The body or kind of people that tells the sector; null when none is named. */
  readonly body: Item | null
}

type NounItem = Extract<Item, { kind: "noun" }>

export function readPart(segment: Segment, words: readonly Word[], setting: Setting): PartTold {
  const items = segment.items.filter((item) => !isChanceName(item, words) && !isCityOfName(item, words))
  const head = headOf({ ...segment, items }, words)
  const before = items.slice(0, Math.max(0, head === undefined ? items.length : items.indexOf(head)))
  const nation = isNamedAfter(head, before.at(-1), words, setting)
    ? null
    : (nationIn(before, words) ?? placeBefore(segment, head, words, setting))
  const base = {
    ...timesIn(segment, words),
    isForeign: nation === null && isForeignIn(segment, head, words),
    isDiplomat: false,
    title: null,
    row: null,
    state: null,
    inherits: false,
    isVague: false,
    secondary: [],
  }
  if (head === undefined) {
    // “in Koszalin”; the first part would be a name or a noun that nobody knows.
    const isPlace = nation === null && segment.by !== null && segment.by !== ","
    const country = isPlace ? placeIn(words.slice(segment.from, segment.to), setting) : nation
    return { ...base, kind: null, country, sector: null, body: null }
  }
  switch (head.kind) {
    case "noun": {
      const told = readNoun(head, before, nation, words, setting)
      return { ...base, ...told, sector: partySector(told.sector, head, segment, words) }
    }
    case "row":
      return {
        ...base,
        kind: kindOfRow(head.row),
        country: head.row.country,
        sector: partySector(head.row.sector, head, segment, words),
        secondary: head.row.secondary,
        row: head.row,
        body: head,
      }
    case "demonym":
      return {
        ...base,
        kind: head.isPlural ? "group" : null,
        country: nationIn([head], words),
        sector: head.isPlural ? "CVL" : null,
        isVague: head.isPlural,
        body: null,
      }
    case "country":
    case "seat":
    case "region":
      return {
        ...base,
        kind: "state",
        country: nationIn([head], words),
        sector: null,
        state: head,
        body: null,
      }
  }
}

/** “the ruling New Progressive Party” governs; “the opposition Labour Party” does not. */
function partySector(
  sector: string | null,
  head: Item,
  segment: Segment,
  words: readonly Word[],
): string | null {
  if (sector !== "PTY" || !isNamedBody(head)) return sector
  const told = words.slice(segment.from, head.to).filter(({ isCapital }) => !isCapital)
  const [word] = told.map(({ folded }) => SECTORS_OF_PARTIES[folded]).filter((each) => each !== undefined)
  return word ?? sector
}

function isNamedBody(head: Item): boolean {
  return head.kind === "row" || (head.kind === "noun" && head.noun.kind === "body")
}

const SECTORS_OF_PARTIES: Readonly<Record<string, string>> = {
  ruling: "GOV",
  governing: "GOV",
  opposition: "OPP",
}

/** The last noun, but for one for persons within a longer name: “National” of “National Guard Bureau”. */
function headOf({ items, nameFrom }: Segment, words: readonly Word[]): Item | undefined {
  // “Independent” and “Monitor” are papers where they end a name: not of “Independent Oversight Authority”.
  const isWithinName = (item: Item): boolean =>
    item.kind === "noun" &&
    (item.noun.kind === "role" || PAPERS.has(words[item.from]!.folded)) &&
    words.slice(item.to, nameFrom).some(({ isCapital, isGlued }) => isCapital && !isGlued)
  // “Centre for” heads “Centre for Disease Analysis”, whatever follows.
  const open = items.find((item) => item.kind === "noun" && /^(?:for|of)$/.test(words[item.to - 1]!.folded))
  const noun = items.findLast((item) => item.kind === "noun" && !isWithinName(item))
  const last = items.at(-1)
  // “the paramilitary Rapid Support Forces”: what stands before a name tells more of it.
  const isNameOfBody =
    last?.kind === "row" && last.row.kind !== "person" && noun !== undefined && noun.to <= last.from
  return (
    open ??
    (isNameOfBody ? last : undefined) ??
    noun ??
    items.findLast((item) => item.kind === "row") ??
    items.findLast((item) => item.kind !== "noun")
  )
}

/** Papers by their last word; as the first of a longer name they say something else: “Independent Oversight Authority”. */
const PAPERS = new Set([
  "express",
  "globe",
  "independent",
  "mail",
  "mirror",
  "monitor",
  "observer",
  "standard",
  "star",
  "sun",
  "today",
])

function kindOfRow({ kind }: ActorRow): EntityKind {
  return kind === "person" || kind === "group" ? kind : "organization"
}

const DIPLOMAT =
  /ambassador|envoy|embass|consul|diplomat|attach|rapporteur|negotiat|special representative|mediator/

function readNoun(
  head: NounItem,
  before: readonly Item[],
  nation: string | null,
  words: readonly Word[],
  setting: Setting,
): Omit<PartTold, "isFormer" | "isCurrent" | "isForeign"> {
  const { noun } = head
  const printed = words.slice(head.from, head.to)
  const row = rowOfNoun(head, nation, setting)
  const named = noun.inherits || isMen(printed) ? bodyIn(before, words) : null
  // “UN official” is of the UN; “police elements” are police, “men” of no armed body are just men.
  const isTaken = named !== null && (noun.inherits || ARMED_SECTORS.has(sectorOfBody(named) ?? ""))
  const isLone = noun.inherits && !isTaken
  // “UN official” has no sector of his own; “scientist of the WWF” stays one.
  const sector = isTaken ? (sectorOfBody(named) ?? (noun.sector === "GOV" ? null : noun.sector)) : noun.sector
  return {
    kind: noun.kind === "body" ? "organization" : noun.isPlural ? "group" : "person",
    country: noun.country ?? nation,
    sector,
    isVague: noun.kind === "role" && isLone && noun.sector !== null,
    inherits: isLone,
    secondary: secondaryOf(noun, before, sector),
    isDiplomat: DIPLOMAT.test(printed.map(({ folded }) => folded).join(" ")),
    title: titleOf(before, head, words),
    row,
    state: null,
    body: isTaken ? named : isLone ? null : head,
  }
}

/** “RSF men”, “police elements”, “Houthi authorities”: of the body before, and no civilians or government. */
function isMen(printed: readonly Word[]): boolean {
  return printed.length === 1 && /^(?:men|elements|boys|authorities)$/.test(printed[0]!.folded)
}

/** “Congress” is that of the United States unless another nation, or a report set elsewhere, says otherwise. */
function rowOfNoun({ row }: NounItem, nation: string | null, { countries }: Setting): ActorRow | null {
  if (row === null) return null
  const expected = nation ?? countries[0] ?? null
  return expected === null || expected === row.country || !isCountry(row.country) ? row : null
}

/** “police spokesman”, “NASA administrator”, “rebel leader”: the nearest before the head that has a sector, or needs none. */
function bodyIn(items: readonly Item[], words: readonly Word[]): Item | null {
  const before = items.filter(({ kind, from }) => kind !== "noun" || !PAPERS.has(words[from]!.folded))
  return (
    before.findLast((item) => item.kind === "row" || (item.kind === "noun" && isBody(item.noun))) ??
    before.findLast((item) => item.kind === "noun" && isOffice(item.noun)) ??
    null
  )
}

/** “health *bureau* spokeswoman”: of the government where nothing else is said. */
function isOffice({ kind, sector }: NounMeaning): boolean {
  return kind === "body" && sector !== null
}

/** “marine ecologist” is no marine. */
function isBody({ kind, sector, inherits }: NounMeaning): boolean {
  return sector !== null && !inherits && (kind === "body" || SIDES.has(sector))
}

const SIDES = new Set(["REB", "PRM", "OPP", "REL"])

function sectorOfBody(body: Item): string | null {
  return body.kind === "row" ? body.row.sector : body.kind === "noun" ? body.noun.sector : null
}

/** “opposition lawmaker” is LEG, and OPP beside it. */
function secondaryOf(noun: NounMeaning, before: readonly Item[], sector: string | null): readonly string[] {
  const beside = before.flatMap((item) =>
    item.kind === "noun" && item.noun.sector !== null ? [item.noun.sector] : [],
  )
  const told = [...noun.secondary, ...beside].filter((each) => each !== sector && BESIDE.has(each))
  return [...new Set(told)]
}

const BESIDE = new Set(["OPP", "PTY", "REB", "REL", "MED", "EDU", "PRE"])

/** The title as printed, without the nation: “Deputy Foreign Minister”. */
function titleOf(before: readonly Item[], head: NounItem, words: readonly Word[]): string | null {
  if (head.noun.kind === "body" || head.noun.isPlural) return null
  const nation = before.findLast((item) => item.kind !== "noun" && item.kind !== "row")
  let from = head.from
  while (
    from > (nation?.to ?? 0) &&
    words[from - 1]!.isCapital &&
    !ARTICLES.has(words[from - 1]!.folded) &&
    !words[from - 1]!.isPossessive &&
    !words[from]!.isParted
  )
    from -= 1
  return words
    .slice(from, head.to)
    .map(({ text }) => text)
    .join(" ")
}

const ARTICLES = new Set(["the", "a", "an", "his", "her", "their", "our", "its", "then", "former", "ex"])

// “Western officials”, “foreign fighters”: not of the country that the report is about, nor of one that it names.
const FOREIGN = new Set([
  "Western",
  "Arab",
  "African",
  "Asian",
  "European",
  "Foreign",
  "foreign",
  "International",
  "international",
])

/** “foreign policy adviser”, “international trade secretary”: matters, not origins. */
const MATTERS = new Set(
  "policy affairs relations trade exchange office aid law language development".split(" "),
)

function isForeignIn({ from, items }: Segment, head: Item | undefined, words: readonly Word[]): boolean {
  const end = head?.from ?? from
  for (let at = from; at < end; at++) {
    const next = words[at + 1]
    // “African Cup official”: a longer name.
    const isOfHead = next !== undefined && !MATTERS.has(next.folded) && (at + 1 === end || !next.isCapital)
    const isWithin = items.some((item) => item.from <= at && at < item.to)
    if (FOREIGN.has(words[at]!.text) && isOfHead && !isWithin) return true
  }
  return false
}

// “the Indonesian Hospital” in Gaza: what such houses are called after is not whose they are.
const HOUSES = /^(?:hospital|clinic|school|hotel|mosque|church|cemetery|market)$/

function isNamedAfter(
  head: Item | undefined,
  before: Item | undefined,
  words: readonly Word[],
  { countries }: Setting,
): boolean {
  if (head?.kind !== "noun" || before?.kind !== "demonym" || before.to !== head.from) return false
  const { folded, isCapital } = words[head.to - 1]!
  return isCapital && HOUSES.test(folded) && countries.length > 0 && countries[0] !== before.country.code
}

/** “Turkish-backed rebels” are not Turkey's, nor are “pro-Russian separatists” Russia's. */
const ALLIED = new Set(
  "backed led funded trained allied aligned sponsored supported brokered friendly imposed mediated".split(
    " ",
  ),
)
const TOWARDS = new Set(["pro", "anti", "non"])

/** “Trump's lawyer”; “Saint Francis Hospital” has nothing to do with a pope. */
function isChanceName(item: Item, words: readonly Word[]): boolean {
  if (item.kind !== "row" || item.row.kind !== "person" || item.to - item.from > 1) return false
  const before = words[item.from - 1]
  return !words[item.from]!.isPossessive && before?.isCapital === true && !before.isPossessive
}

/** “the city”, “the City of London”; “Manchester City” and “the Kansas City Chiefs” govern nothing. */
function isCityOfName(item: Item, words: readonly Word[]): boolean {
  if (item.kind !== "noun" || item.to - item.from > 1 || words[item.from]!.folded !== "city") return false
  return words[item.from]!.isCapital && words[item.to]?.folded !== "of"
}

function nationIn(items: readonly Item[], words: readonly Word[]): string | null {
  for (const item of items) {
    const after = words[item.to]
    if (after?.isGlued === true && ALLIED.has(after.folded)) continue
    if (words[item.from]!.isGlued && TOWARDS.has(words[item.from - 1]?.folded ?? "")) continue
    const country =
      item.kind === "row" ? item.row.country : item.kind === "noun" ? item.noun.country : item.country.code
    if (country !== null) return country
  }
  return null
}

/** “El Paso police”: capitals before the head that the caller knows as a place. */
function placeBefore(
  segment: Segment,
  head: Item | undefined,
  words: readonly Word[],
  setting: Setting,
): string | null {
  return head === undefined ? null : placeIn(words.slice(segment.from, head.from), setting)
}

/** The longest stretch of capitals from the first on that is a place: “Koszalin” of “Koszalin Piotr Jedlinski”. */
function placeIn(words: readonly Word[], setting: Setting): string | null {
  // “more than 10 million people”: a number counts as a capital, and Canton 10 is in Bosnia.
  const first = words.findIndex(({ isCapital, text }) => isCapital && /\p{L}/u.test(text))
  // “Ms Sole's party” is somebody's, and of no Mississippi.
  if (first < 0 || ADDRESSES.has(words[first]!.folded)) return null
  const capitals = words.slice(first, first + MOST_PLACE_WORDS).map(({ text }) => text.replace(/['’]s$/u, ""))
  const end = words.slice(first).findIndex(({ isCapital }) => !isCapital)
  for (let length = end < 0 ? capitals.length : Math.min(end, capitals.length); length > 0; length--) {
    if (length === 1 && NO_PLACES.has(words[first]!.folded)) return null
    const country = setting.placeCountry(capitals.slice(0, length).join(" "))
    if (country !== null) return country
  }
  return null
}

const MOST_PLACE_WORDS = 4

const ADDRESSES = new Set("mr mrs ms miss dr sir dame lord lady".split(" "))

/** Alone they are parts of longer names of places, “North Cotabato”, or begin a sentence, “Most parties”: Most is a Czech town. */
const NO_PLACES = new Set(
  "north south east west northern southern eastern western central upper lower new old saint san santa st port fort mount lake great royal national university most many some both several all other few more half every each no".split(
    " ",
  ),
)

const FORMER = new Set(
  "former formerly ex onetime erstwhile ousted deposed retired was were served had been".split(" "),
)
const CURRENT = new Set(["current", "currently", "now", "incumbent", "newly", "new"])

function timesIn(
  { from, to, items }: Segment,
  words: readonly Word[],
): Pick<PartTold, "isFormer" | "isCurrent"> {
  const end = items.findLast((item) => item.kind === "noun")?.from ?? from
  const told = words.slice(from, Math.max(end, from)).map(({ folded }) => folded)
  return {
    isFormer: told.some((word) => FORMER.has(word)) && to > from,
    isCurrent: told.some((word) => CURRENT.has(word)),
  }
}
