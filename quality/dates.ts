// How well times are found and dated: against WikiWars (histories) and the Sayso corpus (news), and how fast.
//   node quality/dates.ts [--shared ../shared] [--weights weights] [--cache FOLDER] [--errors corpusDev|corpusTrain|wikiwarsDev]
// Prints one JSON object. --cache keeps what the network gave. --errors prints what is wrong of one part on standard
// error; never ask for a test part.
//
// WikiWars marks in TIMEX2 some things that Sayso counts elsewhere or not at all: durations (“five years”), sets
// (“daily”), and words without a date (“now”, “former”). `spans` is about the expressions that have a place on the
// calendar: TIMEX2 whose value begins with a year, century or decade, or is one with unknown parts (“XXXX-WI”). What
// is found at one of the others is neither right nor wrong. A span is right when it is exact, but for articles and
// prepositions at its beginning; a range (“from 9 to 11 May”) is two expressions in TIMEX2 and counts as its two ends.
// A value is right when both name the same first and last day: parts of months and days (“late May”, “the morning of”)
// are compared as the whole. `values` is the share of right ones among the spans that are right and have a year in TIMEX2.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { type DatesInput, resolveTimes, timeFor } from "../src/resolve/dates/index.ts"
import { firstDayOf, lastDayOf, parseEdtf } from "../src/resolve/dates/when.ts"
import type { Span } from "../src/schema/positions.ts"
import type { ResolvedTime } from "../src/schema/resolution.ts"
import { placeOf } from "./quantities.ts"
import { openCache, type ReadingCache } from "./readings.ts"
import { annotated, optionsFor, REPORTS } from "./scorers.ts"

/** Shares are of 1. */
export interface HistoryQuality {
  readonly expressions: number
  readonly spans: { readonly precision: number; readonly recall: number; readonly f1: number }
  /** Of the right spans whose TIMEX2 has a year, those dated right. */
  readonly values: number
  /** Span and value right, as F1 over all expressions that have a year. */
  readonly both: number
  /** Of all TIMEX2 of the document, durations and all, those whose span was found. */
  readonly recallOfAll: number
}

export interface NewsQuality {
  /** Events with a date. */
  readonly dates: number
  /** Of their words, read where they stand, those with the same EDTF. */
  readonly right: number
  /** Those that begin or end on the same day: “in 2018” for `2018/..`, what began then and goes on. */
  readonly sameEnd: number
  /** Those whose words were found and given a date, right or wrong. */
  readonly dated: number
  /** Dates that stand in a sentence which names their event. */
  readonly inSentence: number
  /** Of those, the ones that `timeFor` gives to a mention of the event. */
  readonly attached: number
  /** Of the events without a date, those that get none. */
  readonly leftUndated: number
}

export interface DatesQuality {
  readonly wikiwars: HistoryQuality & { readonly development: HistoryQuality }
  readonly corpusTrain: NewsQuality
  readonly corpusDev: NewsQuality
  readonly corpusTest: NewsQuality
  /** Milliseconds for 1,000 characters of the reports, network and parse not counted. */
  readonly msPerKilobyte: number
}

type Tell = (line: string) => void

// --- WikiWars ---

const TESTS = new Set(["03", "06", "11", "14", "17", "20"])

interface Timex extends Span {
  readonly value: string
  readonly isSet: boolean
}

interface History {
  readonly name: string
  readonly text: string
  readonly published: string
  readonly timexes: readonly Timex[]
}

