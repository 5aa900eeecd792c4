// How well happenings are found in the Sayso corpus: mentions that name them, their types, who to whom.
//   node quality/events-corpus.ts [--shared ../shared] [--weights weights] [--part dev] [--errors N]
// Prints one JSON object. Counted as ../shared/score/score_record.py does, without entities resolved: predicted and
// gold happenings are paired by overlapping mentions; on pairs the type (a gold “also” counts), the actors and the
// recipients, which are right when the filler stands within a mention of the gold entity, or bears a word of its name.
// --errors prints the first N differences on standard error; never use it with --part test.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { groupEvents, NO_TRAITS } from "../src/resolve/happenings/index.ts"
import type { Span } from "../src/schema/positions.ts"
import type { EventMention, EventRole, Reading } from "../src/schema/reading.ts"
import { type Calibration, calibrate, type Judged } from "./calibration.ts"
import { readAll } from "./events-reading.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"
import { annotated, optionsFor, REPORTS, readGold } from "./scorers.ts"

interface Figure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly gold: number
}

/** Shares are of 1. */
export interface EventsCorpusQuality {
  readonly reports: number
  readonly found: Figure
  readonly type: number
  readonly actors: Figure
  readonly recipients: Figure
  /** Of gold happenings with several found mentions, how many mentions fall into the group that is paired with it. */
  readonly grouping: { readonly mentions: number; readonly together: number }
  /** Of mentions: right when they name a gold happening, and its type is theirs. */
  readonly calibration: Calibration
}

export interface GoldReport {
  readonly doc: string
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly mentions: readonly Span[]
  }[]
  readonly events: readonly {
    readonly mentions: readonly Span[]
    readonly type: string | null
    readonly also?: readonly string[]
    readonly actors: readonly string[]
    readonly recipients: readonly string[]
  }[]
}

/** What is needed of a reading. */
export type ReadReport = Pick<Reading, "doc" | "tokens" | "sentences" | "events">

interface Given {
  readonly mentions: readonly EventMention[]
}

/** Counts the events of readings against the gold. */
export function measureEvents(
  reports: readonly { readonly reading: ReadReport; readonly gold: GoldReport }[],
  tell: (line: string) => void = () => {},
): EventsCorpusQuality {
  const counts = new Map<string, number>()
  const count = (what: string, by = 1): void => {
    counts.set(what, (counts.get(what) ?? 0) + by)
  }
  for (const { reading, gold } of reports) countReport(reading, gold, count, tell)
  const of = (what: string): number => counts.get(what) ?? 0
  const figure = (what: string): Figure => {
    const precision = ratio(of(`${what}.right`), of(`${what}.given`))
    const recall = ratio(of(`${what}.right`), of(`${what}.gold`))
    return {
      precision,
      recall,
      f1: ratio(2 * precision * recall, precision + recall),
      gold: of(`${what}.gold`),
    }
  }
  return {
    reports: reports.length,
    found: figure("found"),
    type: ratio(of("type"), of("found.right")),
    actors: figure("actor"),
    recipients: figure("recipient"),
    grouping: { mentions: of("mentions"), together: of("together") },
    calibration: calibrate(reports.flatMap(({ reading, gold }) => judge(reading, gold))),
  }
}

function judge({ doc, events }: ReadReport, gold: GoldReport): readonly Judged[] {
  return events.map(({ trigger, type, score }) => {
    const named = gold.events.filter(({ mentions }) =>
      mentions.some((span) => overlap(doc.text, span, trigger)),
    )
    const isRight = named.some((event) => isTypeOf(event, type))
    return { score, isRight }
  })
}

function isTypeOf({ type, also }: GoldReport["events"][number], given: string | null): boolean {
  return given === type || (given !== null && (also ?? []).includes(given))
}

