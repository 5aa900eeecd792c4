// How well the reader, and a second person who annotates, agree with the Sayso corpus; with the scorer of ../shared/score.
//   node quality/corpus.ts [--shared ../shared] [--weights weights] [--part dev] [--errors N] [--readings second]
// Prints one JSON object. --readings: no reader of ours, but the readings of that folder of corpus/readings against the
// first ones, before their differences were settled: the most that a reader can be asked for. --errors prints the first N differences on standard error; never use it with --part test.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { openReader } from "../src/node.ts"

const ROOT = join(import.meta.dirname, "..")
export const REPORTS = join(ROOT, "corpus", "reports")
const READINGS = join(ROOT, "corpus", "readings")

/** The scorer's object: shares of 1; `p`, `r`, `f1`, `n` where something has to be found. */
type Scores = Readonly<Record<string, unknown>>

/** Ids of the annotated reports of a part (“train”, “dev”, “test”), in the order of the list. */
export function annotated(part: string): readonly string[] {
  const [head, ...rows] = readFileSync(join(ROOT, "corpus", "reports.tsv"), "utf8")
    .trim()
    .split("\n")
  const column = head!.split("\t").indexOf("split")
  const there = new Set(readdirSync(REPORTS))
  return rows
    .map((row) => row.split("\t"))
    .filter((fields) => fields[column] === part && there.has(`${fields[0]}.json`))
    .map(([id]) => id!)
}

/** Resolves the quoted words of annotation files to offsets, one report a line; throws when a word is not found. */
function resolveWords(sharedDir: string, files: readonly string[], out: string): void {
  python([join(sharedDir, "score", "annotation.py"), REPORTS, ...files, "-o", out])
}

function compare(sharedDir: string, gold: string, predicted: string, errors: number): Scores {
  const options = [
    "--texts",
    REPORTS,
    "--gold",
    gold,
    "--pred",
    predicted,
    "--json",
    "--errors",
    String(errors),
  ]
  const [scores, ...differences] = python([join(sharedDir, "score", "score_record.py"), ...options])
    .trim()
    .split("\n")
  for (const line of differences) process.stderr.write(`${line}\n`)
  return JSON.parse(scores!) as Scores
}

function python(args: readonly string[]): string {
  const run = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`${args[0]} ended with ${run.status}: ${run.stderr}${run.stdout}`)
  return run.stdout
}

/** Reads the reports of a part with the product and keeps the records as JSON Lines in `file`. */
async function readAll(ids: readonly string[], weights: string, file: string): Promise<void> {
  const reader = await openReader({ weights })
  const lines: string[] = []
  for (const id of ids) {
    const record = await reader.read(readFileSync(join(REPORTS, `${id}.txt`)), {
      mediaType: "text/plain",
      published: id.slice(0, 10),
      outlet: "Wikinews",
    })
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
      shared: { type: "string", default: join(ROOT, "..", "shared") },
      weights: { type: "string", default: process.env["SAYSO_WEIGHTS"] ?? join(ROOT, "weights") },
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
      resolveWords(values.shared, filesOf(REPORTS, ids), gold)
      await readAll(ids, values.weights, predicted)
    } else {
      const other = join(READINGS, values.readings)
      const ids = readdirSync(other).map((name) => name.slice(0, -".json".length))
      resolveWords(values.shared, filesOf(join(READINGS, "first"), ids), gold)
      resolveWords(values.shared, filesOf(other, ids), predicted)
    }
    const scores = compare(values.shared, gold, predicted, Number(values.errors))
    process.stdout.write(`${JSON.stringify(scores, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