/** Unpacks the histories into `folder` (needs `tar` and `xz`); the tags are taken out of their text. */
function readHistories(sharedDir: string, folder: string): readonly History[] {
  const archive = join(sharedDir, "data", "wikiwars.tar.xz")
  const { status, stderr } = spawnSync("tar", ["-xJf", archive, "-C", folder], { encoding: "utf8" })
  if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`)
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return found
    .filter((path) => /keyinline\/.*\.key\.xml$/.test(path))
    .sort()
    .map((path) => {
      const file = readFileSync(join(folder, path), "utf8")
      const body = /<TEXT>\s*([\s\S]*?)\s*<\/TEXT>/.exec(file)?.[1] ?? ""
      const published = /<DATETIME>.*?val="(\d{4}-\d\d-\d\d)/.exec(file)?.[1] ?? ""
      return { name: /(\d\d_\w+)\.key/.exec(path)?.[1] ?? path, published, ...untag(body) }
    })
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
}

function untag(body: string): { readonly text: string; readonly timexes: readonly Timex[] } {
  let text = ""
  const open: { start: number; attributes: string }[] = []
  const timexes: Timex[] = []
  for (const [piece, attributes] of body.matchAll(/<TIMEX2([^>]*)>|<[^>]*>|&\w+;|[^<&]+|[<&]/g)) {
    if (attributes !== undefined) open.push({ start: text.length, attributes })
    else if (piece === "</TIMEX2>") {
      const { start, attributes: said } = open.pop() ?? { start: text.length, attributes: "" }
      const value = / val="([^"]*)"/.exec(said)?.[1] ?? ""
      timexes.push({ start, end: text.length, value, isSet: / set=/.test(said) })
    } else if (!piece.startsWith("<")) text += ENTITIES[piece] ?? piece
  }
  return { text, timexes: timexes.sort((one, other) => one.start - other.start) }
}

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  H1: [1, 6],
  H2: [7, 6],
}

/** The EDTF of a TIMEX2 value: "BC0490-08" → "-0489-08", "1942-WI" → "1942-12/1943-02"; null when it has no year. */
function edtfOfTimex(value: string): string | null {
  const match = /^(BC)?(\d{4}|\d{3}|\d{2})(?:-(\d\d|[A-Z]\w))?(?:-(\d\d))?(?=$|T|-XX|-WXX)/.exec(value)
  if (match === null) return null
  const [, bc, digits = "", month, day] = match
  const scale = 10 ** (4 - digits.length)
  if (digits.length < 4) {
    if (bc === undefined) return digits + "X".repeat(4 - digits.length)
    const last = Number(digits) * scale
    return `${isoYear(-(last + scale - 2))}/${isoYear(1 - last)}`
  }
  const year = bc === undefined ? Number(digits) : 1 - Number(digits)
  const season = month === undefined ? undefined : SEASONS[month]
  if (season !== undefined) {
    const last = season[0] + season[1] - 1
    const end = last > 12 ? [year + 1, last - 12] : [year, last]
    return `${isoYear(year)}-${two(season[0])}/${isoYear(end[0]!)}-${two(end[1]!)}`
  }
  const isMonth = month !== undefined && /^\d\d$/.test(month)
  return [isoYear(year), ...(isMonth ? [month] : []), ...(isMonth && day !== undefined ? [day] : [])].join(
    "-",
  )
}

function isoYear(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`
}

function two(number: number): string {
  return String(number).padStart(2, "0")
}

/** Has a place on the calendar, known or not: no duration, no set, no “now”. */
function isOfCalendar({ value, isSet }: Timex): boolean {
  return !isSet && /^(?:BC)?[\dX]{2}/.test(value)
}

interface Found extends Span {
  readonly edtf: string | null
}

