// Who disputes what: how many of the happenings of the Sayso corpus that one voice puts forward and another denies the reader
// shows as such, and how many voices of each stance it finds. The scorer of ../shared/score counts stances together, of
// which nine in ten assert.
//   node quality/disputes.ts [--shared ../shared] [--weights weights] [--parts dev,test]
// Prints one JSON object. A happening is found when a mention of it overlaps one of ours, each paired once, those with most
// in common first; a voice when its stance is the same and it is the outlet's, nobody's, or a statement whose cue overlaps
// the gold one's.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { overlaps } from "../src/base/intervals.ts"
import { findDisputes } from "../src/record/index.ts"
import type { EventId } from "../src/schema/ids.ts"
import type { Span } from "../src/schema/positions.ts"
import type { DocRecord } from "../src/schema/record.ts"
import { readRecords } from "./corpus.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"
import { annotated, readGold } from "./scorers.ts"
import type { Counts } from "./tokens.ts"

const STANCES = ["asserts", "denies", "hedges"] as const
type Stance = (typeof STANCES)[number]

/** One report of the corpus, its words as offsets in UTF-16 units. */
export interface Gold {
  readonly statements: readonly {
    readonly id: string
    readonly cue: readonly Span[]
    readonly content: readonly Span[]
  }[]
  readonly events: readonly {
    readonly mentions: readonly Span[]
    readonly voices: readonly { readonly voice: string; readonly stance: string }[]
  }[]
}

/** A voice on a happening, by the words of its statement; null for somebody who is not told of. */
interface Voice {
  readonly stance: string
  readonly said: "outlet" | readonly Span[] | null
}

interface Told {
  readonly mentions: readonly Span[]
  readonly voices: readonly Voice[]
  readonly isDisputed: boolean
}

type Tallies = Readonly<Record<"disputes" | Stance, Counts>>

/** Counts one report into `tallies`. */
export function countReport(tallies: Tallies, gold: Gold, record: DocRecord): void {
  const [known, read] = [goldEvents(gold), readEvents(record)]
  const partner = pairUp(known, read)
  for (const [number, event] of known.entries()) {
    const found = read[partner.get(number) ?? -1]
    countPair(
      tallies.disputes,
      Number(event.isDisputed),
      Number(found?.isDisputed === true && event.isDisputed),
    )
    for (const stance of STANCES) {
      const own = event.voices.filter((voice) => voice.stance === stance)
      countPair(tallies[stance], own.length, found === undefined ? 0 : agreed(own, found.voices))
    }
  }
  for (const event of read) {
    tallies.disputes.given += Number(event.isDisputed)
    for (const stance of STANCES)
      tallies[stance].given += event.voices.filter((voice) => voice.stance === stance).length
  }
}

function countPair(counts: Counts, gold: number, right: number): void {
  counts.gold += gold
  counts.right += right
}

function goldEvents({ statements, events }: Gold): readonly Told[] {
  const said = new Map(statements.map(({ id, cue, content }) => [id, cue.length > 0 ? cue : content]))
  return events.map(({ mentions, voices }) => {
    const own = voices.map(({ voice, stance }) => ({
      stance,
      said: voice === "outlet" ? ("outlet" as const) : (said.get(voice) ?? null),
    }))
    const denied = own.some(({ stance }) => stance === "denies")
    return { mentions, voices: own, isDisputed: denied && own.some(({ stance }) => stance !== "denies") }
  })
}

function readEvents(record: DocRecord): readonly Told[] {
  const said = new Map(
    record.statements.map(({ id, cue, content }) => [id, (cue ?? content).parts.map(({ span }) => span)]),
  )
  const disputed = new Set<EventId>(
    findDisputes(record).flatMap(({ event, question }) =>
      question === "happened" || question === "who" ? [event] : [],
    ),
  )
  return record.events.map(({ id, evidence }) => ({
    mentions: evidence.flatMap(({ parts }) => parts.map(({ span }) => span)),
    voices: record.claims
      .filter(({ proposition }) => proposition.event === id)
      .map(({ stance, chain }): Voice => {
        const last = chain.at(-1)!
        return { stance, said: last.kind === "outlet" ? "outlet" : (said.get(last.statement) ?? null) }
      }),
    isDisputed: disputed.has(id),
  }))
}

/** By the number of a gold event that of ours. */
function pairUp(known: readonly Told[], read: readonly Told[]): ReadonlyMap<number, number> {
  const pairs = known.flatMap((event, one) =>
    read.flatMap((other, two) => {
      const shared = event.mentions.filter((mention) =>
        other.mentions.some((each) => overlaps(mention, each)),
      ).length
      return shared === 0 ? [] : [{ one, two, shared }]
    }),
  )
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const { one, two } of pairs.sort((a, b) => b.shared - a.shared)) {
    if (partner.has(one) || taken.has(two)) continue
    partner.set(one, two)
    taken.add(two)
  }
  return partner
}

/** How many of `own` have one of the same stance and voice among `others`, each once. */
function agreed(own: readonly Voice[], others: readonly Voice[]): number {
  const left = [...others]
  return own.filter((voice) => {
    const at = left.findIndex((other) => other.stance === voice.stance && isSameVoice(voice, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

function isSameVoice({ said }: Voice, { said: other }: Voice): boolean {
  if (said === null || other === null || said === "outlet" || other === "outlet") return said === other
  return said.some((span) => other.some((each) => overlaps(span, each)))
}

export function emptyTallies(): Tallies {
  const empty = (): Counts => ({ right: 0, given: 0, gold: 0 })
  return { disputes: empty(), asserts: empty(), denies: empty(), hedges: empty() }
}

function figuresOf({ right, given, gold }: Counts): Readonly<Record<"p" | "r" | "f1" | "n", number>> {
  const share = (of: number): number => (of === 0 ? 0 : Math.round((1000 * right) / of) / 1000)
  return {
    p: share(given),
    r: share(gold),
    f1: Math.round((2000 * right) / Math.max(1, given + gold)) / 1000,
    n: gold,
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { ...DATA_AND_WEIGHTS, parts: { type: "string", default: "dev,test" } },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-disputes-"))
  try {
    const parts: Record<string, unknown> = {}
    for (const part of values.parts.split(",")) {
      const ids = annotated(part)
      const file = join(folder, `${part}.jsonl`)
      await readRecords(ids, values.weights, file)
      const records = readFileSync(file, "utf8").trim().split("\n")
      const tallies = emptyTallies()
      for (const [number, gold] of readGold<Gold>(values.shared, ids, "utf16").entries())
        countReport(tallies, gold, JSON.parse(records[number]!) as DocRecord)
      const figures = Object.entries(tallies).map(([name, tally]) => [name, figuresOf(tally)])
      parts[part] = { reports: ids.length, ...Object.fromEntries(figures) }
    }
    process.stdout.write(`${JSON.stringify(parts, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
