// How well the reader tells what status a happening has, and who stands how to it: against the Sayso corpus, with the
// scorer of ../shared/score. The happenings themselves are the corpus's: finding them is measured elsewhere.
//   node quality/voices.ts [--shared ../shared] [--weights weights] [--parts dev,test] [--cache FOLDER] [--errors N]
// Prints one JSON object. --cache keeps what the network gave. --errors prints the first N differences on standard
// error; never use it with the test part.
//
// `read`: with the statements that the reader finds. `goldStatements`: with those of the corpus, the most to be had.
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Tree } from "../src/grammar/index.ts"
import { type ModalityLexicon, parseModality } from "../src/lexicon/modality.ts"
import { statusOf } from "../src/read/events/status.ts"
import { findVoices } from "../src/read/events/voices.ts"
import { sparedIn, toClaims } from "../src/record/claims.ts"
import { mergeStatus } from "../src/record/merge-status.ts"
import type { AttributionId, EntityId, EventId, MentionId, StatementId } from "../src/schema/ids.ts"
import type { NonEmpty, Span } from "../src/schema/positions.ts"
import type { Attribution, EventMention, EventStatus, Mention } from "../src/schema/reading.ts"
import type { Claim } from "../src/schema/record.ts"
import { isVouchedFor } from "../src/schema/standing.ts"
import { type Calibration, calibrate } from "./calibration.ts"
import { DATA_AND_WEIGHTS, ROOT } from "./options.ts"
import { type KeptReading, openCache } from "./readings.ts"
import { annotated, compareRecords, optionsFor, python, REPORTS, resolveReports } from "./scorers.ts"

const STATUSES: readonly EventStatus[] = ["actual", "planned", "possible", "hypothetical", "negated"]

type Words = Span & { readonly text: string }

/** One report of the corpus, its words as offsets in UTF-16 units. */
interface Gold {
  readonly doc: string
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly mentions: readonly Words[]
  }[]
  readonly statements: readonly {
    readonly id: string
    readonly kind: Attribution["kind"]
    readonly mode: Attribution["mode"]
    readonly source: readonly Words[]
    readonly speaker: string | null
    readonly cue: readonly Words[]
    readonly content: readonly Words[]
    readonly inside: string | null
  }[]
  readonly events: readonly {
    readonly id: string
    readonly mentions: readonly Words[]
    readonly type: EventMention["type"]
    readonly status: EventStatus
    readonly voices: readonly { readonly voice: string; readonly stance: string }[]
  }[]
}

/** The statements of a report and who makes them, found by the reader or taken from the corpus. */
interface Statements {
  readonly attributions: readonly Attribution[]
  readonly mentions: readonly Mention[]
  readonly speakers: ReadonlyMap<AttributionId, EntityId>
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly mentions: readonly Words[]
  }[]
}

interface Answer {
  readonly gold: Gold
  readonly statuses: readonly { readonly status: EventStatus; readonly score: number }[]
  readonly claims: readonly Claim[]
  readonly record: unknown
}

/** A report, its reading, and the corpus's happenings put into that reading. */
export interface Case {
  readonly gold: Gold
  readonly text: string
  readonly reading: KeptReading
  readonly events: readonly EventMention[]
  /** Of each event of the corpus the indexes of its mentions in `events`. */
  readonly groups: readonly (readonly number[])[]
}

export function readModality(): ModalityLexicon {
  const read = (name: string): string => readFileSync(join(ROOT, "data", name), "utf8")
  return parseModality({ modality: read("modality.tsv"), hedges: read("hedges.tsv") })
}

export async function openCases(
  options: { readonly shared: string; readonly weights: string; readonly cache: string },
  part: string,
  lexicon: ModalityLexicon,
): Promise<readonly Case[]> {
  const cache = openCache(options.weights, options.cache)
  const file = join(options.cache, `${part}.jsonl`)
  resolveReports(options.shared, annotated(part), file, "utf16")
  const cases: Case[] = []
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const gold = JSON.parse(line) as Gold
    const text = readFileSync(join(REPORTS, `${gold.doc}.txt`), "utf8")
    const reading = await cache.read(text, optionsFor(gold.doc))
    cases.push({ gold, text, reading, ...placeEvents(gold, reading, lexicon) })
  }
  await cache.close()
  return cases
}

