// Party swaps: passages of the corpus and the same with their parties exchanged. In: the corpus folder. Out: swaps in
// the order of their ids, and one line for each fault; among the faults is every difference of structure.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { checkReport } from "./check-report.ts"
import { type FaultLine, namesIn } from "./corpus.ts"
import { shapeOf } from "./shape.ts"
import { type AnnotatedReport, listOf, placeOf, type Words } from "./words-format.ts"

export interface SwapSide extends Omit<AnnotatedReport, "doc" | "notes"> {
  readonly text: string
}

export interface Swap {
  readonly id: string
  /** The report that the first passage is taken from, shortened at most; null when it is invented. */
  readonly from: string | null
  readonly pair: string
  readonly parties: readonly [string, string]
  readonly one: SwapSide
  readonly other: SwapSide
}

const shapeOfSwap = shapeOf<Swap>("swap.schema.json")

export interface Swaps {
  readonly swaps: readonly Swap[]
  readonly faults: readonly FaultLine[]
}

/** Reads `folder`/swaps; a missing folder has none. */
export function readSwaps(folder: string): Swaps {
  const root = join(folder, "swaps")
  const faults: FaultLine[] = []
  const names = namesIn(root)
  const swaps = names.flatMap((name) => {
    const fail = (id: string, message: string): void => {
      faults.push(`swaps/${name}: ${id}: ${message}`)
    }
    const { value, faults: shapeFaults } = shapeOfSwap(readFileSync(join(root, name), "utf8"))
    for (const { id, message } of shapeFaults) fail(id, message)
    if (value === null) return []
    if (`${value.id}.json` !== name) fail("file", `says it is ${value.id}: give both one name.`)
    for (const [side, { text, ...record }] of [
      ["one", value.one],
      ["other", value.other],
    ] as const) {
      const json = JSON.stringify({ doc: value.id, ...record, notes: [] })
      const checked = checkReport(json, value.id, text)
      for (const { id, message } of checked.faults) fail(`${side} ${id}`, message)
      if (checked.faults.length > 0) return []
    }
    const [one, other] = [structureOf(value.one), structureOf(value.other)]
    for (const [id, structure] of one)
      if (!isDeepStrictEqual(structure, other.get(id))) fail(id, "is not the same in both: make them alike.")
    for (const id of other.keys()) if (!one.has(id)) fail(id, "stands in the other alone: make them alike.")
    return [value]
  })
  return { swaps, faults }
}

/** What must not change with the parties: everything but words, names and codes, and in which order spans stand. */
function structureOf({ text, entities, statements, events }: SwapSide): ReadonlyMap<string, unknown> {
  const starts = (words: Words | readonly Words[] | null): number => listOf(words).length
  const order = statements
    .flatMap(({ id, source, cue, content }) =>
      [...source, ...cue, ...content].map((words) => ({ id, start: startOf(words, text) })),
    )
    .sort((first, second) => first.start - second.start)
    .map(({ id }) => id)
  return new Map<string, unknown>([
    ["order", order],
    ...entities.map(({ id, kind, mentions }) => [id, { kind, mentions: mentions.length }] as const),
    ...statements.map(
      ({ id, source, cue, content, venue, addressee, ...rest }) =>
        [id, { ...rest, spans: [source, cue, content, venue, addressee].map(starts) }] as const,
    ),
    ...events.map(
      ({ id, mentions, date, voices, quantities, ...rest }) =>
        [
          id,
          {
            ...rest,
            mentions: mentions.length,
            date: date?.edtf ?? null,
            voices: voices.map(wordless),
            quantities: quantities.map(wordless),
          },
        ] as const,
    ),
  ])
}

function wordless(part: object): object {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== "words"))
}

function startOf(words: Words, text: string): number {
  const found = placeOf(words, text)
  return typeof found === "string" ? -1 : found.start
}
