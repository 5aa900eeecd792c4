// How well happenings of single sentences are coded: PETRARCH's unit records (closed world: every event of a sentence
// is in the gold) and PLOVER's gold standard records (open world: one event of a sentence is), with the scorer of ../shared/score.
//   node quality/events-coded.ts [--shared ../shared] [--weights weights] [--sets petr,gsr] [--errors N]
// Prints one JSON object. Actors are coded with the lexicon that comes with the PETRARCH records, and with the
// Phoenix dictionaries for the PLOVER records. --errors prints the first N sentences that differ on standard error.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { nounPhrase, Tree } from "../src/grammar/index.ts"
import type { EventMention, EventRole } from "../src/schema/reading.ts"
import { type ActorCode, type CodeWords, readPetrCoder, readPhoenixCoder } from "./events-actors.ts"
import type { ReadReport } from "./events-corpus.ts"
import { type PloverEvent, toPloverEvents } from "./events-listed.ts"
import { readAll, readLines } from "./events-reading.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"

export const SETS = {
  petr: { file: "petrarch-unit-records.visible.jsonl.xz" },
  gsr: { file: "plover-gsr.visible.jsonl.xz" },
} as const
export type SetName = keyof typeof SETS

export interface SetRecord {
  readonly id: string
  readonly date: string
  readonly text: string
}

interface Party {
  readonly country: string | null
  readonly sectors: readonly string[]
}

interface Coded {
  readonly source: readonly Party[]
  readonly target: readonly Party[]
  readonly type: string
  readonly reciprocal: boolean
}

/** The events of one record as an event data set lists them. */
export function codeRecord(reading: ReadReport, codeWords: CodeWords, set: SetName): readonly Coded[] {
  const { doc, tokens, sentences, events: mentions } = reading
  return sentences.flatMap((range) => {
    const tree = new Tree(tokens, range)
    const here = mentions.filter(({ head }) => tree.has(head))
    return toPloverEvents(tree, here).flatMap((event) => toCoded(doc.text, tree, event, codeWords, set))
  })
}

function toCoded(
  text: string,
  tree: Tree,
  event: PloverEvent,
  codeWords: CodeWords,
  set: SetName,
): readonly Coded[] {
  const partiesOf = (mention: EventMention, role: EventRole): readonly Party[] =>
    unique(
      mention.arguments
        .filter((each) => each.role === role)
        .flatMap(({ filler }) => codeFiller(text, tree, filler, mention.head, codeWords)),
    )
  const { mention, about } = event
  const actors = mention.arguments.filter(({ role }) => role === "actor").map(({ filler }) => filler)
  // “Iran met with France and Chad”: all are actors; the list has them on two sides.
  const [first, ...rest] = actors
  const beside = new Set(first === undefined ? [] : coordinated(tree, first))
  const others = rest.filter((each) => !beside.has(each))
  const code = (fillers: readonly number[]): readonly Party[] =>
    distribute(unique(fillers.flatMap((filler) => codeFiller(text, tree, filler, mention.head, codeWords))))
  const source = code(actors.filter((each) => !others.includes(each)))
  const named = [...code(others), ...partiesOf(mention, "recipient")]
  const taken = about.flatMap((each) => [
    ...partiesOf(each, "recipient"),
    ...partiesOf(each, "actor"),
    ...partiesOf(each, "place"),
  ])
  const fallback =
    taken.length > 0 ? taken : [...partiesOf(mention, "place"), ...complement(text, tree, mention, codeWords)]
  const target = without(named.length > 0 ? named : fallback, source)
  if (source.length === 0 && target.length === 0) return []
  // A dyad needs both sides; PLOVER's records may do without the second.
  if (set === "petr" && (source.length === 0 || (target.length === 0 && source.length < 2))) return []
  const coded = { source, target, type: event.type, reciprocal: false }
  return [set === "gsr" ? withImplied(coded, partiesOf(mention, "place")) : coded]
}

/**
 * PLOVER's coders give a party whose country the sentence leaves out that of the other side, and unknown attackers
 * that of the place: “Police arrested students” in a report from Cairo.
 */