function placeEvents(
  gold: Gold,
  { tokens, sentences }: KeptReading,
  lexicon: ModalityLexicon,
): Pick<Case, "events" | "groups"> {
  const events: EventMention[] = []
  const year = Number(gold.doc.slice(0, 4))
  const groups = gold.events.map(({ mentions, type }) =>
    mentions.flatMap(({ start, end }) => {
      const range = tokens.covering({ start, end })
      const sentence = sentences.find(
        ({ from, to }) => range !== null && from <= range.from && range.from < to,
      )
      if (range === null || sentence === undefined) return []
      const tree = new Tree(tokens, sentence)
      const head = tree.topOf({ from: range.from, to: Math.min(range.to, sentence.to) })
      const { status, score } = statusOf(tree, head, lexicon, year)
      const readBy = { reader: "rule", rule: null } as const
      events.push({
        trigger: { start, end },
        head,
        type,
        modes: [],
        status,
        statusScore: score,
        arguments: [],
        readBy,
        score,
      })
      return [events.length - 1]
    }),
  )
  return { events, groups }
}

// --- Statements: the reader's, the corpus's ---

/** Speakers with the same words are one; who a pronoun stands for is not asked here. */
function readStatements({ text, reading }: Case): Statements {
  const entities: { id: string; name: string; mentions: Words[] }[] = []
  const byName = new Map<string, (typeof entities)[number]>()
  const ofMention = new Map<MentionId, EntityId>()
  for (const { id, span, kind } of reading.sources) {
    const words = { ...span, text: text.slice(span.start, span.end) }
    const key = kind === "pronoun" ? id : words.text.toLowerCase()
    let entity = byName.get(key)
    if (entity === undefined) {
      entity = { id: `e${entities.length + 1}`, name: words.text, mentions: [] }
      byName.set(key, entity)
      entities.push(entity)
    }
    entity.mentions.push(words)
    ofMention.set(id, entity.id as EntityId)
  }
  const speakers = new Map<AttributionId, EntityId>()
  for (const { id, speaker } of reading.attributions) {
    const entity = speaker === null ? undefined : ofMention.get(speaker)
    if (entity !== undefined) speakers.set(id, entity)
  }
  return { attributions: reading.attributions, mentions: reading.sources, speakers, entities }
}

function goldStatements({ gold }: Case): Statements {
  const spans = (words: readonly Words[]): NonEmpty<Span> | null =>
    words.length === 0 ? null : (words.map(({ start, end }) => ({ start, end })) as unknown as NonEmpty<Span>)
  const attributions = gold.statements.map(
    ({ id, kind, mode, cue, content, inside }): Attribution => ({
      id: id as AttributionId,
      kind,
      mode,
      content: spans(content)!,
      quoted: [],
      cue: spans(cue),
      speaker: null,
      venue: null,
      addressee: null,
      inside: inside as AttributionId | null,
      readBy: { reader: "rule", rule: null },
      score: 1,
    }),
  )
  const named = gold.statements.filter(({ speaker }) => speaker !== null)
  const speakers = new Map(named.map(({ id, speaker }) => [id as AttributionId, speaker as EntityId]))
  return { attributions, mentions: [], speakers, entities: gold.entities }
}

