// How well the reader, and a second person who annotates, agree with the Sayso corpus; with the scorer of ../shared/score.
//   node quality/corpus.ts [--shared ../shared] [--weights weights] [--part dev] [--errors N] [--readings second]
// Prints one JSON object. --readings: no reader of ours, but the readings of that folder of corpus/readings against the
// first ones, before their differences were settled: the most that a reader can be asked for. --errors prints the first N differences on standard error; never use it with --part test.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { openReader } from "../src/node.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"
import {
  annotated,
  CORPUS,
  compareRecords,
  optionsFor,
  REPORTS,
  resolveReports,
  resolveWords,
} from "./scorers.ts"

const READINGS = join(CORPUS, "readings")

/** The scorer's object: shares of 1; `p`, `r`, `f1`, `n` where something has to be found. */
type Scores = Readonly<Record<string, unknown>>

/** Reads reports of the corpus with the product and keeps the records as JSON Lines in `file`. */
export async function readRecords(ids: readonly string[], weights: string, file: string): Promise<void> {
  const reader = await openReader({ weights })
  const lines: string[] = []
  for (const id of ids) {
    const record = await reader.read(readFileSync(join(REPORTS, `${id}.txt`)), optionsFor(id))
    lines.push(JSON.stringify(record))
  }
  await reader.close()
  writeFileSync(file, `${lines.join("\n")}\n`)
}

function filesOf(folder: string, ids: readonly string[]): readonly string[] {
  return ids.map((id) => join(folder, `${id}.json`))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      part: { type: "string", default: "dev" },
      readings: { type: "string" },
      errors: { type: "string", default: "0" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-corpus-"))
  try {
    const [gold, predicted] = [join(folder, "gold.jsonl"), join(folder, "predicted.jsonl")]
    if (values.readings === undefined) {
      const ids = annotated(values.part)
      resolveReports(values.shared, ids, gold, "code points")
      await readRecords(ids, values.weights, predicted)
    } else {
      const other = join(READINGS, values.readings)
      const ids = readdirSync(other).map((name) => name.slice(0, -".json".length))
      resolveWords(values.shared, filesOf(join(READINGS, "first"), ids), gold, "code points")
      resolveWords(values.shared, filesOf(other, ids), predicted, "code points")
    }
    const files = { gold, predicted, errors: Number(values.errors) }
    const { scores, differences } = compareRecords<Scores>(values.shared, files)
    for (const line of differences) process.stderr.write(`${line}\n`)
    process.stdout.write(`${JSON.stringify(scores, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