function countReport(
  reading: ReadReport,
  gold: GoldReport,
  count: (what: string, by?: number) => void,
  tell: (line: string) => void,
): void {
  const { doc, events: mentions } = reading
  const given = happenings(reading, mentions)
  const pairs = pairUp(gold, given)
  count("found.gold", gold.events.length)
  count("found.given", given.length)
  count("found.right", pairs.size)
  gold.events.forEach((event, index) => {
    if (!pairs.has(index)) tell(`${gold.doc}\tmissed\t${event.type}\t${showAll(doc.text, event.mentions)}`)
  })
  const paired = new Set(pairs.values())
  given.forEach((event, index) => {
    if (paired.has(index)) return
    const isApart = event.mentions.some(({ trigger }) =>
      gold.events.some(({ mentions: spans }) => spans.some((span) => overlap(doc.text, span, trigger))),
    )
    tell(`${gold.doc}\t${isApart ? "apart" : "invented"}\t${describe(doc.text, reading, event)}`)
  })
  for (const [goldIndex, givenIndex] of pairs) {
    const [event, found] = [gold.events[goldIndex]!, given[givenIndex]!]
    if (isTypeOf(event, typeOf(found))) count("type")
    else tell(`${gold.doc}\ttype\t${event.type}\t${describe(doc.text, reading, found)}`)
    for (const role of ["actor", "recipient"] as const)
      countRole(reading, gold, event, found, role, count, tell)
    // How many of the gold's found mentions are in this group.
    const all = mentions.filter(({ trigger }) =>
      event.mentions.some((span) => overlap(doc.text, span, trigger)),
    )
    if (all.length > 1) {
      count("mentions", all.length)
      count("together", all.filter((each) => found.mentions.includes(each)).length)
    }
  }
}

/** The mentions of one report put together, as the product does, with head words in place of entities. */
function happenings(reading: ReadReport, mentions: readonly EventMention[]): readonly Given[] {
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name)!
  }
  const entitiesOf = (event: number, role: EventRole): readonly number[] =>
    mentions[event]!.arguments.filter((each) => each.role === role).flatMap(({ filler }) =>
      nameWords(reading, filler).map(numberOf),
    )
  const groups = groupEvents(mentions, {
    lemmaOf: (token) => reading.tokens.at(token).lemma,
    entitiesOf,
    namedIn: entitiesOf,
    isAround: () => false,
    isPlace: () => false,
    areOneSide: () => false,
    areOneAndMany: () => false,
    isAhead: () => false,
    isTitle: () => false,
    befellOthers: () => false,
    timeOf: () => null,
    traitsOf: () => NO_TRAITS,
    sentenceOf: () => 0,
    isDenied: () => false,
    voiceOf: () => null,
    isOfNobody: () => false,
    causesOf: () => [],
    besideInTime: () => [],
  })
  return groups.map((group) => ({ mentions: group.map((index) => mentions[index]!) }))
}

/**
 * What stands for the entity of a filler: the words of a name, so that “Robert Hunter” and “Hunter” share one, or the
 * head word. Empty for pronouns, numbers and words for anybody, which tell nobody apart.
 */
function nameWords({ doc, tokens }: ReadReport, filler: number): readonly string[] {
  const { upos, lemma } = tokens.at(filler)
  if (upos === "NOUN") return /^(?:people|person|other|victim|dozen)/.test(lemma) ? [] : [lemma.toLowerCase()]
  const names: string[] = []
  const isName = (index: number): boolean => index < tokens.length && tokens.at(index).upos === "PROPN"
  const textOf = (index: number): string => doc.text.slice(tokens.start(index), tokens.end(index))
  for (let index = filler; index >= 0 && isName(index); index -= 1) names.push(textOf(index))
  for (let index = filler + 1; names.length > 0 && isName(index); index += 1) names.push(textOf(index))
  return names
}

/** One to one, most overlapping mentions first: as score_record.py pairs. */
function pairUp(gold: GoldReport, given: readonly Given[]): ReadonlyMap<number, number> {
  const pairs: { gold: number; given: number; weight: number }[] = []
  gold.events.forEach((event, goldIndex) => {
    given.forEach((found, givenIndex) => {
      const shared = event.mentions.filter((span) =>
        found.mentions.some(({ trigger }) => span.start < trigger.end && trigger.start < span.end),
      ).length
      const bonus = typeOf(found) === event.type ? 0.5 : 0
      if (shared > 0) pairs.push({ gold: goldIndex, given: givenIndex, weight: shared + bonus })
    })
  })
  const taken = new Map<number, number>()
  const used = new Set<number>()
  for (const pair of pairs.sort((one, other) => other.weight - one.weight)) {
    if (taken.has(pair.gold) || used.has(pair.given)) continue
    taken.set(pair.gold, pair.given)
    used.add(pair.given)
  }
  return taken
}