function withImplied(coded: Coded, place: readonly Party[]): Coded {
  const countryOf = (parties: readonly Party[]): string | null =>
    parties.find(({ country }) => country !== null)?.country ?? null
  const fill = (parties: readonly Party[], country: string | null): readonly Party[] =>
    parties.map((each) => ({ ...each, country: each.country ?? country }))
  const unknown = coded.type === "ASSAULT" && coded.source.length === 0 && coded.target.length > 0
  const source = unknown ? [{ country: countryOf(place), sectors: ["UAF"] }] : coded.source
  const here = countryOf(place)
  return {
    ...coded,
    source: fill(source, countryOf(coded.target) ?? here),
    target: fill(coded.target, countryOf(source) ?? here),
  }
}

/** “Lawmakers and officials in Chad and Sudan”: each role in each country. */
function distribute(parties: readonly Party[]): readonly Party[] {
  const countries = parties.filter(({ country }) => country !== null)
  const roles = parties.filter(({ country }) => country === null)
  if (countries.length === 0 || roles.length === 0) return parties
  const sectors = [...roles, ...countries.filter((each) => each.sectors.length > 0)].map(
    (each) => each.sectors,
  )
  return unique(countries.flatMap(({ country }) => sectors.map((each) => ({ country, sectors: each }))))
}

/** Whoever is named in what completes the verb: “lift embargoes on sales to Iran”. */
function complement(text: string, tree: Tree, mention: EventMention, codeWords: CodeWords): readonly Party[] {
  const heads = tree.childrenBy(mention.head, "obj", "obl", "xcomp", "ccomp", "nmod", "acl", "advcl")
  return unique(
    heads
      .filter((head) => head > mention.head)
      .flatMap((head) => codeWords(wordsOf(text, tree, tree.rangeOf(head)), true)),
  )
}

function coordinated(tree: Tree, head: number): readonly number[] {
  return [head, ...tree.childrenBy(head, "conj").flatMap((each) => coordinated(tree, each))]
}

/** The parties that a filler names; a pronoun stands for the subject of a clause above, or the first party named. */
function codeFiller(
  text: string,
  tree: Tree,
  filler: number,
  _event: number,
  codeWords: CodeWords,
): readonly Party[] {
  const { upos } = tree.at(filler)
  if (upos === "PRON") {
    const antecedent = antecedentOf(tree, filler)
    return antecedent === null ? [] : codeFiller(text, tree, antecedent, filler, codeWords)
  }
  const range = nounPhrase(tree, filler)
  const inner = codeWords(wordsOf(text, tree, withoutOthers(tree, filler, range)), false)
  if (inner.length > 0) return inner
  // “the soldiers in Iran”, “an attack by Iran”: whoever is named in the phrase.
  return codeWords(wordsOf(text, tree, range), true)
}

/** The phrase without those coordinated to its head: they are fillers of their own. */
function withoutOthers(
  tree: Tree,
  head: number,
  range: { from: number; to: number },
): { from: number; to: number } {
  const first = tree.childrenBy(head, "conj", "cc").map((child) => tree.rangeOf(child).from)
  return { from: range.from, to: Math.min(range.to, ...first.filter((from) => from > head)) }
}

function antecedentOf(tree: Tree, pronoun: number): number | null {
  let at = tree.headOf(pronoun)
  for (let steps = tree.sentence.to - tree.sentence.from; at !== null && steps > 0; steps -= 1) {
    const subject = tree
      .childrenBy(at, "nsubj", "nsubj:pass")
      .find((child) => child !== pronoun && tree.at(child).upos !== "PRON")
    if (subject !== undefined) return subject
    at = tree.headOf(at)
  }
  return null
}