/** A range is two expressions in TIMEX2; “since 2011” and “until June” are their date. */
function asTimexes(text: string, { span, value }: ResolvedTime): readonly Found[] {
  const edtf = value?.edtf ?? null
  const words = text.slice(span.start, span.end)
  const gap = /(?<=[\w.]) ?[–—-] ?(?=[\w’'])| (?:to|through|until|till|and) (?:the )?|\//.exec(words)
  const isRange = edtf === null ? null : /^(\S+)\/(\S+)$/.exec(edtf)
  if (gap !== null && isRange !== null && !edtf!.includes("..")) {
    // “9 to 11 May”: the gap lies between two ends, each with a number or a name.
    const [one, other] = [words.slice(0, gap.index), words.slice(gap.index + gap[0].length)]
    if (/\d|[A-Z]/.test(one) && /\d|[A-Z]/.test(other)) {
      const to = span.start + gap.index + gap[0].length
      return [
        trim(text, { start: span.start, end: span.start + gap.index, edtf: isRange[1]! }),
        trim(text, { start: to, end: span.end, edtf: isRange[2]! }),
      ]
    }
  }
  // “7 p.m. on Friday” is two expressions there.
  const clock = /^[\d:. ]+(?:[ap]\.?m\.?)?(?: local time)? on /i.exec(words)
  if (clock !== null) {
    const to = span.start + clock[0].length
    return [
      trim(text, { start: span.start, end: to - " on ".length, edtf }),
      trim(text, { start: to, end: span.end, edtf }),
    ]
  }
  return [trim(text, { ...span, edtf: edtf?.replace(/^\.\.\/|\/\.\.$/g, "") ?? null })]
}

const LEAD =
  /^(?:(?:the|a|an|through|on|in|at|by|of|during|over|since|ever|until|till|from|to|as|early as|about|up|for|between)\s+)+/i

function trim<T extends Span>(text: string, found: T): T {
  const lead = LEAD.exec(text.slice(found.start, found.end))?.[0].length ?? 0
  return { ...found, start: lead < found.end - found.start ? found.start + lead : found.start }
}

function isSame(one: string | null, other: string): boolean {
  const [first, second] = [one === null ? null : parseEdtf(one), parseEdtf(other)]
  if (first === null || second === null) return false
  const ends = ({ from, to }: typeof first): string =>
    `${from === null ? "" : firstDayOf(from)} ${to === null ? "" : lastDayOf(to)}`
  return ends(first) === ends(second)
}

function measureHistories(
  read: readonly { history: History; input: DatesInput }[],
  tell: Tell,
): HistoryQuality {
  let [gold, given, right, dated, rightValues, goldDated, givenDated, all, allFound] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  for (const { history, input } of read) {
    const { text } = history
    const found = resolveTimes(input).times.flatMap((time) => asTimexes(text, time))
    const timexes = history.timexes.map((each) => trim(text, each))
    const at = new Map(found.map((each) => [`${each.start}-${each.end}`, each]))
    const matched = new Set<Found>()
    const counted = new Set<Found>()
    for (const timex of timexes) {
      all += 1
      const match = at.get(`${timex.start}-${timex.end}`)
      if (match !== undefined) {
        allFound += 1
        matched.add(match)
      }
      if (!isOfCalendar(timex)) continue
      gold += 1
      const edtf = edtfOfTimex(timex.value)
      if (edtf !== null) goldDated += 1
      const words = text.slice(timex.start, timex.end)
      if (match === undefined) {
        tell(`${history.name} missed “${words}” ${timex.value} in ${context(text, timex)}`)
        continue
      }
      right += 1
      counted.add(match)
      if (edtf === null) continue
      dated += 1
      if (isSame(match.edtf, edtf)) rightValues += 1
      else
        tell(
          `${history.name} value “${words}” is ${timex.value}, given ${match.edtf} in ${context(text, timex)}`,
        )
    }
    const others = timexes.filter((each) => !isOfCalendar(each))
    for (const each of found) {
      if (!counted.has(each) && others.some((other) => other.start < each.end && each.start < other.end))
        continue
      given += 1
      if (each.edtf !== null) givenDated += 1
      if (!matched.has(each))
        tell(`${history.name} extra “${text.slice(each.start, each.end)}” in ${context(text, each)}`)
    }
  }
  const [precision, recall] = [right / given, right / gold]
  return {
    expressions: gold,
    spans: { precision: share(precision), recall: share(recall), f1: share((2 * right) / (given + gold)) },
    values: share(rightValues / dated),
    both: share((2 * rightValues) / (goldDated + givenDated)),
    recallOfAll: share(allFound / all),
  }
}

function context(text: string, { start, end }: Span): string {
  return JSON.stringify(text.slice(Math.max(0, start - 40), end + 24))
}

function share(number: number): number {
  return Number(number.toFixed(3))
}

// --- The corpus ---

interface GoldEvent {
  readonly triggers: readonly Span[]
  readonly date: { readonly span: Span; readonly edtf: string | null } | null
}

interface AnnotatedReport {
  readonly events: readonly {
    readonly mentions: readonly (string | readonly string[])[]
    readonly date: { readonly words: string | readonly string[]; readonly edtf: string | null } | null
  }[]
}

function goldEvents(id: string, text: string): readonly GoldEvent[] {
  const record = JSON.parse(readFileSync(join(REPORTS, `${id}.json`), "utf8")) as AnnotatedReport
  return record.events.map(({ mentions, date }) => {
    const span = date === null ? null : spanOf(text, date.words)
    return {
      triggers: mentions.map((words) => spanOf(text, words)).filter((each) => each !== null),
      date: date === null || span === null ? null : { span, edtf: date.edtf },
    }
  })
}

/** “⟦he⟧ told reporters”: the place of the words in brackets. */
function spanOf(text: string, words: string | readonly string[]): Span | null {
  const first = typeof words === "string" ? words : (words[0] ?? "")
  const [, before = "", inner = first] = /^([\s\S]*?)⟦([\s\S]+?)⟧/.exec(first) ?? []
  const whole = first.replace(/[⟦⟧]/g, "")
  const at = text.indexOf(whole)
  return at === -1 ? null : { start: at + before.length, end: at + before.length + inner.length }
}

function measureReports(read: readonly { id: string; input: DatesInput }[], tell: Tell): NewsQuality {
  let [dates, right, inSentence, attached, undated, leftUndated, dated, sameEnd] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { id, input } of read) {
    const { text } = input.doc
    const { times } = resolveTimes(input)
    const events = goldEvents(id, text)
    const heads = new Set(
      events.flatMap(({ triggers }) => triggers.map((trigger) => placeOf(input, trigger)?.head ?? -1)),
    )
    for (const { triggers, date } of events) {
      const given = triggers.map((trigger) => attach(input, times, trigger, heads))
      if (date === null) {
        undated += 1
        const wrong = given.find((time) => time !== null && time.value !== null)
        if (wrong === undefined) leftUndated += 1
        else
          tell(`${id.slice(0, 20)} dated “${wordsOf(text, triggers[0])}” by “${wordsOf(text, wrong?.span)}”`)
        continue
      }
      dates += 1
      const time = overlapping(times, date.span)
      const edtf = time?.value?.edtf ?? null
      const where = context(text, date.span)
      if (edtf !== null || date.edtf === null) dated += 1
      if (edtf === date.edtf || sharesAnEnd(edtf, date.edtf)) sameEnd += 1
      if (edtf === date.edtf || withoutOpenEnd(text, time, date.span) === date.edtf) right += 1
      else
        tell(
          `${id.slice(0, 20)} date “${wordsOf(text, date.span)}” is ${date.edtf}, given ${edtf} in ${where}`,
        )
      if (time === null || !triggers.some((trigger) => isInOneSentence(input, trigger, time.span))) continue
      inSentence += 1
      if (given.some((each) => each === time)) attached += 1
      else
        tell(
          `${id.slice(0, 20)} “${wordsOf(text, triggers[0])}” gets ${given.map((each) => wordsOf(text, each?.span)).join("|")} for ${where}`,
        )
    }
  }
  return {
    dates,
    right: share(right / dates),
    sameEnd: share(sameEnd / dates),
    dated: share(dated / dates),
    inSentence,
    attached: share(attached / inSentence),
    leftUndated: share(leftUndated / undated),
  }
}

function sharesAnEnd(one: string | null, other: string | null): boolean {
  const [first, second] = [one, other].map((edtf) => (edtf === null ? null : parseEdtf(edtf)))
  if (!first || !second) return false
  const isSameDay = (end: "from" | "to"): boolean => {
    const [a, b] = [first[end], second[end]]
    if (a === null || b === null) return false
    return end === "from" ? firstDayOf(a) === firstDayOf(b) : lastDayOf(a) === lastDayOf(b)
  }
  return isSameDay("from") || isSameDay("to")
}

/** Where the words of the gold leave out the “since” or “until” that ours begin with, the date itself is right too. */
function withoutOpenEnd(text: string, time: ResolvedTime | null, gold: Span): string | null {
  const edtf = time?.value?.edtf ?? null
  if (edtf === null || time === null || !edtf.includes("..")) return edtf
  const isLeftOut =
    gold.start > time.span.start &&
    /^(?:ever )?(?:since|until|till|up until|through)\b/i.test(text.slice(time.span.start))
  return isLeftOut ? edtf.replace(/^\.\.\/|\/\.\.$/g, "") : edtf
}

function wordsOf(text: string, span: Span | undefined): string {
  return span === undefined ? "nothing" : text.slice(span.start, span.end)
}

/** The time that shares most characters with `span`; the first of several. */
function overlapping(times: readonly ResolvedTime[], span: Span): ResolvedTime | null {
  let [best, most]: [ResolvedTime | null, number] = [null, 0]
  for (const time of times) {
    const shared = Math.min(time.span.end, span.end) - Math.max(time.span.start, span.start)
    if (shared > most) [best, most] = [time, shared]
  }
  return best
}

function isInOneSentence({ tokens, sentences }: DatesInput, one: Span, other: Span): boolean {
  const [first, second] = [tokens.covering(one)?.from, tokens.covering(other)?.from]
  if (first === undefined || second === undefined) return false
  return sentences.some(({ from, to }) => first >= from && first < to && second >= from && second < to)
}

function attach(
  input: DatesInput,
  times: readonly ResolvedTime[],
  trigger: Span,
  heads: ReadonlySet<number>,
): ResolvedTime | null {
  const place = placeOf(input, trigger)
  return place === null ? null : timeFor(place.tree, place.head, times, heads)
}

// --- All together ---

async function readReports(cache: ReadingCache, part: string): Promise<{ id: string; input: DatesInput }[]> {
  const read: { id: string; input: DatesInput }[] = []
  for (const id of annotated(part)) {
    const text = readFileSync(join(REPORTS, `${id}.txt`), "utf8")
    read.push({ id, input: await cache.read(text, optionsFor(id)) })
  }
  return read
}

function timePerKilobyte(inputs: readonly DatesInput[]): number {
  const characters = inputs.reduce((sum, { doc }) => sum + doc.text.length, 0)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    for (const input of inputs) resolveTimes(input)
    best = Math.min(best, performance.now() - start)
  }
  return share((best / characters) * 1000)
}

