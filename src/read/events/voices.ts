// Who stands how to a happening, at each place that names it. In: the mentions of happenings, the attributions. Out:
// for each mention the voice in whose words it stands, the innermost statement or the report itself, with its stance.
//
// Damascus denied any role in the alleged chemical attack.
//                                 ^^^^^^^ hedges: the report   ^^^^^^ denies responsibility: Damascus

import { firstIndex } from "../../base/binary-search.ts"
import { groupBy } from "../../base/group-by.ts"
import { ownersOf } from "../../document/owners.ts"
import { isDefinite, isLedBy, type Tree, treeOver } from "../../grammar/index.ts"
import type { ModalityLexicon } from "../../lexicon/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { AttributionId } from "../../schema/ids.ts"
import type { NonEmpty, Span, TokenRange } from "../../schema/positions.ts"
import type { Attribution, EventMention, EventVoice, Mention, Tokens } from "../../schema/reading.ts"
import { statusOf } from "./status.ts"
import { findPointing, MOST_SENTENCES_NAMED, type Pointing } from "./voices-pointing.ts"
import { scoreOf } from "./voices-score.ts"
import {
  deniesWhole,
  GIVEN,
  type Place,
  type Stand,
  standAt,
  standing,
  standOfCue,
  type Within,
} from "./voices-stance.ts"
import { wordsIn } from "./words-in.ts"
import { yearOf } from "./year-of.ts"

export interface VoicesInput {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly attributions: readonly Attribution[]
  readonly mentions: readonly Mention[]
  readonly events: readonly EventMention[]
  readonly lexicon: ModalityLexicon
}

/** In the order of the events; of one event the report before statements. Takes time in proportion to the text. */
export function findVoices(input: VoicesInput): readonly EventVoice[] {
  const { tokens, sentences, attributions, events, doc } = input
  const owners = ownersOf(tokens, attributions)
  const sentenceOf = new Int32Array(tokens.length).fill(-1)
  sentences.forEach(({ from, to }, number) => {
    sentenceOf.fill(number, from, Math.max(from, to))
  })
  const numbers = new Map(attributions.map(({ id }, index) => [id, index]))
  const tellsDeed = tellingOf(
    { ...input, numbers },
    owners,
    (event) => isDeed(event) && event.status === "actual",
  )
  const tells = tellingOf({ ...input, numbers }, owners, () => true)
  const pointing = findPointing({ ...input, sentenceOf, tellsDeed, tells })
  const report: Report = {
    ...input,
    pointing: groupBy(pointing, ({ at }) => at),
    saidByNobody: nobodysOf(input),
    pointingAtReport: groupBy(
      pointing.filter(({ at }) => at === -1),
      ({ sentence }) => sentence,
    ),
    tellsDeed,
    deedBefore: deedsOfReport(events, owners, sentenceOf),
    pointingBack: new Set(pointing.map(({ denial }) => denial)),
    year: yearOf(doc),
    numbers,
    found: new Map(),
    hedged: new Map(),
  }
  return events.flatMap((event, index) => {
    const sentence = sentences[sentenceOf[event.head] ?? -1]
    if (sentence === undefined) return []
    const place: Place = {
      ...placeOf(report, event, treeOver(tokens, sentence)),
      isSameVoice: (word) => owners[word] === owners[event.head],
    }
    const own = standsOf(report, place, owners[event.head] ?? -1)
    const denied = own.flatMap((owned) =>
      denialsOf(report, place, { ...owned, event, sentence: sentenceOf[event.head] ?? -1 }),
    )
    const rejected = own.flatMap((owned) => rejectionOf(report, place, owned))
    const suspected = isDeed(event) ? own.flatMap((owned) => suspicionOf(place, owned)) : []
    return [...own, ...suspected, ...denied, ...rejected].map((owned) => toVoice(report, place, index, owned))
  })
}

function deedsOfReport(
  events: readonly EventMention[],
  owners: Int32Array,
  sentenceOf: Int32Array,
): Report["deedBefore"] {
  const told = new Set(
    events.flatMap((event) =>
      isDeed(event) && (owners[event.head] ?? -1) < 0 ? [sentenceOf[event.head]!] : [],
    ),
  )
  const back = Array.from({ length: MOST_SENTENCES_NAMED + 1 }, (_, distance) => distance)
  return (sentence) => {
    const distance = back.find((each) => told.has(sentence - each))
    return distance === undefined ? -1 : sentence - distance
  }
}