/** Words as a dictionary of names has them: “Barad-dur” is one. */
function wordsOf(text: string, tree: Tree, { from, to }: { from: number; to: number }): readonly string[] {
  if (from >= to) return []
  const words = text.slice(tree.at(from).span.start, tree.at(to - 1).span.end)
  return words.split(/[\s,;()“”"]+|(?=['’]s?\b)/).filter((word) => word !== "")
}

const keyOf = ({ country, sectors }: Party): string => `${country} ${sectors.join(" ")}`

function unique(parties: readonly (Party | ActorCode)[]): readonly Party[] {
  return [...new Map(parties.map((each) => [keyOf(each), each])).values()]
}

function without(parties: readonly Party[], others: readonly Party[]): readonly Party[] {
  const keys = new Set(others.map(keyOf))
  return unique(parties).filter((each) => !keys.has(keyOf(each)))
}

// --- Scoring ---

/** Runs the scorer of ../shared/score over predictions; the figures are its own, as printed. */
export function scoreSet(
  sharedDir: string,
  records: readonly SetRecord[],
  coded: readonly (readonly Coded[])[],
): string {
  const folder = mkdtempSync(join(tmpdir(), "sayso-coded-"))
  try {
    const [gold, predicted] = [join(folder, "gold.jsonl"), join(folder, "predicted.jsonl")]
    const lines = (values: readonly unknown[]): string =>
      values.map((each) => `${JSON.stringify(each)}\n`).join("")
    writeFileSync(gold, lines(records))
    writeFileSync(predicted, lines(records.map(({ id }, index) => ({ id, events: coded[index] }))))
    const script = join(sharedDir, "score", "score_events.py")
    const run = spawnSync("python3", [script, gold, predicted], { encoding: "utf8" })
    if (run.status !== 0) throw new Error(`score_events.py ended with ${run.status}: ${run.stderr}`)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The scorer's lines as data. */
export function toFigures(set: SetName, printed: string): Readonly<Record<string, unknown>> {
  const toJson = (python: string): unknown => JSON.parse(python.replaceAll("'", '"'))
  if (set === "gsr") {
    const match = /^(\{.*?\}) gold (\d+) events\/sentence ([\d.]+)/.exec(printed)
    if (match === null) throw new Error(`The scorer printed what is not known here: ${printed}`)
    return { ...(toJson(match[1]!) as object), gold: Number(match[2]), eventsPerSentence: Number(match[3]) }
  }
  const figures: Record<string, unknown> = {}
  for (const [, name, values] of printed.matchAll(/^(\w+) +(\{.*\})$/gm)) figures[name!] = toJson(values!)
  const tail = /exact records (\d+) \/ (\d+).*false alarms (\d+) \/ (\d+)/.exec(printed)
  if (tail === null) throw new Error(`The scorer printed what is not known here: ${printed}`)
  const [exact, of, falseAlarms, ofEmpty] = tail.slice(1).map(Number)
  return { ...figures, exact: { right: exact, of }, falseAlarms: { given: falseAlarms, of: ofEmpty } }
}

/** Codes and scores one set whose sentences were read. */
export function measureSet(
  set: SetName,
  sharedDir: string,
  records: readonly SetRecord[],
  readings: readonly ReadReport[],
  tell: (line: string) => void = () => {},
): Readonly<Record<string, unknown>> {
  const coderFor = set === "petr" ? readPetrCoder(sharedDir) : readPhoenixCoder(sharedDir)
  const coded = records.map((record, index) => codeRecord(readings[index]!, coderFor(record.date), set))
  for (const [index, record] of records.entries())
    tell(`${record.id}\t${record.text}\t${JSON.stringify(coded[index])}`)
  return toFigures(set, scoreSet(sharedDir, records, coded))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      sets: { type: "string", default: "petr,gsr" },
      errors: { type: "string", default: "0" },
    },
  })
  const results: Record<string, unknown> = {}
  let left = Number(values.errors)
  for (const set of values.sets.split(",") as SetName[]) {
    const records = readLines<SetRecord>(join(values.shared, "data", SETS[set].file))
    const texts = records.map(({ text, date }) => ({ text, published: date }))
    const readings = await readAll(values.weights, texts)
    results[set] = measureSet(set, values.shared, records, readings, (line) => {
      left -= 1
      if (left >= 0) process.stderr.write(`${line}\n`)
    })
  }
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
}

if (process.argv[1] === import.meta.filename) await main()
