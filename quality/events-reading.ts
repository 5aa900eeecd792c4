// What the measures of events share: readings of texts, records of packed sets.
import { spawnSync } from "node:child_process"
import { readText } from "../src/node.ts"
import { read } from "../src/read/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import type { ReadReport } from "./events-corpus.ts"
import { openMeasured } from "./network.ts"

/** Reads texts with the product's own path. */
export async function readAll(
  weights: string,
  texts: readonly { readonly text: string; readonly published: string | null }[],
): Promise<readonly ReadReport[]> {
  const network = await openMeasured(weights)
  const { lexicons } = await openLexicons()
  const readings: ReadReport[] = []
  for (const { text, published } of texts) {
    const { doc } = readText(text, { mediaType: "text/plain", published })
    readings.push(await read(doc, { network, lexicons }, null))
  }
  await network.close()
  return readings
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