/** The statements in whose words such a happening stands, and those around them. */
function tellingOf(
  { events, attributions, numbers }: Pick<Report, "events" | "attributions" | "numbers">,
  owners: Int32Array,
  isSuch: (event: EventMention) => boolean,
): Report["tellsDeed"] {
  const tell = new Set<number>()
  for (const event of events) {
    if (!isSuch(event)) continue
    for (
      let at = owners[event.head] ?? -1;
      at >= 0 && !tell.has(at);
      at = outerOf({ numbers }, attributions[at]!)
    )
      tell.add(at)
  }
  return (attribution) => tell.has(attribution)
}

interface Report extends VoicesInput {
  /** Denials that only point back, by the statement that they point at. */
  readonly pointing: ReadonlyMap<number, readonly Pointing[]>
  /** Those that point at what the report told itself, by their sentence. */
  readonly pointingAtReport: ReadonlyMap<number, readonly Pointing[]>
  /** Whether its speaker is nobody: “no group has claimed …”. */
  readonly saidByNobody: (attribution: Attribution) => boolean
  /** Whether the statement with this index tells of a deed. */
  readonly tellsDeed: (attribution: number) => boolean
  /** Of a sentence the last one up to it in which the report itself tells of a deed; −1 for none near. */
  readonly deedBefore: (sentence: number) => number
  /** These denials. */
  readonly pointingBack: ReadonlySet<number>
  readonly year: number | null
  readonly numbers: ReadonlyMap<AttributionId, number>
  /** The tokens of attributions that were asked for. */
  readonly found: Map<Attribution, Parts>
  /** By lemma the words that hedged a happening when the report named it before: “alleged” of “attack”. */
  readonly hedged: Map<string, readonly number[]>
}

interface Parts {
  readonly cue: readonly number[]
  readonly content: readonly TokenRange[]
  /** By the first word of a sentence's part of the content the word that heads it, as far as asked for. */
  readonly tops: Map<number, number>
}

function placeOf(
  { lexicon, year }: Report,
  { head, status }: EventMention,
  tree: Tree,
): Omit<Place, "isSameVoice"> {
  return { tree, head, status, sign: statusOf(tree, head, lexicon, year).sign, lexicon }
}

interface Owned {
  /** Index of the attribution; −1 for the report. */
  readonly owner: number
  readonly stand: Stand
}

function standsOf(report: Report, place: Place, owner: number): readonly Owned[] {
  const attribution = report.attributions[owner]
  // “No group has claimed responsibility for the attack”: there was one, and nobody says who it was.
  if (attribution !== undefined && report.saidByNobody(attribution))
    return standsOf(report, place, outerOf(report, attribution))
  const within = attribution === undefined ? null : withinOf(report, attribution, place)
  const own = standAt(place, within?.cue ?? null)
  if (own === null) return []
  // “rejected the *accusation*”: that there is one is in the words of whoever tells so.
  if (attribution !== undefined && report.pointingBack.has(owner))
    return [{ owner: outerOf(report, attribution), stand: own }]
  if (attribution === undefined || within === null)
    return [{ owner: -1, stand: asBefore(report, place, inScareQuotes(report, place, own)) }]
  const changed = standOfCue(place, within, own)
  if (changed === null) return [{ owner, stand: own }]
  if (changed !== GIVEN && changed.what === "happened") return [{ owner, stand: changed }]
  // What “denied any role in the attack” takes for given is in the words of whoever tells of the denial.
  const given: Owned = { owner: outerOf(report, attribution), stand: own }
  return changed === GIVEN ? [given] : [given, { owner, stand: changed }]
}

function nobodysOf({ doc, mentions }: VoicesInput): Report["saidByNobody"] {
  const spans = new Map(mentions.map(({ id, span }) => [id, span]))
  return ({ speaker }) => {
    const span = speaker === null ? undefined : spans.get(speaker)
    return span !== undefined && NOBODY.test(doc.text.slice(span.start, span.end))
  }
}

/** “nobody”, “no one”, “none of them”, “no group” */
const NOBODY = /^(?:nobody|none|no[ -]one|no|neither)\b/i

/** −1 for the report. */
function outerOf({ numbers }: Pick<Report, "numbers">, { inside }: Attribution): number {
  return inside === null ? -1 : (numbers.get(inside) ?? -1)
}

