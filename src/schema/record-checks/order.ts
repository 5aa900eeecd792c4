// The order of a record's lists: by place in the text; of claims by event, by what they are about, by who speaks.
import { compareIntervals } from "../../base/intervals.ts"
import type { Evidence } from "../evidence.ts"
import type { DocRecord } from "../record.ts"
import type { Fault } from "../shape.ts"
import { matterRank } from "../standing.ts"

/** Lists whose lines stand in another order than that of the format. */
export function* findListOrderFaults(record: DocRecord): Generator<Fault> {
  const { entities, events, claims, times, quantities } = record
  for (const [index, { mentions }] of entities.entries()) {
    // Mentions may lie within each other: “the minister, who said that he …”.
    const spans = mentions.map(({ span }) => span)
    const sorted = spans.every((span, each) => {
      const before = spans[each - 1]
      return before === undefined || (before.start <= span.start && compareIntervals(before, span) !== 0)
    })
    if (!sorted)
      yield { path: `entities[${index}].mentions`, message: "are out of text order, or twice the same" }
  }
  yield* findOutOfOrder(
    "entities",
    entities.map(({ mentions }) => [mentions[0].span.start]),
  )
  yield* findOutOfOrder(
    "events",
    events.map(({ evidence }) => [firstOf(evidence)]),
  )
  const eventIndexes = new Map(events.map(({ id }, index) => [id, index]))
  const statementIndexes = new Map(record.statements.map(({ id }, index) => [id, index]))
  yield* findOutOfOrder(
    "claims",
    claims.map(({ proposition, chain }) => {
      const last = chain.at(-1) ?? chain[0]
      return [
        eventIndexes.get(proposition.event) ?? 0,
        matterRank(proposition),
        last.kind === "outlet" ? -1 : (statementIndexes.get(last.statement) ?? 0),
      ]
    }),
  )
  yield* findOutOfOrder(
    "times",
    times.map(({ evidence }) => [firstOf(evidence)]),
  )
  yield* findOutOfOrder(
    "quantities",
    quantities.map(({ evidence }) => [firstOf(evidence)]),
  )
}

function* findOutOfOrder(list: string, keys: readonly (readonly number[])[]): Generator<Fault> {
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1] ?? key
    if (compareKeys(before, key) > 0) {
      yield { path: `${list}[${index}]`, message: `should stand before ${list}[${index - 1}]` }
    }
  }
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  for (const [index, number] of one.entries()) {
    const difference = number - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The first character of the earliest words; 0 where there are none. */
function firstOf(evidence: readonly Evidence[]): number {
  return evidence.length === 0 ? 0 : Math.min(...evidence.map(({ parts }) => parts[0].span.start))
}
