// What a phrase itself says of somebody. In: “the former US ambassador to Syria, Robert Ford”. Out: country USA, sector
// GOV, former, named Robert Ford. What the lexicon knows of Robert Ford is `persons.ts`.
import type { ActorLexicon, ActorRow } from "../../lexicon/index.ts"
import type { EntityKind } from "../../schema/resolution.ts"
import { isCountry } from "./is-country.ts"
import { findItems, type Item } from "./items.ts"
import { namesIn } from "./personal-names.ts"
import { isRank } from "./ranks.ts"
import { type PartTold, readPart } from "./read-part.ts"
import { type Segment, segmentsOf } from "./segments.ts"
import type { Setting } from "./setting.ts"
import { type Word, wordsOf } from "./words.ts"

/** A noun phrase of a report. */
export interface ActorPhrase {
  /** As printed: “Russian Foreign Minister Sergei Lavrov”, “rebels in the Ivory Coast”, “Damascus”. */
  readonly text: string
  /** Its head word. */
  readonly head: string
  /** Of the network's name tagger; null for a phrase without a name. */
  readonly label: "person" | "organization" | "state" | "place" | "thing" | null
  /** Whether it speaks or acts: then a capital stands for its government. */
  readonly acts: boolean
  /** Names of places in its sentence, the nearest first (`placesBeside`); none where not asked. */
  readonly beside?: readonly string[]
}

export interface Told {
  readonly kind: EntityKind
  readonly country: string | null
  readonly sector: string | null
  /** The sector is the usual one of a vague word: GOV of “leader”. */
  readonly isVague: boolean
  /** The sector is that of whom they serve, which the words do not tell: “his spokesman”. */
  readonly serves: boolean
  readonly secondary: readonly string[]
  readonly isFormer: boolean
  /** Of a country that is not told, but is none of those which the report is about: “Western officials”. */
  readonly isForeign: boolean
  /** Of several countries, and so of none: “Thailand and Cambodia”. */
  readonly isSeveral: boolean
  /** The office in the words of the report: “Foreign Minister”. */
  readonly title: string | null
  /** All words of the office and of what hangs on it, folded: "minister of foreign affairs sergei lavrov". */
  readonly titleWords: readonly string[]
  /** The body or group that the phrase names. */
  readonly row: ActorRow | null
  /** The state that the phrase names, and what of it. */
  readonly state: Extract<Item, { kind: "country" | "seat" | "region" }> | null
  /** Personal names, folded, the first one first. */
  readonly names: readonly string[]
}

/** Never throws; takes time in proportion to the phrase. */
export function describe(phrase: ActorPhrase, lexicon: ActorLexicon, setting: Setting): Told {
  const words = wordsOf(inFull(phrase.text.replace(LEADING, "").replace(ADDRESS, "")))
  const found = findItems(words, lexicon, setting)
  const { names, items, loose } = namesIn(words, segmentsOf(words, found), found, phrase.label)
  const starts = [...names, ...loose.slice(-1)].map(({ from }) => from)
  const segments = withoutCounts(words, segmentsOf(words, items, starts))
  const parts = segments.map((segment) => readPart(segment, words, setting))
  const main = mainOf(segments, parts, phrase.label === "person")
  const part = parts[main] ?? NOTHING
  const thing = thingIn(phrase, words, items)
  const told =
    thing === null ? part : { ...part, ...OF_THINGS, ...sectorBefore(part, segments[main], words, thing) }
  const behind = told.country === null ? complementCountry(segments, parts, main) : null
  const called = withoutAddress(told.title)
  const row = behind === null || behind === told.row?.country || told.body?.kind === "row" ? told.row : null
  const people = peopleAlone(phrase, words, found)
  const kind = people === null ? kindOf(phrase, told, names.length > 0) : "state"
  const isSeveral = phrase.label === null && names.length === 0 && areOfSeveral(segments, parts, main)
  const namePrinted = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    foldedIn(words.slice(from, to)).join(" ")
  return {
    kind,
    country: told.country ?? behind ?? row?.country ?? besideCountry(segments, parts, main),
    ...(thing === null
      ? sectorOf(segments, parts, main)
      : { sector: told.sector, isVague: told.isVague, serves: false, secondary: told.secondary }),
    isFormer: told.isFormer,
    isForeign: told.isForeign,
    isSeveral,
    title: loose.length > 0 ? called : titleOf(called, segments, main, words),
    titleWords: told.title === null ? [] : wordsUpTo(segments, main, words),
    row,
    state: kind === "person" ? null : (people ?? told.state),
    names: [...withHead(names.map(namePrinted), phrase.head), ...loose.map(namePrinted)],
    ...(isSeveral ? OF_SEVERAL : null),
  }
}