/** What the product would record of the corpus's happenings, in the scorer's terms. */
function answer(one: Case, statements: Statements, lexicon: ModalityLexicon): Answer {
  const { gold, text, reading, events, groups } = one
  const { attributions, mentions, speakers, entities } = statements
  const voices = findVoices({ ...reading, attributions, mentions, events, lexicon })
  const ids = new Map(attributions.map(({ id }) => [id, id as string as StatementId]))
  const claims = toClaims({
    doc: reading.doc,
    attributions,
    voices,
    spared: sparedIn(events, reading.tokens),
    events: groups.map((group, index) => ({ id: gold.events[index]!.id as EventId, mentions: group })),
    statements: ids,
    speakers,
  })
  const statuses = groups.map((group) => mergeStatus(group.map((index) => events[index]!)))
  const part = ({ start, end }: Span) => ({ span: { start, end }, exact: text.slice(start, end) })
  const evidence = (spans: readonly Span[]) => ({ parts: spans.map(part) })
  const sourceOf = new Map(mentions.map(({ id, span }) => [id, span]))
  const goldSources = new Map(gold.statements.map(({ id, source }) => [id, source]))
  const record = {
    format: 2,
    doc: {
      source: {
        sha256: createHash("sha256")
          .update(readFileSync(join(REPORTS, `${gold.doc}.txt`)))
          .digest("hex"),
      },
    },
    entities: entities.map((entity) => ({ ...entity, mentions: entity.mentions.map(part) })),
    statements: attributions.map(({ id, kind, mode, speaker, cue, content, inside }) => ({
      id,
      kind,
      mode,
      source: evidence(speaker === null ? (goldSources.get(id) ?? []) : [sourceOf.get(speaker)!]),
      speaker: speakers.has(id) ? { value: speakers.get(id) } : null,
      cue: evidence(cue ?? []),
      content: evidence(content),
      inside,
    })),
    events: gold.events.map(({ id, type, mentions: words }, index) => ({
      id,
      evidence: words.map((each) => evidence([each])),
      type: { value: type },
      status: { value: statuses[index]!.status },
      actors: [],
      recipients: [],
    })),
    claims,
  }
  return { gold, statuses, claims, record }
}

// --- Figures ---

interface StatusFigures {
  readonly accuracy: number
  /** Of one who calls every happening actual. */
  readonly allActual: number
  readonly macroF1: number
  readonly f1: Readonly<Record<EventStatus, number>>
}

function statusFigures(answers: readonly Answer[]): StatusFigures {
  const pairs = answers.flatMap(({ gold, statuses }) =>
    gold.events.map(({ status }, index) => ({ gold: status, read: statuses[index]!.status })),
  )
  const f1 = (status: EventStatus): number => {
    const right = pairs.filter((pair) => pair.gold === status && pair.read === status).length
    const all =
      pairs.filter((pair) => pair.gold === status).length +
      pairs.filter((pair) => pair.read === status).length
    return share(2 * right, all)
  }
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, f1(status)])) as Record<
    EventStatus,
    number
  >
  return {
    accuracy: share(pairs.filter((pair) => pair.gold === pair.read).length, pairs.length),
    allActual: share(pairs.filter((pair) => pair.gold === "actual").length, pairs.length),
    macroF1: share(
      STATUSES.reduce((sum, status) => sum + byStatus[status], 0),
      STATUSES.length,
    ),
    f1: byStatus,
  }
}

/** Share of all events that the reader lets the report assert, where in the corpus only others say it, or nobody. */
function outletWrongly(answers: readonly Answer[]): number {
  const all = answers.flatMap(({ gold, claims }) =>
    gold.events.map(({ id, voices }) => {
      const isAsserted = voices.some(({ voice, stance }) => voice === "outlet" && stance === "asserts")
      return !isAsserted && isVouchedFor(id as EventId, claims)
    }),
  )
  return share(all.filter(Boolean).length, all.length)
}

/** P, R and F1 of (voice, stance) by the scorer, with its pairing of statements. */
function voiceFigures(
  { shared, folder, errors }: { readonly shared: string; readonly folder: string; readonly errors: number },
  answers: readonly Answer[],
): unknown {
  const ids = answers.map(({ gold }) => gold.doc)
  const gold = join(folder, "gold.jsonl")
  resolveReports(shared, ids, gold, "code points")
  const predicted = join(folder, "predicted.jsonl")
  writeFileSync(predicted, answers.map(({ record }) => `${JSON.stringify(record)}\n`).join(""))
  const files = { gold, predicted, errors }
  const { scores, differences } = compareRecords<{ events: { voices: unknown } }>(shared, files)
  for (const line of differences) process.stderr.write(`${line}\n`)
  return scores.events.voices
}

