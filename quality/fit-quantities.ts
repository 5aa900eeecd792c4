// Fits the weights by which amounts go to events, and writes them to src/resolve/quantities/attach-weights.ts.
//   node quality/fit-quantities.ts [--weights weights] [--cache FOLDER]
// Learns on the train part of the Sayso corpus: an amount in the sentence of an annotated trigger is the event's when
// the event has one of that value. Logistic regression with a quadratic penalty, by gradient descent from zero: the same
// weights each time. The threshold is the one with the best F1 when each fifth of the reports is tried with weights of
// the others; that F1 is printed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { amountsIn, withoutRepeats } from "../src/resolve/quantities/attach.ts"
import { featuresOf } from "../src/resolve/quantities/attach-features.ts"
import { findQuantities } from "../src/resolve/quantities/index.ts"
import type { FoundQuantity } from "../src/schema/resolution.ts"
import {
  type GoldEvent,
  goldEvents,
  headsOf,
  lowerEnd,
  placeOf,
  type Report,
  readReports,
} from "./quantities.ts"
import { openCache } from "./readings.ts"

const ROOT = join(import.meta.dirname, "..")
const FOLDS = 5
const ROUNDS = 400
const RATE = 0.3
const PENALTY = 0.003
// Rarer features say more of the reports than of English.
const LEAST_USES = 4
const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5]

interface Example {
  readonly features: readonly string[]
  readonly isRight: boolean
  readonly quantity: FoundQuantity
}

/** The examples of one report, by event. */
type EventExamples = readonly { readonly event: GoldEvent; readonly examples: readonly Example[] }[]

type Weights = ReadonlyMap<string, number>

function examplesOf({ id, input }: Report): EventExamples {
  const events = goldEvents(id, input.doc.text)
  const heads = headsOf(input, events)
  const found = findQuantities(input)
  return events.map((event) => ({
    event,
    examples: event.triggers.flatMap((trigger) => {
      const place = placeOf(input, trigger)
      if (place === null) return []
      return amountsIn(place.tree, found).map((amount) => ({
        features: featuresOf(place.tree, place.head, amount, heads),
        isRight: event.quantities.some(({ value }) => value === lowerEnd(amount.quantity)),
        quantity: amount.quantity,
      }))
    }),
  }))
}

function fitWeights(examples: readonly Example[]): Weights {
  const uses = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) uses.set(feature, (uses.get(feature) ?? 0) + 1)
  const names = [...uses].filter(([, count]) => count >= LEAST_USES).map(([name]) => name)
  const numbers = new Map(names.sort().map((name, number) => [name, number]))
  const rows = examples.map(({ features, isRight }) => ({
    numbers: features.flatMap((feature) => numbers.get(feature) ?? []),
    isRight: isRight ? 1 : 0,
  }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-8)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => PENALTY * weight)
    for (const row of rows) {
      const error = probability(row.numbers.reduce((sum, number) => sum + weights[number]!, 0)) - row.isRight
      for (const number of row.numbers) slope[number]! += error / rows.length
    }
    for (const number of weights.keys()) {
      squares[number]! += slope[number]! ** 2
      weights[number]! -= (RATE * slope[number]!) / Math.sqrt(squares[number]!)
    }
  }
  return new Map(names.map((name) => [name, weights[numbers.get(name)!]!]))
}

function probability(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

function scoreOf(weights: Weights, { features }: Example): number {
  if (features.length === 0) return 0
  return probability(features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0))
}

/** F1 by value over all events. */
function f1(
  reports: readonly { readonly events: EventExamples; readonly weights: Weights }[],
  threshold: number,
): number {
  let [gold, given, both] = [0, 0, 0]
  for (const { events, weights } of reports) {
    for (const { event, examples } of events) {
      const chosen = examples.filter((example) => scoreOf(weights, example) >= threshold)
      const amounts = withoutRepeats([...new Set(chosen.map(({ quantity }) => quantity))])
      const left = event.quantities.map(({ value }) => value)
      gold += left.length
      given += amounts.length
      for (const amount of amounts) {
        const place = left.indexOf(lowerEnd(amount))
        if (place === -1) continue
        left.splice(place, 1)
        both += 1
      }
    }
  }
  return (2 * both) / (gold + given)
}

function crossValidated(reports: readonly EventExamples[]): {
  readonly threshold: number
  readonly f1: number
} {
  const flat = (events: EventExamples): readonly Example[] => events.flatMap(({ examples }) => examples)
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights(reports.filter((_, number) => number % FOLDS !== fold).flatMap(flat)),
  )
  const tried = reports.map((events, number) => ({ events, weights: folds[number % FOLDS]! }))
  const results = THRESHOLDS.map((threshold) => ({ threshold, f1: f1(tried, threshold) }))
  return results.reduce((best, result) => (result.f1 > best.f1 ? result : best))
}

function toFile(weights: Weights, threshold: number, examples: number): string {
  const rows = [...weights]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, weight]) =>
        `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${Number(weight.toFixed(2))},`,
    )
  return `// What speaks for an amount being an event's (above 0) and against it. Made by \`node quality/fit-quantities.ts\` from
// ${examples} amounts in sentences of annotated triggers, train part of the Sayso corpus.

/** An amount that is at least so likely the event's is given to it: the best F1 in cross-validation. */
export const ATTACH_THRESHOLD = ${threshold}

/** By the features of \`attach-features.ts\`; what is not here weighs nothing. */
export const ATTACH_WEIGHTS: Readonly<Record<string, number>> = {
${rows.join("\n")}
}
`
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      weights: { type: "string", default: join(ROOT, "weights") },
      cache: { type: "string" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-quantities-"))
  const cache = openCache(values.weights, values.cache ?? folder)
  try {
    const reports = (await readReports(cache, "train")).map(examplesOf)
    const { threshold, f1: measured } = crossValidated(reports)
    const examples = reports.flatMap((events) => events.flatMap((each) => each.examples))
    const file = join(ROOT, "src", "resolve", "quantities", "attach-weights.ts")
    writeFileSync(file, toFile(fitWeights(examples), threshold, examples.length))
    console.log(
      JSON.stringify({ examples: examples.length, threshold, crossValidatedF1: Number(measured.toFixed(3)) }),
    )
  } finally {
    await cache.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