/** No body and no state is what several of them are together. */
const OF_SEVERAL = { kind: "group", country: null, row: null, state: null } as const

/** “Sen. Ted Cruz”: the office, which is no part of the name. */
function inFull(text: string): string {
  return text.replace(SHORTENED, (_, office: string) => OFFICES[office.toLowerCase()]!)
}

const OFFICES: Readonly<Record<string, string>> = {
  sen: "Senator",
  rep: "Representative",
  gov: "Governor",
  prof: "Professor",
}
const SHORTENED = /(?<![\p{L}])(sen|rep|gov|prof)\.(?= \p{Lu})/giu

const ADDRESSES = "(?:Dr|Mr|Mrs|Ms|Sir|Dame)"

/** “Foreign Minister *Dr* Nasira Qudwan”: a form of address between office and name. */
const ADDRESS = new RegExp(`(?<=[\\p{L}] )${ADDRESSES}\\.? (?=\\p{Lu})`, "u")

/** “Dr” is no office. */
function withoutAddress(title: string | null): string | null {
  return title !== null && IS_ADDRESS.test(title) ? null : title
}

const IS_ADDRESS = new RegExp(`^${ADDRESSES}$`)

type SectorTold = Pick<Told, "sector" | "isVague" | "serves" | "secondary">

/** Where the head stands that no table has for persons or bodies: “cash” of “cash from a company”, “positions” of “RSF positions”; null for others. */
function thingIn(
  { label, head }: ActorPhrase,
  words: readonly Word[],
  items: readonly Item[],
): number | null {
  if (label !== null) return null
  const [{ folded } = { folded: "" }] = wordsOf(head)
  const at = words.findIndex((word) => word.folded === folded)
  const word = words[at]
  if (word === undefined || word.isCapital || COUNTS.has(folded)) return null
  return items.some(({ from, to }) => from <= at && at < to) ? null : at
}

/** It is no body that stands beside it. */
const OF_THINGS = { kind: null, row: null, state: null, body: null, inherits: false } as const

const NO_SECTOR = { sector: null, isVague: false, secondary: [] } as const

/** “a military convoy” is the army's still, “cash from a company” nobody's. “RSF shells market”: behind a plural begins something else. */
function sectorBefore(
  { sector, isVague, secondary }: PartTold,
  segment: Segment | undefined,
  words: readonly Word[],
  thing: number,
): Pick<PartTold, "sector" | "isVague" | "secondary"> {
  const before = segment?.items.findLast(({ to }) => to <= thing)
  const isPlural = ({ folded, isCapital }: Word): boolean => !isCapital && /[^s]s$/.test(folded)
  if (before === undefined || words.slice(before.to, thing).some(isPlural)) return NO_SECTOR
  return { sector, isVague, secondary }
}

/** “Sudanese” of “the Sudanese market”, taken for a name by itself: the state. */
function peopleAlone({ label }: ActorPhrase, words: readonly Word[], [item]: readonly Item[]): Told["state"] {
  if (label === null || label === "person" || words.length !== 1 || item?.kind !== "demonym") return null
  return item.isPlural ? null : { from: item.from, to: item.to, kind: "country", country: item.country }
}

/** “According to political scholar Kelly Dittmar”: the preposition may belong to the phrase in the tree. */
const LEADING = /^(?:according to|by|including|such as)\s+/i