/** For each claim of the answers, in their order, whether the corpus has it: the same voice by the scorer's pairing, the same stance. */
function rightClaims(shared: string, folder: string): readonly boolean[] {
  const program = `
import json, sys
sys.path.insert(0, sys.argv[1])
import score_record as s
right = []
for g, p in zip(open(sys.argv[2] + '/gold.jsonl', encoding='utf-8'), open(sys.argv[2] + '/predicted.jsonl', encoding='utf-8')):
    g, p = json.loads(g), json.loads(p)
    text = open(sys.argv[3] + '/' + g['doc'] + '.txt', encoding='utf-8', newline='').read()
    ge, gs, gv = s.from_annotation(g)
    pe, ps, _ = s.from_record(p, text)
    t = s.Text(text)
    flat = lambda x: {(r, w) for r in ('source', 'cue', 'content') for w in t.words(x[r])}
    gf, pf = {i: flat(x) for i, x in gs.items()}, {i: flat(x) for i, x in ps.items()}
    meet = lambda a, b: any(x in b for x in a if x[0] != 'source')
    pairs = s.pair({(i, j): s.f1(gf[i], pf[j]) for i in gs for j in ps if meet(gf[i], pf[j])})
    def alike(x, y):
        if x == 'outlet' or y == 'outlet': return x == y
        a, b = gs[x]['speaker'], ps[y]['speaker']
        return pairs.get(x) == y or (a is not None and b is not None and s.same_entity(ge.get(a), pe.get(b), text))
    for c in p['claims']:
        last = c['chain'][-1]
        voice = 'outlet' if last['kind'] == 'outlet' else last['statement']
        right.append(any(st == c['stance'] and alike(x, voice) for x, st in gv[c['proposition']['event']]['voices']))
json.dump(right, sys.stdout)`
  return JSON.parse(python(["-c", program, join(shared, "score"), folder, REPORTS])) as boolean[]
}

function calibrationOf(
  answers: readonly Answer[],
  right: readonly boolean[],
): Readonly<Record<string, Calibration>> {
  const statuses = answers.flatMap(({ gold, statuses }) =>
    statuses.map(({ status, score }, index) => ({ score, isRight: status === gold.events[index]!.status })),
  )
  const claims = answers.flatMap(({ claims }) => claims)
  return {
    status: calibrate(statuses),
    claims: calibrate(claims.map(({ score }, index) => ({ score, isRight: right[index] === true }))),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      parts: { type: "string", default: "dev,test" },
      cache: { type: "string" },
      errors: { type: "string", default: "0" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-voices-"))
  try {
    const lexicon = readModality()
    const figures: Record<string, unknown> = {}
    for (const part of values.parts.split(",")) {
      const options = { shared: values.shared, weights: values.weights, cache: values.cache ?? folder }
      const cases = await openCases(options, part, lexicon)
      const scoring = { shared: values.shared, folder, errors: Number(values.errors) }
      const read = cases.map((one) => answer(one, readStatements(one), lexicon))
      const ofRead = voiceFigures(scoring, read)
      const right = rightClaims(values.shared, folder)
      const withGold = cases.map((one) => answer(one, goldStatements(one), lexicon))
      figures[part] = {
        reports: cases.length,
        events: cases.reduce((sum, { gold }) => sum + gold.events.length, 0),
        status: statusFigures(read),
        voices: {
          read: ofRead,
          goldStatements: voiceFigures({ ...scoring, errors: 0 }, withGold),
        },
        outletAssertsWrongly: { read: outletWrongly(read), goldStatements: outletWrongly(withGold) },
        calibration: calibrationOf(read, right),
      }
    }
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