/** “The Pentagon denied *it*”, after Russia said that the US had struck: of what a statement is about, not of all that it names. */
function denialsOf(
  report: Report,
  place: Place,
  { owner, stand, event, sentence }: Owned & { readonly event: EventMention; readonly sentence: number },
): readonly Owned[] {
  const { attributions, pointing, tellsDeed } = report
  if (stand.stance === "denies" || stand.isEcho) return []
  const own = attributions[owner]
  if (own === undefined) return deniedInReport(report, place, { stand, event, sentence })
  const isMain = isMainIn(place, withinOf(report, own, place))
  const denied: Owned[] = []
  for (let at = owner, steps = attributions.length; at >= 0 && steps > 0; steps -= 1) {
    // “41 died when rebels *shelled* the camp. The rebels denied responsibility”
    for (const { denial, what, words } of pointing.get(at) ?? []) {
      if (what === "responsibility" && tellsDeed(at) ? isDeed(event) && place.status === "actual" : isMain)
        denied.push({ owner: denial, stand: standing("denies", words, what) })
    }
    at = outerOf(report, attributions[at]!)
  }
  return denied
}

/** “The minister *denied claims* that soldiers shot protesters”: somebody claims it, and he denies what is claimed. */
function rejectionOf(report: Report, place: Place, { owner, stand }: Owned): readonly Owned[] {
  const inner = report.attributions[owner]
  const outer = inner === undefined || stand.stance === "denies" ? -1 : outerOf(report, inner)
  const rejecting = report.attributions[outer]
  if (inner === undefined || rejecting === undefined) return []
  const [claim, { cue, top }] = [withinOf(report, inner, place), withinOf(report, rejecting, place)]
  if (!claim.cue.includes(top) || !isMainIn(place, claim) || !deniesWhole(place, cue, top)) return []
  return [{ owner: outer, stand: standing("denies", cue) }]
}

/** “*Suspected* Islamists killed twelve”: that they were killed is told, and by whom is left open. */
function suspicionOf({ tree, head }: Place, { owner, stand }: Owned): readonly Owned[] {
  if (stand.stance !== "asserts" || stand.what !== "happened") return []
  const doers = tree
    .childrenBy(head, "nsubj", "obl", "obl:agent", "nmod")
    .filter((each) => tree.at(each).relation === "nsubj" || isLedBy(tree, each, /^by$/i))
  const words = doers.flatMap((doer) =>
    tree.childrenBy(doer, "amod").filter((each) => /^(?:suspected|presumed)$/i.test(tree.at(each).lemma)),
  )
  return words.length === 0 ? [] : [{ owner, stand: standing("hedges", words, "responsibility") }]
}

/** What somebody may be charged with; who is arrested and “denies any wrongdoing” does not deny that. */
function isDeed({ type, modes }: EventMention): boolean {
  return type === "ASSAULT" || (type === "COERCE" && !modes.includes("arrest"))
}

/** What the words are about: “accused Moscow of *shelling* a market”, “said it *bombed* a hospital, killing twelve”. */
function isMainIn({ tree, head }: Place, { top, cue }: Within): boolean {
  // “of trying to *obtain* drawings and of having *paid* an engineer”
  let at = head
  for (let steps = MOST_LINKED; steps > 0; steps -= 1) {
    const governor = tree.headOf(at)
    if (at === top || governor === null || cue.includes(governor)) return true
    // “accused *Zarovia* of shelling”, where the parser hangs the deed on whoever is accused.
    const { relation } = tree.at(at)
    if (relation === "acl" && governor === top && cue.includes(tree.headOf(top) ?? -1)) return true
    if (relation !== "conj" && relation !== "xcomp") return false
    at = governor
  }
  return false
}

/** Verbs linked to each other, of which one is what the words are about. */
const MOST_LINKED = 4

/**
 * “A blast killed twelve. Hamas denied involvement.”: who did what the sentence before told; “the alleged attack … Syria
 * denied the allegations”: what the report itself does not vouch for.
 */
