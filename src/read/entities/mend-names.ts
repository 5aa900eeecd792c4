// The network's names with their edges put right. In: the spans that it labels. Out: the same, in text order: what it
// has cut in two is one, what stands around a name is cut off, and what is no name falls away.
import type { TokenRange } from "../../schema/positions.ts"
import type { Upos } from "../../schema/reading.ts"
import type { TaggedSpan } from "../spans/index.ts"
import { joinNames } from "./join-names.ts"
import { isTimeWord, textBetween, textOf, treeOf, wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"
import { isAddress, isFormerOffice, isTitle } from "./titles.ts"

/** A name as the network labels it: PER, ORG, LOC, MISC. */
export type NetworkName = Pick<TaggedSpan, "role" | "range" | "mean">

/** Linear. */
export function mendNames(place: Place, spans: readonly NetworkName[]): readonly NetworkName[] {
  const mended = joinNames(spans, (one, other) => isOneWith(place, one, other))
  const storms = stormsOf(place)
  const cut = mended
    .flatMap((span) => apart(place, span))
    .flatMap((span) => {
      const range = withoutEdges(place, span)
      return isNoName(place, span.role, range) || isStorm(place, range, storms) ? [] : [{ ...span, range }]
    })
  return withFirstWords(place, withSurnames(place, cut))
}

/** “Recep” of “President Recep Tayyip Erdoğan”, where the network begins with “Tayyip”. */
function withFirstWords(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  return names.map((name, number) => {
    let { from, to } = name.range
    const tree = treeOf(place, from)
    const first = Math.max(tree.sentence.from, number === 0 ? 0 : names[number - 1]!.range.to)
    const belongs = (word: number): boolean =>
      tree.at(word).upos === "PROPN" &&
      /^\p{Lu}/u.test(wordOf(place, word)) &&
      !isTitle(wordOf(place, word)) &&
      (tree.headOf(from) === word || tree.headOf(word) === from) &&
      (tree.at(from).relation.startsWith("flat") || tree.at(word).relation.startsWith("flat"))
    if (name.role === "PER") while (from > first && belongs(from - 1)) from -= 1
    return from === name.range.from ? name : { ...name, range: { from, to } }
  })
}

/** “Gallego” and “-Lazo”; “Pasquale” and “"Pat" Di Cicco”; “Transport for” and “London”. */
function isOneWith(place: Place, one: NetworkName, other: NetworkName): boolean {
  const between = textBetween(place, one.range, other.range)
  if (one.role === "ORG") return isOneBody(place, one, other, between)
  if (one.role !== other.role || one.role !== "PER") return false
  const last = wordOf(place, one.range.to - 1)
  if (between === "-" || (between === "" && last.endsWith("-"))) return true
  if (!/^ ?["“”]? ?$/u.test(between)) return false
  const marks = textOf(place, { from: one.range.from, to: other.range.to }).match(/["“”]/gu)
  // Of three parts the first two are one while the mark is open: “John “J.D.” Dorrian”.
  return marks !== null && marks.length <= 2 && !/["“”]/u.test(wordOf(place, one.range.from))
}

/** “Transport for” and “London”; “Superior Court” of the “District of Columbia”; “Law Offices” of “Armando Villega”. */
function isOneBody(place: Place, one: NetworkName, other: NetworkName, between: string): boolean {
  if (between === " ")
    return other.role !== "PER" && JOINS.test(wordOf(place, lastButArticle(place, one.range.to)))
  if (!/^ of(?: the)? $/.test(between) || other.role === "MISC") return false
  const last = wordOf(place, one.range.to - 1)
  return other.role === "PER" ? /^Offices?$/.test(last) : BODIES.test(last)
}

const BODIES =
  /^(?:Department|Ministry|Board|Court|Bureau|Institute|University|Council|Committee|Office|Offices|Bank)$/

/** The last word before `to`; where that is “the”, the one before it: “of” of “Bishops' Conference of the”. */
function lastButArticle(place: Place, to: number): number {
  return to > 1 && wordOf(place, to - 1) === "the" ? to - 2 : to - 1
}

const JOINS = /^(?:for|of|at)$/

/** “the UN envoy for Syria Staffan de Mistura”, “Mayor of London Sadiq Khan”: a place and whoever is named after it, taken for one name. */
function apart(place: Place, span: NetworkName): readonly NetworkName[] {
  const { from, to } = span.range
  const cut = cutAfterPlace(place, span)
  return cut === null
    ? [span]
    : [
        { ...span, role: "LOC", range: { from, to: cut } },
        { ...span, role: "PER", range: { from: cut, to } },
      ]
}

const PARTICLE = /^(?:de|da|di|van|von|bin|al|el)$/i

function cutAfterPlace(place: Place, { role, range: { from, to } }: NetworkName): number | null {
  // “Guinea-Bissau” is no person called Bissau.
  if (to - from < 2 || place.knows.isCountry(textOf(place, { from, to }))) return null
  if (place.knows.isCountry(wordOf(place, from))) {
    const isPreceded = from > 0 && /^(?:for|to|in|on|from)$/i.test(wordOf(place, from - 1))
    // Two words may be a name that begins with a country's: “China Daily”, “Mali Telecom”.
    const isPerson =
      to - from > 2 ? PARTICLE.test(wordOf(place, to - 2)) || isPreceded : isPreceded && goesOn(place, to)
    if (isPerson) return from + 1
  }
  if (to - from < 3) return null
  const isOffice =
    role === "PER" && from > 1 && wordOf(place, from - 1) === "of" && isTitle(wordOf(place, from - 2))
  return isOffice ? (PARTICLE.test(wordOf(place, to - 2)) ? Math.max(from + 1, to - 3) : to - 2) : null
}

/** “de Mistura” behind “Staffan”: a particle, and a surname that no line break parts from it. */
function goesOn(place: Place, to: number): boolean {
  return (
    to + 1 < place.tokens.length &&
    /^(?:de|da|di|van|von|bin)$/.test(wordOf(place, to)) &&
    /^\p{Lu}\p{Ll}/u.test(wordOf(place, to + 1)) &&
    textBetween(place, { from: to - 1, to }, { from: to + 1, to: to + 2 }) === ` ${wordOf(place, to)} `
  )
}

/** “Staffan” with its “de Mistura”, where the network ends with the given name. */
function withSurnames(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  return names.map((name, number) => {
    const { from, to } = name.range
    const isFree = to + 2 <= (names[number + 1]?.range.from ?? place.tokens.length)
    const isOpen = name.role === "PER" && to - from === 1 && isFree && goesOn(place, to)
    return isOpen ? { ...name, range: { from, to: to + 2 } } : name
  })
}

/** “President Recep” without its title, “Noah Wall,” without its comma, “Court of Appeals for” without its preposition. */
function withoutEdges(place: Place, { role, range }: NetworkName): TokenRange {
  let { from, to } = range
  const isMark = (word: number): boolean => /^[,;:"“”„«»–—…(]$/u.test(wordOf(place, word))
  while (from < to && isMark(from)) from += 1
  while (to > from && isMark(to - 1)) to -= 1
  const endsOpen = (): boolean => /^(?:the|for|of|at|in|on|to|by)$/.test(wordOf(place, to - 1))
  while ((role === "ORG" || role === "PER") && to - from > 1 && endsOpen()) to -= 1
  // “the *Portuguese city of* Porto”: the town is named behind; but “City of London”.
  const isSmall = (word: number): boolean => /^\p{Ll}/u.test(wordOf(place, word))
  if (to - from > 1 && wordOf(place, to - 1) === "of" && isSmall(to - 2))
    while (to > from && isSmall(to - 1)) to -= 1
  // “Russian Defense” of “Russian Defense Minister Sergei Shoigu”.
  const isOffice = to < place.tokens.length && /^(?:Minister|Secretary)$/.test(wordOf(place, to))
  if (role === "ORG" && to - from > 1 && isOffice && OFFICES.test(wordOf(place, to - 1))) to -= 1
  // “Iranian Foreign” of “Iranian Foreign Ministry”.
  const isMinistry = to < place.tokens.length && MINISTRY.test(wordOf(place, to))
  if (role === "ORG" && isMinistry && OFFICES.test(wordOf(place, to - 1))) to += 1
  if (role !== "PER") return { from, to }
  while (to - from > 1 && isTitle(wordOf(place, from))) from += 1
  return { from, to }
}

const OFFICES = /^(?:Defen[cs]e|Foreign|Interior|Finance|Justice|Health|Home|Prime|Education|Energy)$/

const MINISTRY = /^(?:Ministry|Office|Department|Secretariat)$/

/** “According to the office”: what the tags say is no noun is no name by itself. */
const NO_NAMES: ReadonlySet<Upos> = new Set([
  "VERB",
  "AUX",
  "ADP",
  "ADV",
  "SCONJ",
  "CCONJ",
  "DET",
  "PRON",
  "PART",
])

/** Nothing; an article alone, or what is said of an office; a day: “Monday's bid”. A person may be called April. */
function isNoName(place: Place, role: string, { from, to }: TokenRange): boolean {
  if (from >= to) return true
  if (to - from > 1) return false
  const word = wordOf(place, from)
  if (isCommonNoun(place, role, from, word)) return true
  if (/^(?:the|an?|emeritus)$/i.test(word) || NO_NAMES.has(place.tokens.at(from).upos)) return true
  // “Vangie.McGilloway@powersrc.com”, “Lisa_resume.doc”; “Iraqis”
  if (/@.+\.|\.(?:com|org|net|doc|pdf|xls|txt)$/.test(word) || place.knows.isPeople(word)) return true
  // “Time” is a magazine.
  return role !== "PER" && word !== "Time" && isTimeWord(word.replace(/^(?:mid|late|early)-/i, ""))
}

/** “the interior ministry”; “the Expert Mission”, “The President”, “Prime” of “Prime Minister”, none of them somebody's name. */
function isCommonNoun(place: Place, role: string, at: number, word: string): boolean {
  const kind = place.knows.nounKind(word.toLowerCase())
  // “Gen.” of “Brig. Gen. Tariq Abdelwahab”
  const isShort = word.endsWith(".") && isTitle(word)
  if (isAddress(word) || isShort || isFormerOffice(place.knows, word)) return true
  if (!/\p{Lu}/u.test(word)) return kind !== null
  // “Video” at the beginning of a sentence.
  if (role !== "PER")
    return place.tokens.at(at).upos === "NOUN" && /^\p{Lu}\p{Ll}+$/u.test(word) && !place.knows.isBody(word)
  const isIntroduced = at > 0 && /^the$/i.test(wordOf(place, at - 1))
  return kind === "organization" || (isIntroduced && (kind !== null || isTitle(word))) || word === "Prime"
}

const STORM = /^(?:Hurricane|Typhoon|Cyclone)$/

/** “Rita” of “Hurricane Rita”, which is nobody called Rita. */
function stormsOf(place: Place): ReadonlySet<string> {
  const storms = new Set<string>()
  for (let word = 1; word < place.tokens.length; word += 1) {
    if (STORM.test(wordOf(place, word - 1)) && /^\p{Lu}/u.test(wordOf(place, word)))
      storms.add(wordOf(place, word))
  }
  return storms
}

function isStorm(place: Place, { from, to }: TokenRange, storms: ReadonlySet<string>): boolean {
  return STORM.test(wordOf(place, from)) || (to - from === 1 && storms.has(wordOf(place, from)))
}
