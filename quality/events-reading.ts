// What the measures of events share: readings of texts, gold records with offsets.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readText } from "../src/node.ts"
import { read } from "../src/read/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import { openCached } from "./attribution.ts"
import type { GoldReport, ReadReport } from "./events-corpus.ts"

const ROOT = join(import.meta.dirname, "..")

/** Reads texts with the product's own path. */
export async function readAll(
  weights: string,
  texts: readonly { readonly text: string; readonly published: string | null }[],
): Promise<readonly ReadReport[]> {
  const network = await openCached(weights, null)
  const { lexicons } = await openLexicons()
  const readings: ReadReport[] = []
  for (const { text, published } of texts) {
    const { doc } = readText(text, { mediaType: "text/plain", published })
    readings.push(await read(doc, { network, lexicons }, null))
  }
  await network.close()
  return readings
}

/** The corpus's records of these reports, in their order, with UTF-16 offsets. Throws when a word is not found. */
export function resolveGold(sharedDir: string, ids: readonly string[]): readonly GoldReport[] {
  const folder = mkdtempSync(join(tmpdir(), "sayso-events-"))
  try {
    const reports = join(ROOT, "corpus", "reports")
    const out = join(folder, "gold.jsonl")
    const files = ids.map((id) => join(reports, `${id}.json`))
    const script = join(sharedDir, "score", "annotation.py")
    const run = spawnSync("python3", [script, reports, ...files, "--utf16", "-o", out], { encoding: "utf8" })
    if (run.status !== 0)
      throw new Error(`annotation.py ended with ${run.status}: ${run.stderr}${run.stdout}`)
    const lines = readFileSync(out, "utf8").trim().split("\n")
    return lines.map((line) => JSON.parse(line) as GoldReport)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The records of a packed set of ../shared/data, one JSON object a line; needs `xz`. */
export function readLines<T>(file: string): readonly T[] {
  const run = spawnSync("xz", ["-dc", file], { encoding: "utf8", maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`xz could not unpack ${file}: ${run.stderr}`)
  return run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T)
}