export async function measureDates(
  cache: ReadingCache,
  sharedDir: string,
  folder: string,
  tell: (part: string) => Tell,
): Promise<DatesQuality> {
  const histories: { history: History; input: DatesInput }[] = []
  for (const history of readHistories(sharedDir, folder)) {
    const input = await cache.read(history.text, { mediaType: "text/plain", published: history.published })
    histories.push({ history, input })
  }
  const isTest = ({ history }: { history: History }): boolean => TESTS.has(history.name.slice(0, 2))
  const dev = await readReports(cache, "dev")
  return {
    wikiwars: {
      ...measureHistories(histories.filter(isTest), () => {}),
      development: measureHistories(
        histories.filter((each) => !isTest(each)),
        tell("wikiwarsDev"),
      ),
    },
    corpusTrain: measureReports(await readReports(cache, "train"), tell("corpusTrain")),
    corpusDev: measureReports(dev, tell("corpusDev")),
    corpusTest: measureReports(await readReports(cache, "test"), () => {}),
    msPerKilobyte: timePerKilobyte(dev.map(({ input }) => input)),
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: join(import.meta.dirname, "..", "..", "shared") },
      weights: { type: "string", default: join(import.meta.dirname, "..", "weights") },
      cache: { type: "string" },
      errors: { type: "string" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-dates-"))
  const cache = openCache(values.weights, values.cache ?? join(folder, "readings"))
  try {
    const tell =
      (part: string): Tell =>
      (line) => {
        if (part === values.errors) process.stderr.write(`${line}\n`)
      }
    console.log(JSON.stringify(await measureDates(cache, values.shared, folder, tell), null, 2))
  } finally {
    await cache.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
