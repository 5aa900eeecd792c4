// Fits the constants of src/read/attribution/score.ts: the weights of a logistic function that turns what the network
// was sure of into the share of such lines that are right (relation@0.5 on PolNeAR dev).
//   node quality/fit-scores.ts [--shared ../shared] [--weights weights] [--cache FOLDER]
// Prints the weights to paste, and how well they hold on documents they were not fitted on (five folds).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { readText } from "../src/node.ts"
import { findAttributions, findDrafts } from "../src/read/attribution/index.ts"
import { FEATURES, featuresOf } from "../src/read/attribution/score.ts"
import { read } from "../src/read/index.ts"
import type { Network, Scores } from "../src/read/network/index.ts"
import { quoteStates, tokenize } from "../src/read/tokens/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import {
  openCached,
  type PolnearText,
  type Prediction,
  readPolnear,
  rightLines,
  toPolnear,
} from "./attribution.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"

interface Line {
  /** Number of the document. */
  readonly doc: number
  readonly features: readonly number[]
  readonly isRight: boolean
}

/** Keeps a little of every weight near zero, so that rare features do not run away. */
const RIDGE = 1
const FOLDS = 5

async function linesOf(
  network: Network,
  texts: readonly PolnearText[],
  judge: (predictions: readonly Prediction[]) => readonly boolean[],
): Promise<readonly Line[]> {
  const { lexicons } = await openLexicons()
  const predictions: Prediction[] = []
  const found: { readonly doc: number; readonly features: readonly number[] | null }[] = []
  for (const [number, { doc: name, text }] of texts.entries()) {
    let scores: Scores | null = null
    const spy: Network = {
      ...network,
      score: async (input, signal) => {
        scores = await network.score(input, signal)
        return scores
      },
    }
    const { doc } = readText(text, { mediaType: "text/plain" })
    const reading = await read(doc, { network: spy, lexicons }, null)
    const quotes = quoteStates(text, tokenize(text))
    const given = { ...reading, scores: scores!, lexicon: lexicons.cues, quotes }
    const drafts = findDrafts(given)
    const { attributions, mentions } = findAttributions(given, { minScore: 0 })
    const prediction = toPolnear(name, { ...reading, attributions, mentions })
    predictions.push(prediction)
    for (const { number: at } of prediction.attributions) {
      const features = featuresOf(drafts[at]!, attributions[at]!)
      found.push({ doc: number, features: features === null ? null : FEATURES.map((name) => features[name]) })
    }
  }
  const right = judge(predictions)
  return found.flatMap(({ doc, features }, index) =>
    features === null ? [] : [{ doc, features, isRight: right[index] === true }],
  )
}

/** Logistic regression by Newton's method; some milliseconds for some thousand lines. */
function fitWeights(lines: readonly Line[]): readonly number[] {
  const size = FEATURES.length
  const weights = new Array<number>(size).fill(0)
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : RIDGE * weight))
    const hessian = weights.map((_, row) =>
      weights.map((_, column) => (row === column && row > 0 ? RIDGE : 1e-6)),
    )
    for (const { features, isRight } of lines) {
      const p = probability(weights, features)
      for (let row = 0; row < size; row++) {
        gradient[row]! += (p - (isRight ? 1 : 0)) * features[row]!
        for (let column = 0; column < size; column++) {
          hessian[row]![column]! += p * (1 - p) * features[row]! * features[column]!
        }
      }
    }
    for (const [index, step] of solve(hessian, gradient).entries()) weights[index]! -= step
  }
  return weights
}

function probability(weights: readonly number[], features: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, index) => sum + weight * features[index]!, 0)))
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, vector[index]!])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    }
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / rows[column]![column]!
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!)
}

const { values } = parseArgs({
  options: {
    ...DATA_AND_WEIGHTS,
    cache: { type: "string" },
  },
})
const folder = mkdtempSync(join(tmpdir(), "sayso-polnear-"))
try {
  const texts = readPolnear(values.shared, "dev", folder)
  const network = await openCached(values.weights, values.cache ?? null)
  const lines = await linesOf(network, texts, (predictions) => {
    const file = join(folder, "predictions.jsonl")
    writeFileSync(file, predictions.map((each) => `${JSON.stringify(each)}\n`).join(""))
    return rightLines(values.shared, join(folder, "data", "dev"), file)
  })
  await network.close()
  const weights = fitWeights(lines)
  process.stdout.write("const WEIGHTS = {\n")
  for (const [index, name] of FEATURES.entries())
    process.stdout.write(`  ${name}: ${weights[index]!.toFixed(3)},\n`)
  process.stdout.write("}\n")
  report(lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Share of right lines by score, each line scored by weights that did not see its document. */
function report(lines: readonly Line[]): void {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(lines.filter(({ doc }) => doc % FOLDS !== fold))
    return lines
      .filter(({ doc }) => doc % FOLDS === fold)
      .map(({ features, isRight }) => ({ score: probability(weights, features), isRight }))
  }).flat()
  for (let tenth = 0; tenth < 10; tenth++) {
    const within = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth)
    const right = within.filter(({ isRight }) => isRight).length
    const mean = within.reduce((sum, { score }) => sum + score, 0) / Math.max(1, within.length)
    const share = right / Math.max(1, within.length)
    process.stdout.write(
      `${(tenth / 10).toFixed(1)}: ${within.length} lines, score ${mean.toFixed(3)}, right ${share.toFixed(3)}\n`,
    )
  }
  const sum = scored.reduce((sum, { score, isRight }) => sum + (score - (isRight ? 1 : 0)) ** 2, 0)
  process.stdout.write(`Brier score ${(sum / scored.length).toFixed(4)} over ${scored.length} lines\n`)
}
