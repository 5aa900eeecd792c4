// Is the reader neutral? In: the party swaps of the corpus, each a passage and the same with its parties exchanged.
// Out: for how many the reader gives both the same structure, and how well it reads the one sort and the other.
//   node quality/swaps.ts [--weights weights] [--differences]
// Structure is all that may not depend on names: how many statements, in which order, each with kind, mode, parts,
// what it lies inside of, whether it has speaker, venue and addressee; how many events, each with type, status, how many
// parties on either side, and who stands how to it. Prints one JSON object.
import { join } from "node:path"
import { parseArgs } from "node:util"
import { readSwaps, type SwapSide } from "../corpus/tools/swaps.ts"
import { placeOf } from "../corpus/tools/words-format.ts"
import { type DocRecord, openReader, type ReportReader } from "../src/node.ts"

const ROOT = join(import.meta.dirname, "..")

interface SwapQuality {
  readonly passages: number
  /** Share of the passages whose two readings have the same structure of statements. */
  readonly sameStructure: number
  /** The same of events and their claims. */
  readonly sameEvents: number
  /** Share of the annotated cues that are cues of the reading, on the first texts and on those with parties exchanged. */
  readonly cuesFound: { readonly one: number; readonly other: number }
  /** The same share by sort of parties. */
  readonly sameByPair: Readonly<Record<string, number>>
}

/** Reads all passages, each twice; some seconds. `onDifference` is told of those whose statements or events differ. */
export async function measureSwaps(
  weights: string,
  onDifference: (id: string, one: string, other: string) => void,
): Promise<SwapQuality> {
  const { swaps, faults } = readSwaps(join(ROOT, "corpus"))
  if (faults.length > 0) throw new Error(`npm run corpus:check finds faults: ${faults[0]}`)
  const reader = await openReader({ weights })
  const pairs: Readonly<Record<string, boolean[]>> = Object.fromEntries(swaps.map(({ pair }) => [pair, []]))
  const cues = { one: [0, 0], other: [0, 0] }
  let sameEvents = 0
  for (const { id, pair, one, other } of swaps) {
    const records = { one: await readSide(reader, one), other: await readSide(reader, other) }
    for (const [name, side] of [
      ["one", one],
      ["other", other],
    ] as const) {
      const [found, all] = cuesFound(side, records[name])
      cues[name] = [cues[name][0]! + found, cues[name][1]! + all]
    }
    const [first, second] = [structureOf(records.one), structureOf(records.other)]
    pairs[pair]!.push(first === second)
    if (first !== second) onDifference(id, first, second)
    const [firstEvents, secondEvents] = [eventsOf(records.one), eventsOf(records.other)]
    if (firstEvents === secondEvents) sameEvents += 1
    else onDifference(id, firstEvents, secondEvents)
  }
  await reader.close()
  const share = (which: readonly boolean[]): number => rounded(which.filter(Boolean).length / which.length)
  return {
    passages: swaps.length,
    sameStructure: share(Object.values(pairs).flat()),
    sameEvents: rounded(sameEvents / swaps.length),
    cuesFound: {
      one: rounded(cues.one[0]! / cues.one[1]!),
      other: rounded(cues.other[0]! / cues.other[1]!),
    },
    sameByPair: Object.fromEntries(Object.entries(pairs).map(([pair, which]) => [pair, share(which)])),
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Nothing of ../shared is needed; taken as all parts of `npm run quality` are given it.
      shared: { type: "string" },
      weights: { type: "string", default: process.env["SAYSO_WEIGHTS"] ?? join(ROOT, "weights") },
      differences: { type: "boolean", default: false },
    },
  })
  const quality = await measureSwaps(values.weights, (id, one, other) => {
    if (values.differences) process.stderr.write(`${id}\n  ${one}\n  ${other}\n`)
  })
  process.stdout.write(`${JSON.stringify(quality, null, 2)}\n`)
}

async function readSide(reader: ReportReader, { text }: SwapSide): Promise<DocRecord> {
  return reader.read(new TextEncoder().encode(text), { mediaType: "text/plain" })
}

/** “says direct 1+1 speaker inside:- | …”: the same text for the same structure. */
function structureOf({ statements }: DocRecord): string {
  const numbers = new Map(statements.map(({ id }, number) => [id, number]))
  return statements
    .map(({ kind, mode, cue, content, source, venue, addressee, inside }) => {
      const parts = `${cue?.parts.length ?? 0}+${content.parts.length}`
      const has = [source !== null && "speaker", venue !== null && "venue", addressee !== null && "addressee"]
      return [
        kind,
        mode,
        parts,
        ...has.filter(Boolean),
        `inside:${inside === null ? "-" : numbers.get(inside)}`,
      ].join(" ")
    })
    .join(" | ")
}

/** “ASSAULT actual 2+1 happened:asserts | …”: the same text for the same structure. */
function eventsOf({ events, claims }: DocRecord): string {
  return events
    .map(({ id, type, status, actors, recipients }) => {
      const stands = claims
        .filter(({ proposition }) => proposition.event === id)
        .map(({ proposition, stance, chain }) => `${proposition.kind}:${stance}:${chain.length}`)
      return [type?.value ?? "-", status.value, `${actors.length}+${recipients.length}`, ...stands].join(" ")
    })
    .join(" | ")
}

/** How many of the annotated statements have a cue that overlaps one of the reading, of how many. */
function cuesFound({ text, statements }: SwapSide, record: DocRecord): readonly [number, number] {
  const given = record.statements.flatMap(({ cue }) => cue?.parts ?? []).map(({ span }) => span)
  const isFound = (words: string): boolean => {
    const place = placeOf(words, text)
    return typeof place !== "string" && given.some(({ start, end }) => start < place.end && place.start < end)
  }
  return [statements.filter(({ cue }) => cue.some(isFound)).length, statements.length]
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}

if (process.argv[1] === import.meta.filename) await main()