/** Of “his counterparts, Nikos Dendias and Jean-Yves Le Drian” the one whom the phrase is for, when its head word tells. */
function withHead(names: readonly string[], head: string): readonly string[] {
  const [word] = wordsOf(head)
  const having = names.filter((name) => word !== undefined && name.split(" ").includes(word.folded))
  return having.length > 0 ? having : names
}

function foldedIn(words: readonly Word[]): readonly string[] {
  return words.map(({ folded }) => folded)
}

/** “minister” and what hangs on it: “for investment and trade”. */
function titleOf(
  title: string | null,
  segments: readonly Segment[],
  main: number,
  words: readonly Word[],
): string | null {
  const [next] = title === null ? [] : complementsOf(segments, main)
  if (next === undefined || !["of", "for"].includes(segments[next]!.by!)) return title
  let last = next
  while (segments[last + 1]?.by === "and") last += 1
  const behind = words.slice(segments[next]!.from - 1, segments[last]!.to).map(({ text }) => text)
  return [title, ...behind].join(" ")
}

/** All words of the part and of what hangs on it. */
function wordsUpTo(segments: readonly Segment[], main: number, words: readonly Word[]): readonly string[] {
  const next = segments.findIndex(({ by }, index) => index > main && by === ",")
  const end = next < 0 ? words.length : segments[next]!.from
  return foldedIn(words.slice(segments[main]!.from, end))
}

const NOTHING: PartTold = {
  kind: null,
  country: null,
  sector: null,
  isVague: false,
  inherits: false,
  secondary: [],
  isFormer: false,
  isCurrent: false,
  isForeign: false,
  isDiplomat: false,
  title: null,
  row: null,
  state: null,
  body: null,
}

const COUNTS = new Set(
  "one two three four five six seven eight nine ten some many most several all both each none few dozens hundreds thousands millions number group groups couple handful majority crowd pair half lots team teams others".split(
    " ",
  ),
)

/** “one of the victims”, “hundreds of thousands of Syrians”: the head is what is counted. */
function withoutCounts(words: readonly Word[], segments: readonly Segment[]): readonly Segment[] {
  const [first, second, ...rest] = segments
  if (first === undefined || second?.by !== "of" || first.items.length > 1) return segments
  const last = words[first.to - 1]!
  if (!COUNTS.has(last.folded)) return segments
  const counted = withoutCounts(words, [{ ...second, by: null }, ...rest])
  return counted[0]!.items.length > 0 ? counted : segments
}

/** “American and coalition service members”: the noun that the first adjective goes with too. */
function sharedHead(segments: readonly Segment[], parts: readonly PartTold[]): number | null {
  const [first] = parts
  if (first === undefined || first.sector !== null || first.row !== null || first.kind === "state")
    return null
  const index = segments.findIndex(({ by }, each) => each > 0 && by === "and" && parts[each]!.sector !== null)
  return index >= 0 && segments.slice(1, index).every(({ by }) => by === "and") ? index : null
}

/** The part that tells what somebody is: the first, unless it tells nothing and one in apposition does, or one says “current”. */
function mainOf(segments: readonly Segment[], parts: readonly PartTold[], isPerson: boolean): number {
  const appositions = segments.flatMap(({ by }, index) => (by === "," ? [index] : []))
  const current = appositions.find((index) => parts[index]!.isCurrent && parts[index]!.sector !== null)
  if (current !== undefined) return current
  const first = parts[0]
  // “one of the authors, herpetologist David Blackburn”, “filmmaker and journalist Brady Haran”.
  const other =
    isPerson && first?.sector === "CVL"
      ? segments.findIndex(({ by }, index) => (by === "," || by === "and") && isCalling(parts[index]!))
      : -1
  if (other > 0) return other
  const office = isRank(first?.title ?? null)
    ? appositions.find((index) => isCalling(parts[index]!) && !isRank(parts[index]!.title))
    : undefined
  if (office !== undefined) return office
  if (first === undefined || (first.sector !== null && !first.isVague)) return 0
  if (first.row !== null || first.state !== null) return 0
  const shared = sharedHead(segments, parts)
  if (shared !== null) return shared
  // “the minister's deputy, *Dr* Grant Mtalika”: what he is called tells less than what he is.
  const isAddressed = (part: PartTold): boolean =>
    first.sector !== null && part.title !== null && IS_ADDRESS.test(part.title)
  const better = appositions.find((index) => {
    const part = parts[index]!
    return !isAddressed(part) && (part.sector !== null || part.inherits || part.row !== null)
  })
  return better ?? 0
}

