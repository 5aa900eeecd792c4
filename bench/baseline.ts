// How fast this machine runs the bare baseline network of ../shared/baseline, to set Sayso's speed beside: the target
// of 14 reports a second was set on a machine where the baseline computes 20,900 pieces a second.
import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { openRuntime } from "../src/runtime/index.ts"

/** Windows in one run, pieces and words in one window: as in the baseline's own figures. */
const [WINDOWS, PIECES, WORDS] = [8, 238, 190] as const
const RUNS = 12

/** Pieces a second with all cores, after three runs to warm up; null where the baseline is not at hand. Some seconds. */
export async function measureBaseline(shared: string): Promise<number | null> {
  const file = join(shared, "baseline", "reading.int8.onnx")
  if (!existsSync(file)) return null
  const runtime = await openRuntime({ only: null, threads: null })
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex")
  const session = await runtime.createSession({ path: file, sha256 })
  const filled = (width: number, at: (index: number) => number) => ({
    data: BigInt64Array.from({ length: WINDOWS * width }, (_, index) => BigInt(at(index))),
    dims: [WINDOWS, width] as const,
  })
  const inputs = {
    ids: filled(PIECES, (index) => 1000 + ((index * 37) % 20_000)),
    casing: filled(PIECES, (index) => index % 3),
    gap: filled(PIECES, () => 1),
    mask: filled(PIECES, () => 1),
    first: filled(WORDS, (index) => 1 + (index % WORDS)),
    word_mask: filled(WORDS, () => 1),
  }
  for (let run = 0; run < 3; run++) await session.run(inputs, ["attribution"])
  const began = performance.now()
  for (let run = 0; run < RUNS; run++) await session.run(inputs, session.outputNames)
  const seconds = (performance.now() - began) / 1000
  await session.close()
  return (RUNS * WINDOWS * PIECES) / seconds
}