function countRole(
  reading: ReadReport,
  gold: GoldReport,
  event: GoldReport["events"][number],
  found: Given,
  role: "actor" | "recipient",
  count: (what: string, by?: number) => void,
  tell: (line: string) => void,
): void {
  const wanted = role === "actor" ? event.actors : event.recipients
  const entities = gold.entities.filter(({ id }) => wanted.includes(id))
  const fillers = fillersOf(reading, gold, found, role)
  const right = new Set<string>()
  for (const filler of fillers) {
    const entity = entities.find((each) => !right.has(each.id) && isFillerOf(reading, filler, each))
    if (entity !== undefined) right.add(entity.id)
  }
  count(`${role}.gold`, wanted.length)
  count(`${role}.given`, fillers.length)
  count(`${role}.right`, right.size)
  if (right.size < Math.max(wanted.length, fillers.length))
    tell(
      `${gold.doc}\t${role}\t${entities.map(({ name }) => name).join(", ")}\t${fillers.map((token) => word(reading, token)).join(", ")}\t${describe(reading.doc.text, reading, found)}`,
    )
}

/** The fillers of all mentions, one for each gold entity or head word. */
function fillersOf(reading: ReadReport, gold: GoldReport, found: Given, role: EventRole): readonly number[] {
  const kept = new Map<string, number>()
  for (const mention of found.mentions)
    for (const { role: each, filler } of mention.arguments) {
      if (each !== role) continue
      const entity = gold.entities.find((one) => isFillerOf(reading, filler, one))
      const key = entity?.id ?? reading.tokens.at(filler).lemma.toLowerCase()
      if (!kept.has(key)) kept.set(key, filler)
    }
  // Whom a pronoun means is not known here: beside a name or noun it is taken to mean the same.
  const fillers = [...kept.values()]
  const isPronoun = (filler: number): boolean => reading.tokens.at(filler).upos === "PRON"
  const isKnown = (filler: number): boolean => gold.entities.some((one) => isFillerOf(reading, filler, one))
  return fillers.some((each) => !isPronoun(each))
    ? fillers.filter((each) => !isPronoun(each) || isKnown(each))
    : fillers
}

function isFillerOf(reading: ReadReport, filler: number, entity: GoldReport["entities"][number]): boolean {
  const { span, upos } = reading.tokens.at(filler)
  if (entity.mentions.some(({ start, end }) => start <= span.start && span.end <= end)) return true
  return upos === "PROPN" && entity.name.split(/\W+/).includes(word(reading, filler))
}

function typeOf({ mentions }: Given): string | null {
  return mentions[0]!.type
}

function overlap(_text: string, one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function word({ doc, tokens }: ReadReport, token: number): string {
  const { span } = tokens.at(token)
  return doc.text.slice(span.start, span.end)
}

function showAll(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => inContext(text, { start, end })).join(" / ")
}

function describe(text: string, _reading: ReadReport, { mentions }: Given): string {
  return mentions
    .map(({ type, trigger, readBy }) => `${type} ${inContext(text, trigger)} [${readBy.rule}]`)
    .join(" / ")
}

function inContext(text: string, { start, end }: Span): string {
  const flat = (part: string): string => part.replaceAll("\n", " ")
  return `${flat(text.slice(Math.max(0, start - 40), start))}⟦${flat(text.slice(start, end))}⟧${flat(text.slice(end, end + 40))}`
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      part: { type: "string", default: "dev" },
      errors: { type: "string", default: "0" },
    },
  })
  const ids = annotated(values.part)
  const gold = readGold<GoldReport>(values.shared, ids, "utf16")
  const readings = await readAll(
    values.weights,
    ids.map((id) => ({
      text: readFileSync(join(REPORTS, `${id}.txt`), "utf8"),
      published: optionsFor(id).published ?? null,
    })),
  )
  let left = Number(values.errors)
  const quality = measureEvents(
    readings.map((reading, index) => ({ reading, gold: gold[index]! })),
    (line) => {
      left -= 1
      if (left >= 0) process.stderr.write(`${line}\n`)
    },
  )
  process.stdout.write(`${JSON.stringify(quality, null, 2)}\n`)
}

if (process.argv[1] === import.meta.filename) await main()