/** More than that somebody is a person. */
function isCalling({ sector, kind }: PartTold): boolean {
  return kind === "person" && sector !== null && sector !== "CVL"
}

/** “Thailand and Cambodia”, “the French president and the German chancellor”: no one country is theirs. */
function areOfSeveral(segments: readonly Segment[], parts: readonly PartTold[], main: number): boolean {
  const own = parts[main]?.country ?? null
  if (own === null || !isCountry(own)) return false
  for (let index = main + 1; segments[index]?.by === "and"; index += 1) {
    const { country } = parts[index]!
    if (country !== null && isCountry(country) && country !== own) return true
  }
  return false
}

/** The parts that hang on the main one by a preposition, up to the next apposition. */
function complementsOf(segments: readonly Segment[], main: number): readonly number[] {
  const complements: number[] = []
  for (let index = main + 1; index < segments.length; index++) {
    const { by } = segments[index]!
    if (by === ",") break
    if (by !== "and") complements.push(index)
  }
  return complements
}

const OF_PLACE = new Set("of in at from for within inside across around near outside under".split(" "))
const OF_SENDER = new Set(["of", "from"])

/** “rebels in the Ivory Coast”, “head of NASA”; not “ambassador to Syria”, “envoy for Yemen”, “the embassy in Kabul”. */
function complementCountry(
  segments: readonly Segment[],
  parts: readonly PartTold[],
  main: number,
): string | null {
  const telling = parts[main]?.isDiplomat === true ? OF_SENDER : OF_PLACE
  const index = complementsOf(segments, main).find(
    (each) => telling.has(segments[each]!.by!) && parts[each]!.country !== null,
  )
  return index === undefined ? null : parts[index]!.country
}

/** “Queloz and Mayor, both from Switzerland”: told in apposition. */
function besideCountry(
  segments: readonly Segment[],
  parts: readonly PartTold[],
  main: number,
): string | null {
  const start = segments.findIndex(({ by }, index) => index > main && by === ",")
  if (start < 0) return null
  const index = segments.findIndex(
    ({ by }, each) => each >= start && (by === "," || OF_PLACE.has(by!)) && parts[each]!.country !== null,
  )
  return index < 0 ? null : parts[index]!.country
}

const OF_BODY = new Set("of for at from in with within on".split(" "))

/** “spokesman for the ministry”, “Bill Gerstenmaier of NASA”: the sector of the body that it goes with. */
function sectorOf(segments: readonly Segment[], parts: readonly PartTold[], main: number): SectorTold {
  const told = parts[main] ?? NOTHING
  const { sector, isVague, secondary } = told
  const asks = told.inherits || (sector === null && told.row === null && told.state === null)
  if (!asks || told.body !== null) return { sector, isVague, serves: false, secondary }
  for (let index = main + 1; index < segments.length; index++) {
    const part = parts[index]!
    // “spokesman for the Department of Transport”
    const isOffice = told.inherits && part.kind === "organization" && part.sector !== null
    if (!OF_BODY.has(segments[index]!.by!) || (part.body === null && !isOffice)) continue
    if (part.body !== null && isOneRole(part.body)) continue
    // “people in the government”, “a protester at the ministry” have sectors of their own and do not come here.
    return { sector: part.sector, isVague: part.isVague, serves: false, secondary: part.secondary }
  }
  return { sector, isVague, serves: told.inherits, secondary }
}

/** “secretary of justice” is no judge; “leader of the rebels” is one of them. */
function isOneRole(body: Item): boolean {
  return body.kind === "noun" && body.noun.kind === "role" && !body.noun.isPlural
}

function kindOf({ label }: ActorPhrase, told: PartTold, hasName: boolean): EntityKind {
  if (label === "person" || hasName) return "person"
  if (told.kind !== null) return told.kind
  return label ?? "unknown"
}
