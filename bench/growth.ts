// Does time grow as the text does? In: seeded texts of 1 kB to 1 MB, each as plain text and as a page. Out: a table.
import { openReader, readText } from "../src/node.ts"
import { type Figures, median, rounded } from "./figures.ts"
import { asPage } from "./pages.ts"
import type { BenchOptions } from "./run.ts"
import { reportDrawer } from "./wikinews.ts"

const SEED = 20_261_126
const SIZES_KB = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** Two minutes on two idle cores. */
export async function measureGrowth({ longest, shared }: BenchOptions): Promise<Figures> {
  const draw = reportDrawer(SEED, 500, shared)
  const reader = await openReader()
  for (let time = 0; time < 10; time += 1) await reader.read(asPage(draw()))
  let text = draw()
  while (text.length < longest * 1000) text = `${text}\n\n${draw()}`
  const sizes: Figures[] = []
  for (const kb of SIZES_KB.filter((size) => size <= longest)) {
    const piece = text.slice(0, kb * 1000)
    const page = asPage(piece)
    const times = Math.min(9, Math.max(1, Math.round(50 / kb)))
    const ms: number[] = []
    const ingestMs: number[] = []
    let problems = ""
    for (let time = 0; time < times; time += 1) {
      const began = performance.now()
      const record = await reader.read(piece)
      ms.push(performance.now() - began)
      problems = [...new Set(record.problems.map(({ code }) => code))]
        .filter((code) => code === "truncated")
        .join(" ")
      const before = performance.now()
      readText(page)
      ingestMs.push(performance.now() - before)
    }
    sizes.push({
      kb,
      ms: rounded(median(ms)),
      msPerKb: rounded(median(ms) / kb),
      ingestPageMs: rounded(median(ingestMs)),
      ingestPageMsPerKb: rounded(median(ingestMs) / kb),
      problems,
    })
    process.stderr.write(`  ${kb} kB: ${Math.round(median(ms))} ms\n`)
  }
  await reader.close()
  return { sizes }
}