function deniedInReport(
  { pointingAtReport, deedBefore }: Report,
  { tree, head, status }: Place,
  {
    stand: { stance },
    event,
    sentence,
  }: { readonly stand: Stand; readonly event: EventMention; readonly sentence: number },
): readonly Owned[] {
  const isOfJustice = event.type === "ACCUSE" || event.type === "SANCTION" || event.type === "COERCE"
  const isDone = isDeed(event) || (tree.headOf(head) === null && !isOfJustice)
  const near = Array.from({ length: MOST_SENTENCES_NAMED + 1 }, (_, distance) => distance)
  return near.flatMap((distance) =>
    (pointingAtReport.get(sentence + distance) ?? []).flatMap(({ denial, what, words, isNamed }) => {
      // “could face nine years if *convicted*”: nobody says that they were.
      const isAlleged = stance === "hedges" && status !== "hypothetical"
      const isLastDeed = isDeed(event) && head < words[0]! && deedBefore(sentence + distance) === sentence
      const isMeant = isNamed
        ? isAlleged
        : what === "responsibility" && (isLastDeed || (distance === 1 && isDone))
      return isMeant ? [{ owner: denial, stand: standing("denies", words, what) }] : []
    }),
  )
}

/** “the attack”, after the report spoke of “an alleged attack”, is still the alleged one. */
function asBefore({ hedged }: Report, { tree, head, status }: Place, stand: Stand): Stand {
  const { lemma, upos } = tree.at(head)
  if (upos !== "NOUN" || status !== "actual") return stand
  if (stand.stance === "hedges") hedged.set(lemma, stand.words)
  const words = hedged.get(lemma)
  const isSame = stand.stance === "asserts" && words !== undefined && isDefinite(tree, head)
  return isSame ? { ...stand, stance: "hedges", words } : stand
}

function withinOf(report: Report, attribution: Attribution, { tree, head }: Place): Within {
  const { cue, content, tops } = partsOf(report, attribution)
  const after = firstIndex(content.length, (index) => content[index]!.from > head)
  const { from, to } = content[after - 1] ?? { from: head, to: head + 1 }
  const { sentence } = tree
  const part = { from: Math.max(from, sentence.from), to: Math.min(to, sentence.to) }
  const top = tops.get(part.from) ?? tree.topOf(part)
  tops.set(part.from, top)
  return { kind: attribution.kind, cue, top, isUnsourced: attribution.speaker === null }
}

function partsOf({ tokens, found }: Report, attribution: Attribution): Parts {
  const known = found.get(attribution)
  if (known !== undefined) return known
  const parts: Parts = {
    cue: wordsIn(tokens, attribution.cue ?? []),
    content: attribution.content.map((span) => tokens.covering(span)).filter((range) => range !== null),
    tops: new Map(),
  }
  found.set(attribution, parts)
  return parts
}

const MARKS = /^["“”‘’'«»]$/

/** The ‘attack’: marks around no more than the mention's own words keep a distance; in a statement they quote its speaker. */
function inScareQuotes({ doc, tokens }: Report, { head, tree }: Place, stand: Stand): Stand {
  if (stand.stance !== "asserts") return stand
  const wordAt = (index: number): string => doc.text.slice(tokens.start(index), tokens.end(index))
  let open = head - 1
  while (open > head - 4 && tree.has(open) && !MARKS.test(wordAt(open))) open -= 1
  let close = head + 1
  while (close < head + 3 && tree.has(close) && !MARKS.test(wordAt(close))) close += 1
  const isMarked = [open, close].every((index) => tree.has(index) && MARKS.test(wordAt(index)))
  return isMarked && close - open <= 4 ? { ...stand, stance: "hedges", words: [open, close] } : stand
}

function toVoice(report: Report, place: Place, index: number, { owner, stand }: Owned): EventVoice {
  const { doc, tokens, attributions, events } = report
  const attribution = attributions[owner] ?? null
  const words = stand.words.map((word) => ({ start: tokens.start(word), end: tokens.end(word) }))
  return {
    event: index,
    voice: attribution?.id ?? null,
    stance: stand.stance,
    what: stand.what,
    words: joined(doc.text, [...words, events[index]!.trigger]),
    score: scoreOf({ ...place, attribution, stand, isDefinite: isDefinite(place.tree, place.head) }),
  }
}

/** In text order; what overlaps, or has no more than a space between, as one. */
function joined(text: string, spans: readonly Span[]): NonEmpty<Span> {
  const [first, ...others] = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
  const result: Span[] = [{ start: first!.start, end: first!.end }]
  for (const { start, end } of others) {
    const last = result.at(-1)!
    if (start <= last.end || text.slice(last.end, start) === " ")
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else result.push({ start, end })
  }
  return result as unknown as NonEmpty<Span>
}
